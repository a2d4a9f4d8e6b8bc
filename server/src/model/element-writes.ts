import type { Program, ProgramFile, Ref } from '../program/program.js';

const APPENDING = new Set(['push', 'unshift', 'add', 'append', 'extend']);

const writesOf = new WeakMap<Program, Map<ProgramFile, ReadonlyMap<Ref, readonly Ref[]>>>();

/** Values that calls such as `list.push(value)` in the array's own file add to an array, in the order of the code. */
export function elementWrites(program: Program, array: Ref): readonly Ref[] {
  const file = program.fileOf(array);
  const byFile = writesOf.get(program) ?? new Map<ProgramFile, ReadonlyMap<Ref, readonly Ref[]>>();
  writesOf.set(program, byFile);
  let writes = byFile.get(file);
  if (writes === undefined) {
    writes = collect(program, file);
    byFile.set(file, writes);
  }
  return writes.get(array) ?? [];
}

function collect(program: Program, file: ProgramFile): ReadonlyMap<Ref, readonly Ref[]> {
  const writes = new Map<Ref, Ref[]>();
  for (const value of file.facts.values) {
    if (value.kind !== 'call') continue;
    const callee = file.facts.values[value.callee];
    if (callee?.kind !== 'member' || !APPENDING.has(callee.key)) continue;
    const added = value.arguments
      .filter((argument) => argument.spread !== true)
      .map((argument) => program.ref(file, argument.value));
    for (const origin of program.origins(program.ref(file, callee.object))) {
      const list = writes.get(origin.at);
      if (list === undefined) writes.set(origin.at, [...added]);
      else list.push(...added);
    }
  }
  return writes;
}
