import type { Program, Ref } from '../program/program.js';

const MAX_DEPTH = 4;

/** Whether a value is sure to be a list that has items: one that is written in the code, or begins with such a one. */
export function hasItems(program: Program, ref: Ref, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const origins = program.origins(ref);
  return (
    origins.length > 0 &&
    origins.every((origin) => {
      const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
      const [head] = value?.kind === 'array' ? value.items : [];
      if (head === undefined) return false;
      return 'value' in head || hasItems(program, program.ref(program.fileOf(origin.at), head.spread), depth + 1);
    })
  );
}
