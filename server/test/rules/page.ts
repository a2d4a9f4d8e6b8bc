/** Rule pages as test material: sections, code blocks and the findings that their comments expect. */

export type SectionKind = 'flagged' | 'clean' | 'fix' | 'other';

export interface Block {
  readonly language: string;
  readonly title: string | undefined;
  /** Part of the title of the fix that an "after" block shows; the first fix if undefined. */
  readonly fix: string | undefined;
  /** Line of the page (from 1) that the block's first line stands on. */
  readonly line: number;
  /** Without the comments that expect findings. */
  readonly text: string;
  readonly expected: readonly Expectation[];
}

export interface Expectation {
  readonly rule: string;
  /** What the message must contain; empty if it does not matter. */
  readonly message: string;
  /** Line of the block, from 1. */
  readonly line: number;
}

export interface Section {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A project of a page: files with the blocks that they come from. */
export interface PageCase {
  readonly kind: SectionKind;
  readonly files: ReadonlyMap<string, Block>;
  /** For a fix: what the first file becomes. */
  readonly after: Block | undefined;
  readonly line: number;
}

const KINDS: Readonly<Record<string, SectionKind>> = { Flagged: 'flagged', 'Not flagged': 'clean', Fix: 'fix' };
const EXPECTATION = /\s*(?:\/\/|#|<!--) finding: (\S+)(?: (.*?))?(?:\s*-->)?$/;

export function readSections(page: string): readonly Section[] {
  const sections: { kind: SectionKind; heading: string; blocks: Block[] }[] = [];
  let kind: SectionKind = 'other';
  const lines = page.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const heading = /^(#{1,3}) (.*)$/.exec(line);
    const fence = /^```(\w+)(.*)$/.exec(line);
    if (heading?.[2] !== undefined) {
      if (heading[1] !== '###') kind = KINDS[heading[2]] ?? 'other';
      sections.push({ kind, heading: heading[2], blocks: [] });
    } else if (fence?.[1] !== undefined) {
      const end = lines.indexOf('```', index + 1);
      sections.at(-1)?.blocks.push(readBlock(fence[1], fence[2] ?? '', lines.slice(index + 1, end), index + 2));
      index = end;
    }
  }
  return sections;
}

export function readCases(page: string): readonly PageCase[] {
  return readSections(page).flatMap((section) => casesOf(section));
}

function readBlock(language: string, info: string, lines: readonly string[], line: number): Block {
  const expected = lines.flatMap((text, index) => {
    const match = EXPECTATION.exec(text);
    return match === null ? [] : [{ rule: match[1] ?? '', message: match[2] ?? '', line: index + 1 }];
  });
  return {
    language,
    title: attribute(info, 'title'),
    fix: attribute(info, 'fix'),
    line,
    text: `${lines.map((text) => text.replace(EXPECTATION, '')).join('\n')}\n`,
    expected,
  };
}

function attribute(info: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(info)?.[1];
}

function casesOf({ kind, blocks }: Section): readonly PageCase[] {
  const manifests = blocks.filter(({ title }) => title === 'package.json');
  const shared = manifests.map((block): [string, Block] => ['package.json', block]);
  const titled = blocks.flatMap((block): [string, Block][] =>
    block.title === undefined || block.title === 'package.json' ? [] : [[block.title, block]],
  );
  const single = blocks.filter(({ title }) => title === undefined);
  const project = (files: readonly [string, Block][], after?: Block): PageCase => ({
    kind,
    files: new Map([...files, ...shared]),
    after,
    line: files[0]?.[1].line ?? 0,
  });
  // A file that a fix shows twice is shown before and after.
  const again =
    kind === 'fix' ? titled.filter(([title], index) => titled.findIndex(([other]) => other === title) < index) : [];
  const [[, after] = []] = again;
  if (after !== undefined)
    return [
      project(
        titled.filter(([, block]) => block !== after),
        after,
      ),
    ];
  const cases = titled.length === 0 ? [] : [project(titled)];
  if (kind === 'fix') {
    for (let index = 0; index < single.length; index += 2) {
      const [before, after] = single.slice(index, index + 2);
      if (before !== undefined) cases.push(project([[`example.${before.language}`, before]], after));
    }
    return cases;
  }
  return [...cases, ...single.map((block) => project([[`example.${block.language}`, block]]))];
}
