import { expect, it } from 'vitest';
import type { FunctionRef, Program } from '../../src/program/program.js';
import { memoryHost, memoryProgram } from './memory-program.js';
import { createProgram } from '../../src/program/create-program.js';

function functionIn(program: Program, path: string, name: string): FunctionRef {
  const file = program.file(path);
  const id = file?.facts.functions.findIndex((fn) => fn.name === name) ?? -1;
  if (file === undefined || id < 0) throw new Error(`no ${name} in ${path}`);
  return program.functionRef(file, id);
}

const places = (program: Program, calls: readonly number[]): string[] =>
  calls.map((call) => `${program.fileOf(call).path}:${program.fileOf(call).text.slice(...program.value(call).range)}`);

it('sorts the calls of one name by the functions that they run', () => {
  const program = memoryProgram({
    'a.ts': 'export function run() {}',
    'b.ts': 'export function run() {}',
    'c.ts': 'import { run } from "./a.js"; run(1); export const x = { run: () => 0 }; x.run(2);',
    'd.ts': 'import { run } from "./b.js"; run(3); import * as a from "./a.js"; a.run(4);',
  });
  const of = (path: string) => places(program, program.callers(functionIn(program, path, 'run'), 'loaded'));
  expect(of('a.ts')).toEqual(['c.ts:run(1)', 'd.ts:a.run(4)']);
  expect(of('b.ts')).toEqual(['d.ts:run(3)']);
  expect(of('c.ts')).toEqual(['c.ts:x.run(2)']);
});

it('finds the callers of a file that is loaded later', () => {
  const program = createProgram(
    memoryHost({
      'a.ts': 'export function run() {}',
      'b.ts': 'import { run } from "./a.js"; run(1);',
      'c.ts': 'import { run } from "./a.js"; run(2);',
    }),
  );
  for (const path of ['a.ts', 'b.ts']) program.load(path);
  const run = functionIn(program, 'a.ts', 'run');
  expect(places(program, program.callers(run, 'loaded'))).toEqual(['b.ts:run(1)']);
  program.load('c.ts');
  expect(places(program, program.callers(run, 'loaded'))).toEqual(['b.ts:run(1)', 'c.ts:run(2)']);
});

it('stops at the bound of callers and says so', () => {
  const calls = Array.from({ length: 80 }, (_, index) => `run(${String(index)});`).join(' ');
  const program = memoryProgram({
    'a.ts': 'export function run() {}',
    'b.ts': `import { run } from "./a.js"; ${calls}`,
    'c.ts': 'export const other = { run() {} }; other.run(1);',
  });
  const run = functionIn(program, 'a.ts', 'run');
  expect(program.callers(run, 'loaded')).toHaveLength(60);
  expect(program.hasMoreCallers(run)).toBe(true);
  const other = functionIn(program, 'c.ts', 'run');
  expect(program.callers(other, 'loaded')).toHaveLength(1);
  expect(program.hasMoreCallers(other)).toBe(false);
});

it('tells exported functions from members of what is exported', () => {
  const program = memoryProgram({
    'a.ts': `function inner() {} class C { constructor() {} go() {} } export { C }; export const table = { inner };
export const list = [inner]; export default inner;`,
    'b.ts': `import { table, C } from './a.js'; const key = pick(); table[key](); new C().go();`,
  });
  expect(places(program, program.callers(functionIn(program, 'a.ts', 'inner'), 'loaded'))).toEqual([
    'b.ts:table[key]()',
  ]);
  expect(places(program, program.callers(functionIn(program, 'a.ts', 'go'), 'loaded'))).toEqual(['b.ts:new C().go()']);
});
