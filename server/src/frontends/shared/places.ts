import type { Range, ValueId } from '../../facts.js';
import { valueIn } from './environment.js';
import { addValue, type FileDraft } from './file-draft.js';

/** The object and key of a property. */
export interface Place {
  readonly object: ValueId;
  /** A string, or the value of a computed key. */
  readonly key: string | ValueId;
}

/** The same property of the same value is the same value, as long as this function does not write to it. */
export function readMember(file: FileDraft, object: ValueId, key: string, range: Range): ValueId {
  return readPlace(file, { object, key }, range);
}

export function readPlace(file: FileDraft, place: Place, range: Range): ValueId {
  const unwritten = unwrittenPlace(file, place, range);
  return valueIn(file.frame.environment, -1 - unwritten) ?? unwritten;
}

function unwrittenPlace(file: FileDraft, { object, key }: Place, range: Range): ValueId {
  const { members, fn } = file.frame;
  const name = typeof key === 'string' ? `${String(object)}.${key}` : `${String(object)}[${String(key)}`;
  const known = members.get(name);
  if (known !== undefined) return known;
  const id =
    typeof key === 'string'
      ? addValue(file, { kind: 'member', object, key, range, fn })
      : addValue(file, { kind: 'element', object, key, range, fn });
  members.set(name, id);
  return id;
}

export function constantKey(file: FileDraft, key: ValueId): string | undefined {
  const value = file.values[key];
  if (value?.kind !== 'literal') return undefined;
  return typeof value.value === 'string' || typeof value.value === 'number' ? String(value.value) : undefined;
}

/** Records the write; reading the same property afterwards in this function gives what was written. */
export function writePlace(file: FileDraft, place: Place, value: ValueId, range: Range, targetRange: Range): void {
  const { frame, stores } = file;
  stores.push({ ...place, value, condition: frame.condition, range, targetRange, fn: frame.fn });
  const unwritten = unwrittenPlace(file, place, targetRange);
  frame.environment.changes.set(-1 - unwritten, value);
}
