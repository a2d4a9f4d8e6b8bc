import type { Program, Ref } from '../../program/program.js';

const MAX_DEPTH = 6;

/** Whether all texts in a value stand in the code: nobody outside of it has a say in them. */
export function isWritten(program: Program, ref: Ref, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const origins = program.origins(ref);
  return (
    origins.length > 0 &&
    origins.every((origin) => {
      const value = program.value(origin.at);
      const file = program.fileOf(origin.at);
      const inside = (id: number): boolean => isWritten(program, program.ref(file, id), depth + 1);
      switch (value.kind) {
        case 'literal':
          return true;
        case 'template':
          return value.parts.every((part) => typeof part === 'string' || inside(part));
        case 'array':
          return value.items.every((item) => 'value' in item && inside(item.value));
        case 'object':
          return value.entries.every((entry) => !('spread' in entry) && inside(entry.value));
        // A type or constant of a package.
        case 'import':
        case 'member':
        case 'element':
        case 'global':
          return origin.kind === 'api';
        default:
          return false;
      }
    })
  );
}
