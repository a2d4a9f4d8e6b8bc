import { describe } from 'vitest';
import { testPython } from './cases.js';

describe('texts', () => {
  testPython([
    {
      title: 'prefixes and escapes',
      source: String.raw`f('a\n\x41\u00e9\'', r'\d', b'x', """y""")`,
      calls: ['f("a\\nAé\'", "\\\\d", "x", "y")'],
    },
    { title: 'neighbours', source: `f('a' "b" f'{c}d' 'e')`, calls: ['f(`ab${c}de`)'] },
    { title: 'f-strings', source: `f(f'{{a}} {b!r:>{w}} {c["k"]}')`, calls: ['f(`{a} ${b} ${c.k}`)'] },
    { title: 'nested f-strings', source: `f(f'a{f"b{c}"}')`, calls: ['f(`a${`b${c}`}`)'] },
    {
      title: 'numbers carry no text',
      source: `f(f'{a:.2f} {b:d} {c:>10}')`,
      calls: ['f(`${format(a)} ${format(b)} ${c}`)'],
    },
    {
      title: 'percent',
      source: `f('a %s %d%%' % (b, c), '%(x)s' % d, '%s' % e)`,
      calls: ['f(`a ${b} ${format(c)}%`, `${d.x}`, `${e}`)'],
    },
    { title: 'percent of a constant', source: `T = 'a %s'\nf(T % b)`, calls: ['f(`a ${b}`)'] },
    { title: 'percent of numbers', source: 'f(a % 2)', calls: ['f(%(a, 2))'] },
    {
      title: 'format',
      source: `f('{} {b} {0.c} {{x}} {b[k]:d}'.format(a, b=d))`,
      calls: ['f(`${a} ${d} ${a.c} {x} ${format(d.k)}`)'],
    },
    { title: 'format with spreads', source: `f('{} {b}'.format(*xs, **ys))`, calls: ['f(`${xs.0} ${ys.b}`)'] },
    { title: 'format of an unknown text', source: 'f(t.format(a))', calls: ['= t.format(a)', 'f(t.format(a))'] },
    { title: 'sums', source: `f('a' + b + 'c', x + y, 1 + 2)`, calls: ['f(+`a${b}c`, +`${x}${y}`, +(1, 2))'] },
    { title: 'sums in steps', source: `s = 'a'\ns += b\nn = 0\nn += 1\nf(s, n)`, calls: ['f(+`${"a"}${b}`, +(0, 1))'] },
    {
      title: 'constants',
      source: 'f(True, False, None, 0x1F, 1_000, 1.5e3, 017, 2j)',
      calls: ['f(true, false, null, 31, 1000, 1500, 17, unknown())'],
    },
  ]);
});

describe('containers', () => {
  testPython([
    { title: 'lists, tuples, sets', source: 'f([a, *b], (c, d), {e})', calls: ['f([a, ...b], [c, d], [e])'] },
    { title: 'sums of lists', source: `f(a + ['-x', b] + (c,))`, calls: ['f([...a, "-x", b, c])'] },
    { title: 'dictionaries', source: `f({'a': 1, b: 2, **c, 3: 4})`, calls: ['f({a: 1, [b]: 2, ...c, 3: 4})'] },
    { title: 'merged dictionaries', source: `f(a | {'b': 1})`, calls: ['f({...a, ...{b: 1}})'] },
    {
      title: 'comprehensions',
      source: 'f([g(x) for x in xs if x.ok])',
      calls: ['= g(each xs) if each xs.ok in loop 0', 'f([g(each xs), ...unknown()])'],
    },
    {
      title: 'nested comprehensions',
      source: 'f({k: v for d in ds for k, v in d.items()})',
      calls: ['= each ds.items() in loop 0', 'f({[each each ds.items().0]: each each ds.items().1})'],
    },
    {
      title: 'names of comprehensions stay inside',
      source: 'x = 1\nf([x for x in xs])\ng(x)',
      calls: ['f([each xs, ...unknown()])', 'g(1)'],
    },
    {
      title: 'members and elements',
      source: `f(a.b, a['b'], a[0], a[-1], a[i], a[1:2])`,
      calls: ['f(a.b, a.b, a.0, each a, a[i], unknown(a))'],
    },
  ]);
});

describe('operators', () => {
  testPython([
    {
      title: 'own values',
      source: 'f(-a, -1, not b, a == b, a is not b, a not in b, a < b < c)',
      calls: ['f(-(a), -1, not(b), ==(a, b), is not(a, b), not in(a, b), and(<(a, b), <(b, c)))'],
    },
    {
      title: 'one of several',
      source: 'f(a or b, a and b, a if b else c)',
      calls: ['f(phi(a | b), phi(a | b), phi(a | c))'],
    },
    { title: 'walrus', source: 'f(x := g())\nh(x)', calls: ['= g()', 'f(g())', 'h(g()) if done f(g())'] },
    {
      title: 'awaiting',
      source: 'async def g():\n  await f(a)\n  x = await f(b)\n  h(x)',
      calls: ['f(a)', '= f(b) if done f(a)', 'h(await f(b)) if done f(a) & done f(b)'],
    },
  ]);
});

describe('calls', () => {
  testPython([
    { title: 'arguments', source: 'f(a, *b, c=d, **e)', calls: ['f(a, ...b, c=d, **e)'] },
    { title: 'a generator is the argument', source: 'any(x for x in xs)', calls: ['any([each xs, ...unknown()])'] },
    {
      title: 'classes',
      source: 'class K: pass\nk = K(1)\nk.run()',
      calls: ['= new class K(1)', 'new class K(1).run()'],
    },
    {
      title: 'the class above',
      source: 'class K(B):\n  def __init__(self, x):\n    super().__init__(x)\n    super().run(x)',
      calls: ['new B(@x)', 'super(K).run(@x)'],
    },
  ]);
});

describe('assignments', () => {
  testPython([
    { title: 'targets', source: 'a, (b, *c) = d\nf(a, b, c)', calls: ['f(d.0, d.1.0, d.1 without 0)'] },
    { title: 'several targets', source: 'a = b = c\nf(a, b)', calls: ['f(c, c)'] },
    {
      title: 'stores',
      source: `a.b = c\na['k'] = d\na[i] = e\nf(a.b, a['k'])`,
      stores: ['a.b = c', 'a.k = d', 'a[i] = e'],
      calls: ['f(c, d)'],
    },
    { title: 'types declare', source: 'x: int = 1\ny: str\nf(x)', calls: ['f(1)'] },
    { title: 'deleted names', source: 'x = a\ndel x, b.c\nf(x)', calls: ['f(unknown())'] },
    { title: 'augmented members', source: 'a.n += 1\na.s |= b', stores: ['a.n = +(a.n, 1)', 'a.s = |(a.s, b)'] },
  ]);
});
