import { describe, expect, it } from 'vitest';
import { dumpPython, testPython } from './cases.js';

const head = 'from typing import Any, Literal, Optional, Union, Annotated\nimport typing as t\nimport m\n';

describe('types', () => {
  testPython([
    {
      title: 'primitives',
      source: 'def g(a: str, b: int, c: float, d: bool, e: list, f: None): pass',
      parameters: ['g(a: string)', 'g(b: number)', 'g(c: number)', 'g(d: boolean)', 'g(e: list)', 'g(f)'],
    },
    {
      title: 'references',
      source: `${head}def g(a: m.K, b: m.K[int], c: 'm.K', d: dict[str, m.K], e: Any): pass`,
      parameters: ['g(a: <m>.*.K)', 'g(b: <m>.*.K<number>)', 'g(c: <m>.*.K)', 'g(d: dict<string, <m>.*.K>)', 'g(e)'],
    },
    {
      title: 'literals',
      source: `${head}def g(a: Literal['x', 1, None], b: t.Literal[True] | Literal['y'], c: Literal[X]): pass`,
      parameters: ['g(a: "x"|1|null)', 'g(b: true|"y")', 'g(c)'],
    },
    {
      title: 'what may be absent',
      source: `${head}def g(a: Optional[str], b: str | None, c: Union[int, None], d: Union[int, str]): pass`,
      parameters: ['g(a: string)', 'g(b: string)', 'g(c: number)', 'g(d)'],
    },
    {
      title: 'annotated',
      source: `${head}def g(a: Annotated[str, F('d')] = 'x'): pass`,
      parameters: ['g(a: string = "x")'],
      calls: ['= F("d")'],
    },
  ]);

  it('keeps what an annotation attaches', () => {
    const { facts } = dumpPython(`${head}class K(m.B):\n  a: Annotated[str, F('d')]`);
    const type = facts.classes[0]?.fields[0]?.type;
    expect(type?.primitive).toBe('string');
    expect(type?.metadata?.map((id) => facts.values[id]?.kind)).toEqual(['call']);
  });
});
