import type { Value } from '../../facts.js';
import type { ProgramFile } from '../../program/program.js';

/** Whether a value is made from one of the others, in the same file. */
export function derivesFrom(file: ProgramFile, from: number, targets: ReadonlySet<number>): boolean {
  const seen = new Set<number>([from]);
  for (const id of seen) {
    if (targets.has(id)) return true;
    const value = file.facts.values[id];
    if (value !== undefined) for (const input of madeOf(value)) seen.add(input);
  }
  return false;
}

function madeOf(value: Value): readonly number[] {
  switch (value.kind) {
    case 'member':
      return [value.object];
    case 'element':
      return [value.object, value.key];
    case 'await':
      return [value.value];
    case 'iteration':
    case 'rest':
      return [value.of];
    case 'operation':
    case 'phi':
    case 'unknown':
      return value.inputs;
    case 'cell':
      return value.writes;
    case 'template':
      return value.parts.filter((part) => typeof part === 'number');
    case 'array':
      return value.items.map((item) => ('value' in item ? item.value : item.spread));
    case 'object':
      return value.entries.map((entry) => ('spread' in entry ? entry.spread : entry.value));
    case 'call':
      return [value.callee, ...value.arguments.map((argument) => argument.value)];
    default:
      return [];
  }
}
