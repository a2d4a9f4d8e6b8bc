import type { ProgramFile } from '../../program/program.js';

/** Whether a value is made from one of the others, in the same file. */
export function derivesFrom(file: ProgramFile, from: number, targets: ReadonlySet<number>): boolean {
  const seen = new Set<number>();
  const visit = (id: number): boolean => {
    if (targets.has(id)) return true;
    const value = file.facts.values[id];
    if (value === undefined || seen.has(id)) return false;
    seen.add(id);
    switch (value.kind) {
      case 'member':
        return visit(value.object);
      case 'element':
        return visit(value.object) || visit(value.key);
      case 'await':
        return visit(value.value);
      case 'iteration':
      case 'rest':
        return visit(value.of);
      case 'operation':
      case 'phi':
      case 'unknown':
        return value.inputs.some(visit);
      case 'cell':
        return value.writes.some(visit);
      case 'template':
        return value.parts.some((part) => typeof part === 'number' && visit(part));
      case 'array':
        return value.items.some((item) => visit('value' in item ? item.value : item.spread));
      case 'object':
        return value.entries.some((entry) => visit('spread' in entry ? entry.spread : entry.value));
      case 'call':
        return visit(value.callee) || value.arguments.some((argument) => visit(argument.value));
      default:
        return false;
    }
  };
  return visit(from);
}
