import type { ObjectEntry } from '../facts.js';
import type { Program, Ref } from '../program/program.js';
import { calledName } from './python-paths.js';

/** The dictionary whose entries an entry copies as they are: `{key: value for key, value in table.items() if …}`. */
export function copiedFrom(program: Program, entry: ObjectEntry, local: (id: number) => Ref): Ref | undefined {
  if (!('computed' in entry)) return undefined;
  const [key, value] = [program.value(local(entry.computed)), program.value(local(entry.value))];
  if (key.kind !== 'member' || value.kind !== 'member' || key.object !== value.object) return undefined;
  const pair = program.value(local(key.object));
  if (key.key !== '0' || value.key !== '1' || pair.kind !== 'iteration') return undefined;
  const items = local(pair.of);
  const call = program.value(items);
  const callee =
    call.kind === 'call' && calledName(program, items) === 'items' ? program.value(local(call.callee)) : undefined;
  return callee?.kind === 'member' ? local(callee.object) : undefined;
}
