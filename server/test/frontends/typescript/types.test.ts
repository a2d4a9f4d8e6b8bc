import { describe } from 'vitest';
import { testCases } from './cases.js';

const path = 'a.ts';

describe('types', () => {
  testCases([
    {
      title: 'primitives',
      path,
      source: 'function g(a: string, b: number, c: boolean, d: any) {}',
      parameters: ['g(a: string)', 'g(b: number)', 'g(c: boolean)', 'g(d)'],
    },
    {
      title: 'imported types',
      path,
      source: `import { A } from 'x'; import type B from 'y'; import * as C from 'z'; function g(a: A, b: B<A>, c: C.D.E) {}`,
      parameters: ['g(a: <x>.A)', 'g(b: <y>.default<<x>.A>)', 'g(c: <z>.*.D.E)'],
    },
    {
      title: 'classes and globals',
      path,
      source: 'function g(a: K, b: Request, c: Promise<K>, d: K[], e: readonly string[]) {} class K {}',
      parameters: [
        'g(a: class K)',
        'g(b: Request)',
        'g(c: Promise<class K>)',
        'g(d: Array<class K>)',
        'g(e: Array<string>)',
      ],
    },
    {
      title: 'unions',
      path,
      source: `function g(a: 'x' | 'y' | 1 | true | null, b: K | undefined, c: string | number, d?: 'z', e: L | 'w') {} type L = 'u' | 'v'; class K {}`,
      parameters: ['g(a: "x"|"y"|1|true|null)', 'g(b: class K)', 'g(c)', 'g(d: "z")', 'g(e: "u"|"v"|"w")'],
    },
    {
      title: 'object types',
      path,
      source: 'function g({ a }: { a: string; b?: { c: number }; "d": K; [k: string]: unknown }) {} class K {}',
      parameters: ['g(_: {a: string, b: {c: number}, d: class K})'],
    },
    {
      title: 'interfaces and aliases of the file',
      path,
      source: `import { Base } from 'x'; interface I extends Base, J { a: string } interface J { b: number } type T = I & { c: boolean }; function g(i: I, t: T) {}`,
      parameters: ['g(i: <x>.Base{b: number, a: string})', 'g(t: <x>.Base{b: number, a: string, c: boolean})'],
    },
    {
      title: 'types that refer to themselves end',
      path,
      source: 'interface N { next: N } type A = A; function g(n: N, a: A) {}',
      parameters: ['g(n: {next: {next: {}}})', 'g(a)'],
    },
    {
      title: 'typeof and inferred types',
      path,
      source: `import { z } from 'zod'; const s = z.object({}); function g(a: z.infer<typeof s>) {}`,
      parameters: ['g(a: <zod>.z.infer<<zod>.z.object({})>)'],
    },
    {
      title: 'rest and defaults',
      path,
      source: 'function g(a: string = "x", ...b: number[]) {}',
      parameters: ['g(a: string = "x")', 'g(...b: Array<number>)'],
    },
    {
      title: 'fields',
      path,
      source: 'class A { a: string; static b?: B; private c!: Promise<A> } class B {}',
      classes: ['A {a: string; static b: class B; c: Promise<class A>}', 'B {}'],
    },
  ]);
});
