import { describe, expect, it } from 'vitest';
import { testCases } from './cases.js';
import { dump } from './dump.js';

describe('imports', () => {
  testCases([
    {
      title: 'all forms',
      source: `import a, { b, c as d, default as e, 'f g' as h } from 'x'; import * as i from 'y'; import 'z'; import type { T } from 't'; import j, * as k from 'w'; f(a, b, d, e, h, i.l, j, k)`,
      path: 'a.ts',
      imports: [
        'esm x {default as a, b, c as d, default as e, f g as h}',
        'esm y {* as i}',
        'esm z {}',
        'esm type t {T}',
        'esm w {default as j, * as k}',
      ],
      calls: ['f(<x>.default, <x>.b, <x>.c, <x>.default, <x>.f g, <y>.*.l, <w>.default, <w>.*)'],
    },
    {
      title: 'require',
      source: `const a = require('x'); const { b, c: d, ...e } = require('y'); f(a.g, b, d, e, require('z').h); const i = require('w')(1)`,
      path: 'a.js',
      imports: ['require x {* as a}', 'require y {b, c as d}', 'require z {}', 'require w {}'],
      calls: [
        'f(<x>.*.g, <y>.*.b, <y>.*.c, <y>.* without b c, <z>.*.h)',
        '= <w>.*(1) if done f(<x>.*.g, <y>.*.b, <y>.*.c, <y>.* without b c, <z>.*.h)',
      ],
    },
    {
      title: 'dynamic import',
      source: `const { a } = await import('x'); import('y').then((m) => m.b); f(a, await import(z))`,
      imports: ['dynamic x {}', 'dynamic y {}'],
      calls: ['<y>.*.then(function anonymous)', 'f(<x>.*.a, await unknown(z))'],
    },
    {
      title: 'import equals',
      source: `import a = require('x'); import b = a.c.d; f(a, b)`,
      path: 'a.ts',
      imports: ['require x {* as a}'],
      calls: ['f(<x>.*, <x>.*.c.d)'],
    },
    {
      title: 'a local require is no import',
      source: `const require = createRequire(); require('x')`,
      imports: [],
      calls: ['= createRequire()', 'createRequire()("x")'],
    },
  ]);
});

describe('exports', () => {
  testCases([
    {
      title: 'declarations',
      source:
        'export const a = 1, { b, c: [d] } = x; export function e() {} export class F {} export let g = 1; g = 2; export interface H {} export enum I { J = 1 }',
      path: 'a.ts',
      exports: ['a = 1', 'b = x.b', 'd = x.c.0', 'e = function e', 'F = class F', 'g = 2', 'I = {J: 1}'],
    },
    {
      title: 'lists and re-exports',
      source: `export { a as b, c }; const a = 1; function c() {} export { d as e, default as f } from 'x'; export * from 'y'; export * as g from 'z'; export type { T } from 't'`,
      path: 'a.ts',
      exports: ['e = d of x', 'f = default of x', '* = * of y', 'g = * of z', 'T = T of t', 'b = 1', 'c = function c'],
    },
    { title: 'default expression', source: 'export default { a: 1 }', exports: ['default = {a: 1}'] },
    {
      title: 'default function',
      source: 'export default async function () { }',
      exports: ['default = function anonymous'],
    },
    {
      title: 'default name',
      source: 'export default a; var a = 1; class B {} export { B as default }',
      exports: ['default = 1', 'default = class B'],
    },
    {
      title: 'CommonJS',
      source: 'module.exports = { a }; exports.b = 1; module.exports.c = () => 2; exports["d"] = 3; other.exports = 4',
      path: 'a.cjs',
      exports: ['= = {a: a}', 'b = 1', 'c = function c', 'd = 3'],
    },
    {
      title: 'compiled CommonJS',
      source: 'exports.a = exports.b = void 0; const a = 1; exports.a = a; exports.b = () => a',
      path: 'a.js',
      exports: ['a = 1', 'b = function b'],
    },
    { title: 'export equals', source: 'export = a', path: 'a.cts', exports: ['= = a'] },
    { title: 'names that are not exported', source: 'namespace N { export const a = 1 }', path: 'a.ts', exports: [] },
  ]);
});

describe('module facts', () => {
  it.each([
    ['a.ts', 'import x from "y"', 'esm'],
    ['a.js', 'const x = require("y")', 'cjs'],
    ['a.js', 'exports.a = 1', 'cjs'],
    ['a.js', 'import x from "y"; const z = require("z")', 'esm'],
    ['a.cjs', 'f()', 'cjs'],
    ['a.js', 'f()', 'esm'],
  ])('%s with %j is %s', (path, text, style) => {
    expect(dump(text, path).facts.moduleStyle).toBe(style);
  });

  it.each([
    ['f()', '|f()'],
    ['#!/usr/bin/env node\nf()', '#!/usr/bin/env node\n|f()'],
    [`'use client';\nf()`, `'use client';\n|f()`],
    [
      `// licence\nimport a from 'a';\nimport b from 'b'; // b\n\nf();\nimport c from 'c';\n`,
      `// licence\nimport a from 'a';\nimport b from 'b'; // b\n|\nf();\nimport c from 'c';\n`,
    ],
    [`const a = require('a');\r\nf()`, `const a = require('a');\r\n|f()`],
    [`import a from 'a'`, `import a from 'a'|`],
    ['\uFEFFf()', '\uFEFF|f()'],
  ])('%j takes new imports at the mark', (text, marked) => {
    const { importOffset } = dump(text).facts;
    expect(`${text.slice(0, importOffset)}|${text.slice(importOffset)}`).toBe(marked);
  });

  it('knows every declared name and the directives of the module', () => {
    const { facts } = dump(
      `'use server'; import a from 'a'; function b(c) { let d; class E {} } type F = 1; interface G {}`,
      'a.ts',
    );
    expect(facts.directives).toEqual(['use server']);
    expect([...facts.declaredNames].sort()).toEqual(['E', 'F', 'G', 'a', 'b', 'c', 'd']);
  });

  it('counts offsets in UTF-16 code units, byte order mark included', () => {
    const text = '\uFEFFconst 名 = "💥";\r\nf(名)';
    const { facts } = dump(text);
    const call = facts.values[facts.functions[0]?.calls[0] ?? -1];
    expect(text.slice(...(call?.range ?? [0, 0]))).toBe('f(名)');
  });

  it('survives JSON', () => {
    const { facts } = dump(
      'import a from "a"; class B { c = undefined } export const d = (e = [1, /x/]) => a(e, ...d)',
    );
    expect(JSON.parse(JSON.stringify(facts))).toEqual(JSON.parse(JSON.stringify({ ...facts })));
    expect(JSON.stringify(facts)).not.toContain('"loc":');
  });
});
