import { describe, expect, it } from 'vitest';
import { solveAll } from './source-to-sink.js';

/** Sinks of one program are asked one after the other; what the first ones found to lead nowhere must not hide what reaches later ones. */
const programs: readonly (readonly [title: string, main: string, found: number])[] = [
  [
    'a guard in front of the first sink only',
    `export function run(x) { if (x === 'a') { sink(x); } sink(x); } run(source());`,
    1,
  ],
  [
    'a guard on one branch of a variable',
    `export function run(x) { let y = 'b'; if (x === 'a') y = x; sink(y); sink(x); } run(source());`,
    1,
  ],
  ['a guard at one of two calls', `const f = (x) => x; const s = source(); if (s === 'a') sink(f(s)); sink(f(s));`, 1],
  [
    'a caller in front of which nothing comes',
    `const f = (x) => g(x); const g = (x) => x; sink(f('a')); sink(f('b')); sink(f(source()));`,
    1,
  ],
  [
    'another part of the same object',
    `const o = { a: 'x', b: source() }; const get = (v) => v; sink(get(o).a); sink(get(o).b);`,
    1,
  ],
  [
    'a circle that one way enters further in',
    `function a(x, n) { return n ? b(x, n - 1) : 'a'; } function b(x, n) { return n ? a(x, n - 1) : x; } sink(a('c', 1)); sink(b(source(), 2));`,
    1,
  ],
  ['the same source for two sinks', `export function run(x) { sink(x); sink(x); } run(source());`, 2],
];

describe('what an earlier walk left behind', () => {
  it.each(programs)('does not hide a source: %s', (_, main, found) => {
    expect(solveAll({ 'main.ts': main }).answers).toHaveLength(found);
  });
});
