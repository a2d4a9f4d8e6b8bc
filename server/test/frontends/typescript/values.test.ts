import { describe } from 'vitest';
import { testCases } from './cases.js';

describe('literals and operators', () => {
  testCases([
    {
      title: 'literals',
      source: `f('a', 1, -1, true, null, undefined, /x/g, 10n)`,
      calls: ['f("a", 1, -1, true, null, undefined, /x/g, unknown())'],
    },
    {
      title: 'operators',
      source: 'f(a === b, typeof a, a in b, -a, a * 2, !a)',
      calls: ['f(===(a, b), typeof(a), in(a, b), -(a), *(a, 2), !(a))'],
    },
    { title: 'sequence and void', source: 'f((a, b), void a)', calls: ['f(b, undefined)'] },
    {
      title: 'casts are transparent',
      source: 'f(a as string, <any>b, c!, d satisfies D, (e as any)!.x)',
      path: 'a.ts',
      calls: ['f(a, b, c, d, e.x)'],
    },
    { title: 'await', source: 'f(await g(a))', calls: ['= g(a)', 'f(await g(a))'] },
    { title: 'import.meta', source: 'f(import.meta.env.KEY)', calls: ['f(import.meta.env.KEY)'] },
    {
      title: 'constant keys are members',
      source: `const k = 'c'; f(a['b'], a[k], a[0], a[i])`,
      calls: ['f(a.b, a.c, a.0, a[i])'],
    },
    {
      title: 'globals through globalThis',
      source: 'globalThis.fetch(x); eval(y)',
      calls: ['globalThis.fetch(x)', 'eval(y) if done globalThis.fetch(x)'],
    },
  ]);
});

describe('text', () => {
  testCases([
    { title: 'template', source: 'f(`a ${b} c ${d}`)', calls: ['f(`a ${b} c ${d}`)'] },
    { title: 'template without substitution is a literal', source: 'f(`a`)', calls: ['f("a")'] },
    { title: 'concatenation is flat', source: `f('a' + b + ('c' + d) + \`e\${g}\`)`, calls: ['f(+`a${b}c${d}e${g}`)'] },
    { title: 'constants are joined', source: `f('a' + 'b' + 1)`, calls: ['f("ab1")'] },
    {
      title: 'numbers are added',
      source: 'f(1 + 2, a.length - 1 + 1, a + b)',
      calls: ['f(+(1, 2), +(-(a.length, 1), 1), +`${a}${b}`)'],
    },
    {
      title: 'appending',
      source: `let s = 'a'; s += b; f(s); let n = 0; n += 1; f(n)`,
      calls: ['f(+`${"a"}${b}`)', 'f(+(0, 1)) if done f(+`${"a"}${b}`)'],
    },
    {
      title: 'tagged template',
      source: 'f(sql`select ${x}`, String.raw`\\u`)',
      calls: ['f(sql`select ${x}`, String.raw`\\u`)'],
    },
  ]);
});

describe('objects, arrays and JSX', () => {
  testCases([
    {
      title: 'entries',
      source: `f({ a, 'b': 1, [c]: 2, ...d, e() {}, get g() { return 1 }, set h(v) {}, i: () => 1 })`,
      calls: ['f({a: a, b: 1, [c]: 2, ...d, e: function e, get g: function g, i: function i})'],
    },
    { title: 'items', source: 'f([a, , ...b])', calls: ['f([a, undefined, ...b])'] },
    {
      title: 'this of a method is its object',
      source: 'const o = { a: 1, m() { return this.a }, n: () => this };',
      returns: ['m: {a: 1, m: function m, n: function n}.a', 'n: this'],
    },
    {
      title: 'elements',
      source: 'f(<p a="1" b={x} c {...d} data-e={`t`}>hi {x}<C.D/>{/* */}</p>)',
      calls: ['f(<p a: "1", b: x, c: true, ...d, data-e: "t">["hi ", x, <C.D >[]])'],
    },
    { title: 'fragment and namespace', source: 'f(<><svg:a/></>)', calls: ['f(< >[<svg:a >[]])'] },
    {
      title: 'enum',
      source: `enum E { A = 'a', B = 2, C } f(E.A, E)`,
      path: 'a.ts',
      calls: ['f({A: "a", B: 2, C: 3}.A, {A: "a", B: 2, C: 3})'],
    },
    {
      title: 'namespace',
      source: 'namespace N { export const a = 1; const b = 2; export function c() {} } f(N)',
      path: 'a.ts',
      calls: ['f({a: 1, c: function c})'],
    },
  ]);
});

describe('variables', () => {
  testCases([
    { title: 'a read is the value', source: 'const a = g(); const b = a; f(b)', calls: ['= g()', 'f(g())'] },
    { title: 'hoisted function', source: 'f(g); function g() {}', calls: ['f(function g)'] },
    { title: 'var before assignment', source: 'f(x); var x = 1; f(x)', calls: ['f(undefined)', 'f(1)'] },
    { title: 'var set in a block', source: 'if (a) { var x = 1 } f(x)', calls: ['f(1)'] },
    { title: 'shadowing', source: 'const a = 1; { const a = 2; f(a) } f(a)', calls: ['f(2)', 'f(1)'] },
    {
      title: 'captured and assigned once',
      source: 'function g() { return k + h() } const k = 1; const h = () => g();',
      returns: ['g: +`${1}${function h()}`', 'h: function g()'],
    },
    { title: 'recursion', source: 'const g = () => g();', returns: ['g: function g()'] },
    {
      title: 'captured and reassigned',
      source: 'let n = 1; const g = () => n; n = 2; f(n)',
      returns: ['g: cell n(1 | 2)'],
      calls: ['f(2)'],
    },
    {
      title: 'assigned in a closure',
      source: 'let n = 1; const g = () => { n = 2 }; f(n)',
      calls: ['f(cell n(1 | 2))'],
    },
    {
      title: 'assigned once, in a closure',
      source: 'let n; p((r) => { n = r }); f(n)',
      calls: ['p(function anonymous)', 'f(@r)'],
    },
    {
      title: 'ambient declarations are globals',
      source: 'declare const g: any; declare function h(): void; f(g, h)',
      path: 'a.ts',
      calls: ['f(g, h)'],
    },
    { title: 'update', source: 'let i = 0; i++; f(i)', calls: ['f(++(0))'] },
    {
      title: 'logical assignment',
      source: 'let a = g; a ??= h; f(a); let b = g; b ||= h; f(b)',
      calls: ['f(phi(g | h))', 'f(phi(g | h)) if done f(phi(g | h))'],
    },
  ]);
});

describe('patterns', () => {
  testCases([
    {
      title: 'object pattern',
      source: 'const { a, b: { c = 1 }, ...rest } = x; f(a, c, rest)',
      calls: ['f(x.a, phi(x.b.c | 1), x without a b)'],
    },
    {
      title: 'array pattern',
      source: 'const [a, , [b] = y, ...rest] = x; f(a, b, rest)',
      calls: ['f(x.0, phi(x.2 | y).0, x without 0 1 2)'],
    },
    { title: 'computed key', source: `const { ['a']: b, [k]: c } = x; f(b, c)`, calls: ['f(x.a, x[k])'] },
    {
      title: 'parameter pattern',
      source: 'const g = ({ a, b = 2 }, [c]) => f(a, b, c);',
      calls: ['= f(@0.a, phi(@0.b | 2), @1.0)'],
    },
    {
      title: 'assignment pattern',
      source: 'let a, b; ({ a, x: [b] } = y); [a, b] = [b, a]; f(a, b)',
      calls: ['f([y.x.0, y.a].0, [y.x.0, y.a].1)'],
    },
    {
      title: 'default function takes the name',
      source: 'const { a = () => 1 } = x;',
      functions: ['arrow a in module'],
    },
  ]);
});

describe('members', () => {
  testCases([
    {
      title: 'a write shows in later reads',
      source: 'const o = g(); o.a = 1; f(o.a); o.a.b = 2; f(o.a)',
      calls: ['= g()', 'f(1)', 'f(1)'],
      stores: ['g().a = 1', '1.b = 2'],
    },
    {
      title: 'a write on one way',
      source: 'const o = g(); if (x) o.a = 1; f(o.a)',
      calls: ['= g()', 'f(phi(1 | g().a))'],
    },
    { title: 'computed write', source: 'o[k] = v; o["a"] = w', stores: ['o[k] = v', 'o.a = w'] },
    { title: 'a computed write shows in later reads', source: 'o[k] = v; f(o[k], o[l])', calls: ['f(v, o[l])'] },
    { title: 'compound write', source: `o.s += 'x'`, stores: ['o.s = +`${o.s}x`'] },
    { title: 'writes have conditions', source: 'if (a) o.b = 1', stores: ['o.b = 1 if a'] },
  ]);
});
