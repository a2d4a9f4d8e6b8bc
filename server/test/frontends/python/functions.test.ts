import { describe, expect, it } from 'vitest';
import { dumpPython, testPython } from './cases.js';

describe('functions', () => {
  testPython([
    {
      title: 'kinds, names and nesting',
      source:
        'async def a():\n  b = lambda x: 1\n  def c(): yield 1\nclass K:\n  def __init__(self): pass\n  @property\n  def p(self): pass\n  @x.setter\n  def x(self, v): pass\n  def m(self): pass',
      functions: [
        'function a in module async',
        'arrow b in a',
        'function c in a generator',
        'constructor __init__ in module',
        'getter p in module',
        'setter x in module',
        'method m in module',
      ],
    },
    {
      title: 'ways out',
      source: 'def g(a):\n  if a: return 1\n  if a.b: return\n  raise a\nh = lambda x: x.y',
      returns: ['g: 1 if @a', 'g: nothing if not @a & @a.b', 'h: @x.y'],
    },
    {
      title: 'parameters',
      source: 'def g(a, /, b: str, c=1, *args: int, d: bool = True, **kw): pass',
      parameters: ['g(a)', 'g(b: string)', 'g(c = 1)', 'g(...args: number)', 'g(d: boolean = true)', 'g(**kw)'],
    },
    {
      title: 'the instance is no parameter',
      source:
        'class K:\n  def m(self, a): f(self.x, a)\n  @classmethod\n  def c(cls, b): f(cls.x, b)\n  @staticmethod\n  def s(d): f(d)',
      parameters: ['m(a)', 'c(b)', 's(d)'],
      calls: ['f(this(K).x, @a)', 'f(class K.x, @b)', 'f(@d)'],
    },
    {
      title: 'closures',
      source: 'x = 1\ndef g():\n  f(x)\ny = 1\ny = 2\ndef h(): f(y)',
      calls: ['f(1)', 'f(cell y(1 | 2))'],
    },
    { title: 'functions further down', source: 'def g(): return h()\ndef h(): return 1', calls: ['= function h()'] },
    {
      title: 'nonlocal and global',
      source:
        'n = 0\ndef a():\n  m = 0\n  def b():\n    nonlocal m\n    global n, o\n    m = 1\n    n = 2\n    o = 3\n  f(m, n)\ng(o)',
      calls: ['g(3)', 'f(cell m(0 | 1), cell n(0 | 2))'],
    },
    {
      title: 'functions do not see the names of their class',
      source: 'x = 1\nclass K:\n  x = 2\n  y = f(x)\n  def m(self): f(x)',
      calls: ['= f(2)', 'f(1)'],
    },
    {
      title: 'generators',
      source: 'def g():\n  yield a\n  yield from b',
      functions: ['function g in module generator'],
    },
  ]);

  it('documents functions, classes and the module', () => {
    const { facts } = dumpPython('"""M."""\nclass K:\n  "C."\n  def m(self):\n    """F."""\n    return 1');
    const said = [facts.functions[0]?.docstring, facts.functions[1]?.docstring, facts.classes[0]?.docstring];
    expect(said.map((id) => facts.values[id ?? -1])).toMatchObject([{ value: 'M.' }, { value: 'F.' }, { value: 'C.' }]);
  });
});

describe('decorators', () => {
  testPython([
    {
      title: 'are calls with the function',
      source: '@d\n@e(1)\ndef f(): pass\nf()',
      calls: [
        '= e(1)',
        '= e(1)(function f)',
        '= d(function f)',
        'phi(e(1)(function f) | d(function f) | function f)()',
      ],
    },
    {
      title: 'that change nothing',
      source:
        'from functools import lru_cache\nfrom dataclasses import dataclass\n@lru_cache(maxsize=1)\ndef f(): pass\n@dataclass\nclass K: pass\nf(K())',
      calls: ['= <functools>.lru_cache(maxsize=1)', '= new class K()', 'function f(new class K())'],
    },
    {
      title: 'of methods',
      source: 'class K:\n  @d\n  def m(self): pass',
      classes: ['K {m = phi(d(function m) | function m); m() method}'],
    },
  ]);
});

describe('classes', () => {
  testPython([
    {
      title: 'fields',
      source:
        'class K(B, metaclass=M):\n  a: str\n  b: int = 1\n  c = 2\n  d, e = 3, 4\n  if x: g = 5\n  class I: pass',
      classes: [
        'K extends B {a: string; b: number = 1; static c = 2; static d = [3, 4].0; static e = [3, 4].1; static g = 5; static I = class I}',
        'I {}',
      ],
    },
    {
      title: 'bases',
      source:
        'from typing import Generic\nimport abc\nclass A(object): pass\nclass B(Generic[T], m.C): pass\nclass D(E[int]): pass',
      classes: ['A extends object {}', 'B extends m.C {}', 'D extends E {}'],
    },
    {
      title: 'writes to the instance',
      source: 'class K:\n  def __init__(self, a): self.a = a',
      stores: ['this(K).a = @a'],
    },
    {
      title: 'static and class methods',
      source:
        'class K:\n  @staticmethod\n  def a(): pass\n  @classmethod\n  async def b(cls): pass\n  def __iter__(self): pass',
      classes: ['K {static a() method; static b() method; @@iterator() method}'],
    },
  ]);
});
