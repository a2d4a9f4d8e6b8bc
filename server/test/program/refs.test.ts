import { expect, it } from 'vitest';
import { indexFile } from '../../src/program/file-index.js';
import { createRefTable } from '../../src/program/ref-table.js';
import { memoryProgram } from './memory-program.js';

it('gives the values of every file numbers of their own', () => {
  const long = Array.from({ length: 700 }, (_, index) => `f(${String(index)});`).join('\n');
  const program = memoryProgram({ 'a.ts': '', 'b.ts': long, 'c.ts': 'g(1);', 'd.py': 'h(1)' });
  const seen = new Set<number>();
  for (const file of program.files()) {
    for (const [id, value] of file.facts.values.entries()) {
      const ref = program.ref(file, id);
      expect(seen.has(ref)).toBe(false);
      seen.add(ref);
      expect(program.fileOf(ref)).toBe(file);
      expect(program.value(ref)).toBe(value);
    }
    for (const [id, facts] of file.facts.functions.entries())
      expect(program.function(program.functionRef(file, id))).toBe(facts);
  }
  expect(() => program.fileOf(1e6)).toThrow(RangeError);
});

it('keeps what is known by number', () => {
  const table = createRefTable<string>();
  for (const ref of [0, 1, 1023, 1024, 50_000]) table.set(ref, String(ref));
  expect([0, 1, 2, 1023, 1024, 1025, 50_000, 60_000].map((ref) => table.get(ref))).toEqual([
    '0',
    '1',
    undefined,
    '1023',
    '1024',
    undefined,
    '50000',
    undefined,
  ]);
  table.clear();
  expect(table.get(1024)).toBeUndefined();
});

it('indexes facts once, however many programs link them', () => {
  const facts = memoryProgram({ 'a.ts': 'f(1); const x = { f }; x.f = g;' }).file('a.ts')?.facts;
  if (facts === undefined) throw new Error('no facts');
  expect(indexFile(facts)).toBe(indexFile(facts));
  expect(indexFile({ ...facts })).toEqual(indexFile(facts));
});
