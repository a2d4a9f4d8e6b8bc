import { expect, test } from 'vitest';
import { declaresExport, mentions, passesOn, wordFilter } from '../../src/engine/export-text.js';

test.each([
  'export const run = 1;',
  'export async function run() {}',
  'export function* run() {}',
  'export class run {}',
  'export abstract class run {}',
  'export default run;',
  'export interface run {}',
  'const run = 1;\nexport { other, run };',
  'export { inner as run } from "./x";',
  'export type { run };',
  'export const { run, other } = make();',
  'export const [first, run] = make();',
  'export\n  const run = 1;',
  'module.exports = { run };',
  'exports.run = 1;',
])('%s exports run', (text) => {
  expect(declaresExport(text, 'run')).toBe(true);
});

test.each([
  'const run = 1;',
  'export const runner = 1;',
  'import { run } from "./x";\nexport const other = run();',
  'export function other() { return run; }',
  '',
])('%s does not', (text) => {
  expect(declaresExport(text, 'run')).toBe(false);
});

test.each([
  [`export * from './x'`, true],
  [`export * as x from './x'`, true],
  [`export { a, b } from './x'`, true],
  [`export type { A } from './x'`, true],
  [`export { a }`, false],
  [`import * as x from './x'`, false],
])('%s passes on: %s', (text, expected) => {
  expect(passesOn(text)).toBe(expected);
});

test.each(['run', '$run', 'run2', '_', 'größe', 'a.b', 'run-it', 'un', 'other', 'missing', '', 'ru'])(
  'the filter of a text says of %j what a search says',
  (name) => {
    for (const text of ['run(other, $run)', 'größe = a.b + run2', 'run-it', '_', '', 'x '.repeat(9000) + 'ru'])
      expect(wordFilter(text)(name)).toBe(mentions(text, [name]));
  },
);
