import type { Finding, Fix } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../src/engine/apply-fixes.js';
import { analyseFiles, lineAt } from './analyse-files.js';
import { pythonProblems } from './python-syntax.js';
import { rulePages, textsOf } from './rule-pages.js';
import { typeProblems } from './type-check.js';

type Files = Readonly<Record<string, string>>;

interface Repair {
  readonly name: string;
  readonly rule: string;
  readonly finding: Finding;
  readonly fix: Fix;
  readonly before: Files;
  readonly after: Files;
  readonly page: string;
}

/** Every fix of every finding that a rule page shows. */
const repairs: readonly Repair[] = rulePages.flatMap(({ cases, path, rule }) =>
  cases.flatMap((shown) => {
    const before = textsOf(shown);
    const { findings } = analyseFiles(before);
    return findings
      .filter((finding) => finding.rule === rule.meta.id)
      .flatMap((finding) =>
        finding.fixes.map((fix) => {
          const text = before[finding.primary.file] ?? '';
          const line = (shown.files.get(finding.primary.file)?.line ?? 0) + lineAt(text, finding.primary.start) - 1;
          const name = `${path}:${String(line)} ${fix.title}`;
          return { name, rule: rule.meta.id, finding, fix, before, after: apply(fix, before), page: path };
        }),
      );
  }),
);

function apply(fix: Fix, files: Files): Files {
  return { ...files, ...Object.fromEntries(applyFixes([fix], (file) => files[file]).files) };
}

const pythonTexts = (files: Files): readonly string[] =>
  Object.entries(files).flatMap(([file, text]) => (file.endsWith('.py') ? [text] : []));

const eachText = (files: Files, change: (text: string) => string): Files =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [file, change(text)]));

/** Whether CPython accepts a text, for every text of Python before and after a fix. */
const accepted = new Map<string, string | null>();
const shownPython = rulePages.flatMap(({ cases }) => cases.flatMap((shown) => pythonTexts(textsOf(shown))));
const allPython = [...new Set([...shownPython, ...repairs.flatMap(({ after }) => pythonTexts(after))])];
for (const [index, problem] of pythonProblems(allPython).entries()) accepted.set(allPython[index] ?? '', problem);

function count(files: Files, rule: string): number {
  return analyseFiles(files).findings.filter((finding) => finding.rule === rule).length;
}

describe.each(repairs.map((repair) => [repair.name, repair] as const))('%s', (_, repair) => {
  const { after, before, fix, rule } = repair;

  it('changes something and makes the finding go away', () => {
    expect(after).not.toEqual(before);
    const report = analyseFiles(after);
    expect(report.problems.map(({ message }) => message)).toEqual([]);
    expect(count(after, rule)).toBe(count(before, rule) - 1);
  });

  it('is made once', () => {
    const again = analyseFiles(after).findings.flatMap(({ fixes }) => fixes);
    const same = again.filter(({ title }) => title === fix.title);
    const others = analyseFiles(before)
      .findings.flatMap(({ fixes }) => fixes)
      .filter(({ title }) => title === fix.title);
    expect(same.length).toBeLessThan(others.length);
  });

  it('keeps the types of the SDK', () => {
    expect(typeProblems(after)).toEqual(typeProblems(before));
  });

  it('is Python that Python accepts', () => {
    expect(pythonTexts(after).map((text) => accepted.get(text))).toEqual(pythonTexts(after).map(() => null));
  });

  const inPython = pythonTexts(after).length > 0 ? it : undefined;
  inPython?.('keeps comments and the line breaks of the file', () => {
    const comments = (files: Files): readonly string[] =>
      Object.values(files).flatMap((text) => text.match(/#.*/g) ?? []);
    expect(comments(after)).toEqual(expect.arrayContaining([...comments(before)]));
    const windows = eachText(before, (text) => text.replaceAll('\n', '\r\n'));
    const [same] = analyseFiles(windows)
      .findings.filter((finding) => finding.rule === rule)
      .flatMap(({ fixes }) => fixes)
      .filter(({ title }) => title === fix.title);
    const repaired = same === undefined ? {} : apply(same, windows);
    const mixed = Object.keys(windows).filter((file) => /(?<!\r)\n/.test(repaired[file] ?? ''));
    expect(mixed).toEqual([]);
    expect(Object.keys(repaired)).toEqual(Object.keys(after));
  });

  it('has a title that begins with a verb', () => {
    expect(fix.title).toMatch(
      /^(?:Accept|Add|Allow|Ask|Bind|Clean|Confine|Deny|Escape|Fetch|Keep|Load|Log|Move|Parse|Pass|Pin|Quote|Read|Refuse|Remove|Require|Set) /,
    );
  });
});

describe('what the pages show', () => {
  const shown = rulePages.flatMap((page) =>
    page.cases
      .filter(({ after, kind }) => kind === 'fix' && after !== undefined)
      .map((example) => [page, example] as const),
  );

  it.each(shown.map(([page, example]) => [`${page.path}:${String(example.after?.line)}`, page, example] as const))(
    '%s',
    (_, page, example) => {
      const before = textsOf(example);
      const fixes = analyseFiles(before)
        .findings.filter(({ rule }) => rule === page.rule.meta.id)
        .flatMap((finding) => finding.fixes);
      const wanted = example.after?.fix;
      const fix = wanted === undefined ? fixes[0] : fixes.find(({ title }) => title.includes(wanted));
      expect(fix, `no fix among ${fixes.map(({ title }) => title).join(', ')}`).toBeDefined();
      const file = fix?.edits[0]?.span.file ?? '';
      expect(fix && apply(fix, before)[file]).toBe(example.after?.text);
    },
  );

  it('has a fix for every rule that promises one', () => {
    const fixed = new Set(repairs.map(({ rule }) => rule));
    const promised = rulePages.filter(({ rule }) => rule.meta.fix !== 'none').map(({ rule }) => rule.meta.id);
    expect(promised.filter((id) => !fixed.has(id))).toEqual([]);
  });

  it('is Python that Python accepts', () => {
    expect([...new Set(shownPython)].flatMap((text) => accepted.get(text) ?? [])).toEqual([]);
  });

  it('uses the SDKs as they are', () => {
    const problems = rulePages.flatMap(({ cases, path }) =>
      cases.flatMap((example) =>
        typeProblems(textsOf(example)).map((problem) => `${path}:${String(example.line)} ${problem}`),
      ),
    );
    expect(problems).toEqual([]);
  });
});
