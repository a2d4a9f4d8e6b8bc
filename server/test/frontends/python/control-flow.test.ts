import { describe } from 'vitest';
import { testPython } from './cases.js';

describe('conditions', () => {
  testPython([
    {
      title: 'if, elif and else',
      source: 'if a:\n  f(1)\nelif b: f(2)\nelse:\n  f(3)\nf(4)',
      calls: ['f(1) if a', 'f(2) if not a & b', 'f(3) if not a & not b', 'f(4)'],
    },
    { title: 'tests are taken apart', source: 'if a and not (b or c): f(1)', calls: ['f(1) if a & not b & not c'] },
    { title: 'early return', source: 'def g():\n  if not a or b:\n    return\n  f(1)', calls: ['f(1) if a & not b'] },
    {
      title: 'early raise and continue',
      source: 'for x in xs:\n  if not x.a: continue\n  if x.b: raise x\n  f(x)',
      calls: ['f(each xs) if each xs.a & not each xs.b in loop 0'],
    },
    {
      title: 'early exit of the process',
      source: 'import sys\nif not a: sys.exit(1)\nif b: exit()\nf(1)',
      calls: ['<sys>.*.exit(1) if not a', 'exit() if a & b', 'f(1) if a & not b'],
    },
    {
      title: 'functions that never return',
      source: 'def fail(): raise E()\nif not a: fail()\nf(1)',
      calls: ['function fail() if not a', 'f(1) if a', '= E()'],
    },
    {
      title: 'NoReturn',
      source: 'from typing import NoReturn\ndef fail() -> NoReturn: g()\nif not a: fail()\nf(1)',
      calls: ['function fail() if not a', 'f(1) if a', 'g()'],
    },
    {
      title: 'a test kept in a variable',
      source: 'ok = a and not b\nif not ok: raise E\nf(1)',
      calls: ['f(1) if a & not b'],
    },
    { title: 'chained comparisons', source: 'if 0 < a < 9: f(1)', calls: ['f(1) if <(0, a) & <(a, 9)'] },
    {
      title: 'inside expressions',
      source: 'a and f(1)\na or f(2)\nx = f(3) if a else f(4)',
      calls: ['= f(1) if a', '= f(2) if not a', '= f(3) if a', '= f(4) if not a'],
    },
    {
      title: 'completed calls',
      source: 'check(a)\nc = parse(d)\nf(1)',
      calls: ['check(a)', '= parse(d) if done check(a)', 'f(1) if done check(a) & done parse(d)'],
    },
    { title: 'assert', source: 'assert a in b, m(c)\nf(1)', calls: ['= m(c)', 'f(1) if in(a, b)'] },
    {
      title: 'the main module',
      source: `if __name__ == '__main__':\n  f(1)`,
      calls: ['f(1) if ==(__name__, "__main__")'],
    },
  ]);
});

describe('values where ways meet', () => {
  testPython([
    { title: 'branches', source: 'x = 1\nif a: x = 2\nf(x)', calls: ['f(phi(2 | 1))'] },
    {
      title: 'loops',
      source: 'x = a\nwhile b:\n  f(x)\n  x = g(x)\nh(x)',
      calls: [
        'f(phi(a | g(↺))) if b in loop 0',
        '= g(phi(a | ↺)) if b & done f(phi(a | g(↺))) in loop 0',
        'h(phi(a | g(↺))) if not b',
      ],
    },
    {
      title: 'the loop was not left',
      source: 'for x in xs:\n  if x: break\nelse:\n  f(1)\ng(2)',
      calls: ['f(1) if each(not each xs)', 'g(2) if (each(not each xs) | each xs)'],
      loops: ['of of xs exits[if each xs]'],
    },
    {
      title: 'endless loops',
      source: 'while True:\n  if a: break\n  f(1)\ng()',
      calls: ['f(1) if not a in loop 0', 'g() if a'],
    },
    {
      title: 'exceptions',
      source: 'x = 1\ntry:\n  x = f()\nexcept (A, B) as e:\n  g(x, e)\nelse:\n  h(x)\nfinally:\n  k(x)',
      calls: [
        '= f()',
        'h(f())',
        'g(phi(1 | f()), unknown())',
        'k(phi(f() | phi(1 | f()))) if (done h(f()) | done g(phi(1 | f()), unknown()))',
      ],
    },
    {
      title: 'a fallback import',
      source: 'try:\n  import a as x\nexcept ImportError:\n  x = None\nf(x)',
      calls: ['f(phi(<a>.* | null))'],
    },
  ]);
});

describe('match', () => {
  testPython([
    {
      title: 'constants',
      source: 'match x:\n  case 1 | 2: f(1)\n  case -3: f(2)\n  case "a": f(3)\n  case _: f(4)\nf(5)',
      calls: [
        'f(1) if or(==(x, 1), ==(x, 2))',
        'f(2) if not ==(x, 1) & not ==(x, 2) & ==(x, -3)',
        'f(3) if not ==(x, 1) & not ==(x, 2) & not ==(x, -3) & ==(x, "a")',
        'f(4) if not ==(x, 1) & not ==(x, 2) & not ==(x, -3) & not ==(x, "a")',
        'f(5)',
      ],
    },
    {
      title: 'captures',
      source:
        'match x:\n  case {"k": k, **rest}: f(k, rest)\n  case K(a=b, c=[d, *e]): f(b, d, e)\n  case (g, h) as i if g: f(g, h, i)\n  case y: f(y)',
      calls: [
        'f(x.k, x) if match(x)',
        'f(x.a, x.c.0, x.c) if not match(x) & match(x, K) & match(x.c)',
        'f(x.0, x.1, x) if not match(x) & not and(match(x, K), match(x.c)) & match(x) & x.0',
        'f(x) if not match(x) & not and(match(x, K), match(x.c)) & not and(match(x), x.0)',
      ],
    },
  ]);
});

describe('loops', () => {
  testPython([
    {
      title: 'kinds and exits',
      source: 'def g():\n  while a:\n    for x in xs:\n      if x: return 1\n      if b: break',
      loops: ['while test a exits[if a & each xs]', 'of of xs exits[if a & each xs; if a & not each xs & b]'],
    },
    { title: 'async', source: 'async def g():\n  async for x in xs: f(x)', calls: ['f(each xs) in loop 0'] },
  ]);
});
