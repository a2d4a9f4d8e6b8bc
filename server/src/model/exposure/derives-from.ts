import type { Value } from '../../facts.js';
import type { ProgramFile } from '../../program/program.js';

/** Values that a value is made from, in the same file, itself included. */
export function madeFrom(file: ProgramFile, from: number): ReadonlySet<number> {
  const found = new Set<number>([from]);
  for (const id of found) {
    const value = file.facts.values[id];
    if (value !== undefined) for (const input of madeOf(value)) found.add(input);
  }
  return found;
}

/** Whether a value is made from one of the others, in the same file. */
export function derivesFrom(file: ProgramFile, from: number, targets: ReadonlySet<number>): boolean {
  const made = madeFrom(file, from);
  return [...targets].some((target) => made.has(target));
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
