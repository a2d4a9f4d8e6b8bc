import { expect, it } from 'vitest';
import { callsOf, memoryProgram } from './memory-program.js';

it('follows a callee that a loop replaces by itself', () => {
  const program = memoryProgram({
    'a.ts': `function a() {} function b() {} let f = a;
for (const x of xs) { f(); for (const y of ys) { f = y ? f : b; } }`,
  });
  const [call = -1] = callsOf(program, 'a.ts', 'f');
  expect(program.callees(call).map((fn) => program.function(fn).name)).toEqual(['a', 'b']);
});
