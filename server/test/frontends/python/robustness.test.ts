import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internalError } from '../../../src/frontends/frontend.js';
import { tooDeep } from '../../../src/frontends/shared/depth.js';
import { cutTexts, noisyText } from '../mutilated.js';
import { dumpPython } from './cases.js';

const samples = [
  `"""Runs commands."""
from __future__ import annotations
import subprocess as sp
from .tools import (a, b as c)
@tool(name="run", args_schema=K)
async def run(self, cmd: str, *args: int, n: Annotated[int, Field(ge=1)] = 3, **kw) -> Optional[str]:
    '''Runs.'''
    if not cmd or "rm" in cmd: raise ValueError(f"no {cmd!r:>{n}} {{}}")
    for i, (x, *y) in enumerate(z for z in args if z):
        if i == 2: continue
        await sp.run(["ls", f"{x}"], shell=True)
    else: pass
    try: check(cmd)
    except (A, B) as e: return
    finally: done()
    return kw["k"][0] if kw else helper(*args, **kw)
`,
  `class Box(Base[T], metaclass=Meta):
    n: ClassVar[int] = 0
    a, b = {"k": 1, **d}, [x for y in z for x in y]
    def __init__(self, x=None):
        super().__init__()
        self.x = lambda q, *r: (q := x) or r
    @property
    def size(self): return self.n[1:2, ::3]
match box:
    case Box(a=1) | {"k": [_, *rest]} as w if w: print("%s %d" % (w, rest))
    case -1 | "s" | None: pass
while True:
    with open(p) as f, g() as (h, i):
        x = yield from h
        del x, i[0]; global q; nonlocal r
        s += "a" "b" + '{} {x}'.format(1, x=2)
    break
`,
];

function inside(range: readonly [number, number] | undefined, text: string): boolean {
  return range === undefined || (range[0] >= 0 && range[0] <= range[1] && range[1] <= text.length);
}

/** Lowering worked, and every reference and range leads somewhere. */
function checkTotal(text: string): void {
  const found = dumpPython(text);
  const { facts, problems } = found;
  expect([...found.calls, ...found.exports, ...found.stores].filter((line) => line.includes('no value'))).toEqual([]);
  expect(problems.filter((message) => message.startsWith(internalError))).toEqual([]);
  expect(facts.values.filter((value) => !inside(value.range, text))).toEqual([]);
  expect(facts.functions.filter((fn) => !inside(fn.range, text))).toEqual([]);
  expect(facts.importOffset).toBeLessThanOrEqual(text.length);
}

describe('broken code', () => {
  it.each(samples)('sample %# is whole', (text) => {
    expect(dumpPython(text).problems).toEqual([]);
    checkTotal(text);
  });

  it('lowers whatever is left of a text', () => {
    fc.assert(
      fc.property(cutTexts(samples), (texts) => {
        texts.forEach(checkTotal);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('lowers texts with something put in', () => {
    const noise = [
      ...'{ } ( ) [ ] \' " """ f" \\ \0 : ; = := -> @ ** * , . ... # ! $ ?'.split(' '),
      ...'def  class  async  await  lambda  match x: case  import  from  if  else: except  with '.split('  '),
      '\n',
      '\n    ',
      '\t',
      '\r\n',
    ];
    fc.assert(fc.property(noisyText(samples, noise), checkTotal), { numRuns: 150, seed: 2 });
  });

  it('lowers what is no code at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), checkTotal), { numRuns: 100, seed: 3 });
  });

  it('keeps what stands around an error', () => {
    const { calls, problems } = dumpPython('a = g()\nf(a)\nb = = 1\nh(2)\n');
    expect(calls).toEqual(['= g()', 'f(g())', 'h(2) if done f(g())']);
    expect(problems).toEqual(['Invalid syntax.']);
  });
});

describe('layout', () => {
  it.each([
    ['CRLF', 'def g(a):\r\n  x = """a\r\nb"""\r\n  f(x, a)\r\n', ['f("a\\nb", @a)']],
    ['tabs', 'if a:\n\tif b:\n\t\tf(1)\n\tf(2)\n', ['f(1) if a & b', 'f(2) if a']],
    ['a byte order mark', '\uFEFFimport a\nf(a)\n', ['f(<a>.*)']],
    ['continued lines', 'f(1, \\\n  2)\n', ['f(1, 2)']],
    ['characters of two code units', 's = "😀"\nf(s)\n', ['f("😀")']],
  ])('%s', (_, text, calls) => {
    const found = dumpPython(text);
    expect(found.problems).toEqual([]);
    expect(found.calls).toEqual(calls);
  });

  it('counts offsets in UTF-16 code units', () => {
    const text = 's = "😀é"; f(s)';
    const { facts } = dumpPython(text);
    const call = facts.values[facts.functions[0]?.calls[0] ?? -1];
    expect(call && text.slice(...call.range)).toBe('f(s)');
  });
});

describe('other Pythons', () => {
  it.each([
    ['type statements', 'type Name[T] = list[T]\ndef f[T: str](x: T) -> T: ...\nclass C[T]: pass\ng(1)\n'],
    ['except*', 'try:\n    g(1)\nexcept* (A, B) as group:\n    pass\n'],
    ['quotes of the text inside of its fields', 'g(f"{x["a"]} {\'b\'}")\n'],
    ['fields over lines', 'g(f"""{\n    x  # comment\n}""")\n'],
    ['print statements', 'print "a", b\nprint >>f, "c"\ng(1)\n'],
    ['exec statements', 'exec "a = 1" in scope\ng(1)\n'],
    ['form feeds', 'import a\n\x0c\ndef f():\n    g(1)\n'],
    ['tabs among spaces', 'if a:\n        f()\n\tg(1)\n'],
  ])('%s have no problem', (_, text) => {
    const { problems, facts } = dumpPython(text);
    expect(problems).toEqual([]);
    const names = facts.values.flatMap((value) => (value.kind === 'call' ? [text.slice(...value.calleeRange)] : []));
    expect(names).toContain('g');
    checkTotal(text);
  });

  it.each([
    ['old handlers', 'try:\n    f()\nexcept A, e:\n    pass\ng(1)\n'],
    ['old numbers', 'a = 0777L\ng(1)\n'],
    ['backquotes', 'a = `b`\ng(1)\n'],
    ['a merge that was not finished', 'f()\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> x\ng(1)\n'],
  ])('%s do no harm', (_, text) => {
    expect(dumpPython(text).calls.at(-1)).toContain('g(1)');
    checkTotal(text);
  });
});

describe('large files', () => {
  it('lowers megabytes in seconds', () => {
    const text = 'def f(a, b=1):\n    return g(a, [b, {"k": a}])\n'.repeat(20_000);
    const { facts, problems } = dumpPython(text);
    expect(problems).toEqual([]);
    expect(facts.functions).toHaveLength(20_001);
  }, 60_000);
});

describe('deep code', () => {
  it.each([
    ['a sum', `f(${Array<string>(5000).fill('a').join(' + ')}, 'b')`],
    ['a chain of or', `f(${Array<string>(5000).fill('a').join(' or ')}, 'b')`],
    ['statements', Array<string>(5000).fill('f(a, "b")').join('\n')],
  ])('%s is lowered whole', (_, text) => {
    const { facts, problems } = dumpPython(text);
    expect(problems).toEqual([]);
    const call = facts.values[facts.functions[0]?.calls.at(-1) ?? -1];
    expect(call?.kind === 'call' && facts.values[call.arguments[1]?.value ?? -1]).toMatchObject({ value: 'b' });
  });

  it.each([
    ['parentheses', `f(); x = ${'('.repeat(5000)}1${')'.repeat(5000)}`],
    ['calls', `f(); x${'.a()'.repeat(2000)}`],
    ['lambdas', `f(); x = ${'lambda: '.repeat(2000)}1`],
    ['not', `f(); x = ${'not '.repeat(2000)}1`],
    ['elif', `if a: f()\n${Array<string>(2000).fill('elif a: f()').join('\n')}`],
  ])('%s that nest too deeply do no harm', (_, text) => {
    const { problems, calls } = dumpPython(text);
    expect(calls[0]).toMatch(/^f\(\)/);
    expect(problems.filter((message) => message !== tooDeep)).toEqual([]);
  });
});
