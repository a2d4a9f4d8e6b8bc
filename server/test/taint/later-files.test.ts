import { expect, it } from 'vitest';
import { createProgram } from '../../src/program/create-program.js';
import { createSolver } from '../../src/taint/create-solver.js';
import { callsOf, memoryHost } from '../program/memory-program.js';
import { testSemantics } from './source-to-sink.js';

const MAIN = `def strict(x):
    return x in ALLOWED

def run(check, x):
    if not check(x):
        raise ValueError(x)
    sink(x)

run(strict, source())
`;
const OTHER = `from main import run

run(lambda x: True, 'a')
`;

it('does not keep what it said of a check when a file that passes another one is read', () => {
  const program = createProgram(memoryHost({ 'main.py': MAIN, 'other.py': OTHER }));
  program.load('main.py');
  const solver = createSolver(program, testSemantics(program));
  const asked = (): number => {
    const [call = -1] = callsOf(program, 'main.py', 'sink');
    const value = program.value(call);
    const argument = value.kind === 'call' ? value.arguments[0] : undefined;
    if (value.kind !== 'call' || argument === undefined) throw new Error('no sink');
    const sink = program.ref(program.fileOf(call), argument.value);
    return solver.answers({ value: sink, sink: 'shell', condition: value.condition, reach: 'loaded' }).length;
  };
  expect(asked()).toBe(0);
  program.load('other.py');
  expect(asked()).toBe(1);
});
