import { configFiles } from '@leashlint/rules';
import type { Span } from '@leashlint/rules';
import { expect, it } from 'vitest';
import { configExtensions } from '../../../src/frontends/config/formats.js';
import { analyseFiles } from '../../rules/analyse-files.js';
import { rulePages, textsOf } from '../../rules/rule-pages.js';

// `LEASHLINT_MUTATIONS=20000` runs longer.
const COUNT = Number(process.env['LEASHLINT_MUTATIONS'] ?? '2000');
const BATCH = 50;

/** Mulberry32: the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomFrom(20261122);
const below = (bound: number): number => Math.floor(random() * bound);
function pick<T>(list: readonly T[]): T {
  const item = list[below(list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Texts of every notation, as people write them, from the pages of the rules. */
const shown: readonly (readonly [file: string, text: string])[] = rulePages.flatMap(({ cases }) =>
  cases.flatMap((example) =>
    Object.entries(textsOf(example)).filter(
      ([file]) => configExtensions.some((end) => file.endsWith(end)) || /(?:Dockerfile|Makefile)/.test(file),
    ),
  ),
);
const notation = (file: string): string =>
  /Dockerfile|Containerfile|Makefile/i.test(file)
    ? 'commands'
    : file
        .replace(/.*\./, '')
        .replace(/^jsonc?|code-workspace$/, 'json')
        .replace(/^ya?ml$/, 'yaml')
        .replace(/^md[c]?$|^.*rules$|^goosehints$/, 'md');

/** A path of every kind that is known. */
const paths = configFiles.flatMap(({ files }) =>
  files.map((glob) =>
    glob
      .replaceAll(/\{([^,}]*),[^}]*\}/g, '$1')
      .replace(/^\*\*\//, '')
      .replaceAll('**/', 'deep/')
      .replaceAll('*', 'name'),
  ),
);

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ',',
  '\n',
  '\r\n',
  '\t',
  '#',
  '//',
  '/*',
  '---\n',
  '- ',
  '|',
  '>',
  '&a ',
  '*a',
  '<<: *a',
  '${{',
  '}}',
  '$(',
  '\\',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u{1f469}\u200d\u{1f4bb}',
  '\u202e',
  '\u{e0041}',
  '\ufeff',
  '"""',
  '[[',
  ']]',
  '=',
  'null',
  '1e999',
  '<!--',
  '-->',
  '<<EOF\n',
  '\\\n',
  '!`',
  '?',
  '@',
] as const;

const mutations: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, below(text.length + 1)),
  (text) => splice(text, below(text.length + 1), below(20), ''),
  (text) => splice(text, below(text.length + 1), 0, pick(TOKENS)),
  (text) => splice(text, below(text.length + 1), 1, pick(TOKENS)),
  (text) => splice(text, below(text.length + 1), 0, text.slice(below(text.length), below(text.length + 1))),
  (text) => splice(text, below(text.length + 1), 0, pick(TOKENS).repeat(1 + below(300))),
  (text) =>
    text
      .split('\n')
      .toSorted(() => random() - 0.5)
      .join('\n'),
  (text) => text.replaceAll('\n', pick(['\r\n', '\r', ' ', '\n\n'])),
  (text) => text.replaceAll(/^[ \t]+/gm, (indent) => (random() < 0.2 ? indent.slice(1) : indent)),
  (text) =>
    text.replaceAll(/"[^"\n]*"/g, (literal) =>
      random() < 0.2 ? pick(['1', 'true', 'null', '{}', '[]', '""']) : literal,
    ),
  (text) => text + pick(shown)[1],
];

function splice(text: string, at: number, removed: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

function mutated(text: string): string {
  let out = text;
  for (let times = 1 + below(4); times > 0; times--) out = pick(mutations)(out);
  return out.slice(0, 20_000);
}

/** Every second one is a text where it belongs, the others are texts of the notation at the path of any kind. */
function sample(index: number): readonly [file: string, text: string] {
  const [file, text] = pick(shown);
  const fits = index % 2 === 0 ? [] : paths.filter((path) => notation(path) === notation(file));
  const path = fits.length === 0 ? file : pick(fits);
  // A workflow counts in the root only.
  const unique = path.startsWith('.github/workflows/')
    ? path.replace(/\/([^/]*)$/, `/${String(index)}-$1`)
    : `m${String(index)}/${path}`;
  return [unique, mutated(text)];
}

const batches = Array.from({ length: Math.ceil(COUNT / BATCH) }, (_, batch) =>
  Object.fromEntries(
    Array.from({ length: Math.min(BATCH, COUNT - batch * BATCH) }, (__, index) => sample(batch * BATCH + index)),
  ),
);

it.each(batches.map((files, index) => [index, files] as const))(
  'batch %i of mutated files: no crash, no hang, and every position inside of its file',
  (_, files) => {
    const started = performance.now();
    const { findings, problems } = analyseFiles(files);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(problems.filter(({ fatal }) => fatal)).toEqual([]);
    const spans: readonly Span[] = [
      ...problems.flatMap(({ span }) => span ?? []),
      ...findings.flatMap(({ fixes, primary, related, trace }) => [
        primary,
        ...related.map(({ span }) => span),
        ...trace.map(({ span }) => span),
        ...fixes.flatMap(({ edits }) => edits.map(({ span }) => span)),
      ]),
    ];
    const outside = spans.filter(
      ({ end, file, start }) => start < 0 || end < start || end > (files[file]?.length ?? -1),
    );
    expect(outside).toEqual([]);
  },
  60_000,
);

it('the mutations leave enough to find', () => {
  const found = batches.slice(0, 3).flatMap((files) => analyseFiles(files).findings);
  expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(8);
});
