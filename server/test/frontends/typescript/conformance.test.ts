import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { createTypescriptFrontEnd, typescriptFrontEnd } from '../../../src/frontends/typescript/front-end.js';
import { fastParserVersion, loadFastParser } from '../../../src/frontends/typescript/parse-fast.js';
import { decode } from '../../../src/workspace/decode.js';
import { rulePages, textsOf } from '../../rules/rule-pages.js';
import { oddSyntax } from './odd-syntax.js';

const fastFrontEnd = createTypescriptFrontEnd(loadFastParser);
const root = path.join(import.meta.dirname, '../../../..');
const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file);
/** Bundles of a megabyte are no code that anybody wrote. */
const MOST_BYTES = 300_000;

/** The texts whose facts are others by the fast parser. */
function differences(texts: Iterable<readonly [string, string]>): readonly string[] {
  const out: string[] = [];
  for (const [file, text] of texts) {
    const reference = JSON.stringify(typescriptFrontEnd.lower(file, text));
    const fast = JSON.stringify(fastFrontEnd.lower(file, text));
    if (reference !== fast) out.push(`${file}: ${firstDifference(reference, fast)}`);
  }
  return out;
}

function firstDifference(reference: string, fast: string): string {
  let at = 0;
  while (reference[at] === fast[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `${around(reference)} is ${around(fast)} by the fast parser`;
}

function* filesBelow(folder: string, every = 1): Generator<readonly [string, string]> {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isCode)
    .sort()
    .filter((_, index) => index % every === 0);
  for (const name of files) {
    const file = path.join(folder, name);
    const info = fs.statSync(file);
    if (!info.isFile() || info.size > MOST_BYTES) continue;
    const text = decode(fs.readFileSync(file))?.text;
    if (text !== undefined) yield [name.replaceAll('\\', '/'), text];
  }
}

test('the fast parser is here, in the version that the package asks for', () => {
  const manifest = fs.readFileSync(path.join(root, 'server/package.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ optionalDependencies: { 'oxc-parser': fastParserVersion } });
  expect(loadFastParser()).toBeDefined();
});

test('the fast parser reads real code without help', () => {
  const { parsers } = fastFrontEnd;
  const before = new Map(parsers);
  const files = [...filesBelow(path.join(root, 'samples'))];
  for (const [file, text] of files) fastFrontEnd.lower(file, text);
  const name = `oxc-parser ${fastParserVersion}`;
  expect((parsers?.get(name) ?? 0) - (before.get(name) ?? 0)).toBe(files.length);
});

describe('both parsers give the same facts', () => {
  it.each(Object.keys(oddSyntax))('of odd code in %s', (file) => {
    expect(differences((oddSyntax[file] ?? []).map((text) => [file, text]))).toEqual([]);
  });

  it('of code in rule pages', () => {
    const blocks = rulePages.flatMap(({ cases }) => cases.flatMap((shown) => Object.entries(textsOf(shown))));
    const code = blocks.filter(([file]) => isCode(file));
    expect(code.length).toBeGreaterThan(200);
    expect(differences(code)).toEqual([]);
  });

  it.each([
    ['samples', 1],
    ['server/src', 5],
    ['rules/src', 5],
    ['server/test', 5],
  ])('of %s', (folder, every) => {
    expect(differences(filesBelow(path.join(root, folder), every))).toEqual([]);
  });

  it.each(['ai', 'zod', '@langchain/core', '@modelcontextprotocol/sdk', '@types/node', 'eslint'])('of %s', (name) => {
    expect(differences(filesBelow(path.join(root, 'node_modules', name), 7))).toEqual([]);
  });

  // Folders of one's own, separated as in PATH.
  it.each((process.env['LEASHLINT_CODE'] ?? '').split(path.delimiter).filter(Boolean))('of %s', (folder) => {
    expect(differences(filesBelow(folder))).toEqual([]);
  });
});

const nested: Readonly<Record<string, (times: number) => string>> = {
  brackets: (times) => `x = ${'['.repeat(times)}${']'.repeat(times)}`,
  'open brackets': (times) => '('.repeat(times),
  blocks: (times) => '{'.repeat(times) + '}'.repeat(times),
  functions: (times) => `x = ${'function () { return '.repeat(times)}1${'}'.repeat(times)}`,
  templates: (times) => `x = ${'`${'.repeat(times)}1${'}`'.repeat(times)}`,
  conditions: (times) => `x = ${'a ? b :\n'.repeat(times)}c`,
  arrows: (times) => `x = ${'a =>\n'.repeat(times)}1`,
  assignments: (times) => `${'a =\n'.repeat(times)}1`,
  conjunctions: (times) => `x = a${'\n&& b'.repeat(times)}`,
  'type arguments': (times) => `let x: ${'A<'.repeat(times)}B${'>'.repeat(times)}`,
  elements: (times) => `x = ${'<a>'.repeat(times)}${'</a>'.repeat(times)}`,
  alternatives: (times) => `if (a) {}${'\nelse if (b) { c() }'.repeat(times)}`,
  sums: (times) => `x = 'a'${"\n+ 'b'".repeat(times)}`,
  calls: (times) => `a${'\n.b(c)'.repeat(times)}`,
};

describe('code that is nested deeply does not end the process', () => {
  it.each(Object.keys(nested))('%s', (name) => {
    const texts = [20, 140, 160, 390, 410, 600, 1200, 20_000].map((times) => nested[name]?.(times) ?? '');
    const file = name === 'elements' ? 'a.tsx' : 'a.ts';
    expect(differences(texts.map((text) => [file, text]))).toEqual([]);
  });
});
