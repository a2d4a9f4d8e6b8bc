import { describe, expect, it } from 'vitest';
import { testCases } from './cases.js';
import { dump } from './dump.js';

describe('functions', () => {
  testCases([
    {
      title: 'kinds, names and nesting',
      source: `async function a() { const b = () => 1; return function* c() {} } const o = { d() {}, e: function () {} }; o.f = () => 2; (() => 3)()`,
      functions: [
        'function a in module async',
        'arrow b in a',
        'function c in a generator',
        'method d in module',
        'function e in module',
        'arrow f in module',
        'arrow anonymous in module',
      ],
    },
    {
      title: 'ways out',
      source:
        'function g(a) { if (a) return 1; if (a.b) return; throw a } const h = (x) => x.y; const i = () => { f() }',
      returns: ['g: 1 if @a', 'g: nothing if not @a & @a.b', 'h: @x.y', 'i: nothing'],
    },
    {
      title: 'parameters',
      source: 'function g(a, { b }, [c] = d, e = 1, ...rest) {}',
      parameters: ['g(a)', 'g(_)', 'g(_ = d)', 'g(e = 1)', 'g(...rest)'],
    },
    {
      title: "TypeScript's this is no parameter",
      source: 'function g(this: X, a: string) {}',
      parameters: ['g(a: string)'],
    },
    {
      title: 'directives',
      source: `'use client'; async function g() { 'use server'; 'use strict'; f() }`,
      functions: ['function g in module async use server use strict'],
    },
    {
      title: 'conditions at creation',
      source: 'if (a) { const g = () => 1 }',
      functions: ['arrow g in module if a'],
    },
    {
      title: 'calls in evaluation order',
      source: 'f(g(a()), h`x`, new K(b()))',
      calls: ['= a()', '= g(a())', '= b()', '= new K(b())', 'f(g(a()), h`x`, new K(b()))'],
    },
    {
      title: 'results that nobody uses',
      source: 'async function g() { a(1); await b(2); void c(3); d?.(4); x && e(5); const y = f(6); return h(7) }',
      calls: ['a(1)', 'b(2)', 'c(3)', 'd(4) if d', 'e(5) if x', '= f(6)', '= h(7)'],
    },
    { title: 'spread arguments', source: 'f(...a, b)', calls: ['f(...a, b)'] },
    {
      title: 'promises stay calls',
      source: 'g().then((r) => f(r)).catch(() => 1)',
      calls: [
        '= g()',
        '= g().then(function anonymous)',
        'g().then(function anonymous).catch(function anonymous)',
        '= f(@r)',
      ],
    },
    {
      title: 'mutual recursion through hoisting',
      source: 'const run = () => step(); function step() { return run() }',
      returns: ['step: function run()', 'run: function step()'],
    },
  ]);

  it('records what generators yield and functions throw', () => {
    const { facts } = dump('function* g(a) { yield a; yield* a.b; if (a.c) throw a.d }');
    expect(facts.functions[1]?.yields).toHaveLength(2);
    expect(facts.functions[1]?.throws.map((way) => facts.values[way.value])).toMatchObject([
      { kind: 'member', key: 'd' },
    ]);
  });

  it('points at names and bodies', () => {
    const text = 'const run = async (a: string) => { f() };';
    const { facts } = dump(text);
    const fn = facts.functions[1];
    const slice = (range: readonly [number, number] | undefined): string => (range ? text.slice(...range) : 'nothing');
    expect(slice(fn?.nameRange)).toBe('run');
    expect(slice(fn?.bodyRange)).toBe('{ f() }');
    expect(slice(facts.values[fn?.parameters[0]?.value ?? -1]?.range)).toBe('a');
  });
});

describe('classes', () => {
  testCases([
    {
      title: 'members',
      source: `class A extends B { a = 1; static b = 2; #c = 'x'; d: string; e() {} get f() { return 1 } static g() {} 'h'() {} [i]() {} constructor() { super(1) } }`,
      classes: [
        'A extends B {a = 1; static b = 2; #c = "x"; d: string; e() method; f() getter; static g() method; h() method}',
      ],
      calls: ['new B(1)'],
    },
    {
      title: 'this carries the class',
      source: 'class A { x = 1; m() { return () => this.x } static s() { return this.y } f = () => this.x }',
      returns: ['m: function anonymous', 'anonymous: this(A).x', 's: class A.y', 'f: this(A).x'],
    },
    {
      title: 'super is the class above',
      source: 'class A { m() {} } class B extends A { m() { return super.m() } }',
      returns: ['m: nothing', 'm: super(B).m()'],
    },
    {
      title: 'writes to fields',
      source: 'class A { constructor(a) { this.a = a; this.b = this.a } }',
      stores: ['this(A).a = @a', 'this(A).b = @a'],
    },
    {
      title: 'parameter properties',
      source: `import { X } from 'x'; class A { constructor(private readonly x: X, y = 1, public z = 2) {} }`,
      classes: ['A {x: <x>.X; z}'],
      stores: ['this(A).x = @x', 'this(A).z = phi(@z | 2)'],
      parameters: ['constructor(x: <x>.X)', 'constructor(y = 1)', 'constructor(z = 2)'],
      path: 'a.ts',
    },
    {
      title: 'a class expression and its instances',
      source: 'const A = class { m() { return new A() } }; new A().m()',
      classes: ['A {m() method}'],
      calls: ['= new class A()', 'new class A().m()', '= new class A()'],
    },
    {
      title: 'static block',
      source: 'class A { static { f(this.x) } }',
      calls: ['f(class A.x)'],
      functions: ['static-block anonymous in module'],
    },
    {
      title: 'a class used above its declaration',
      source: 'const g = () => new A(); class A {}',
      calls: ['= new class A()'],
    },
  ]);

  it('keeps decorators of classes, methods and parameters', () => {
    const { facts } = dump('@Injectable() class A { @Get("/") m(@Body() b, c) {} }', 'a.ts');
    const callee = (id: number | undefined): unknown => {
      const call = facts.values[id ?? -1];
      const value = call?.kind === 'call' ? facts.values[call.callee] : undefined;
      return value?.kind === 'global' ? value.name : undefined;
    };
    const method = facts.functions[1];
    expect(facts.classes[0]?.decorators.map(callee)).toEqual(['Injectable']);
    expect(method?.decorators.map(callee)).toEqual(['Get']);
    expect(method?.parameters.map((parameter) => parameter.decorators?.map(callee))).toEqual([['Body'], undefined]);
  });
});
