import type { ObjectEntry, Range } from '../../facts.js';
import type { ProgramFile } from '../../program/program.js';

export type KeyedEntry = Extract<ObjectEntry, { readonly key: string }>;

const SEPARATOR = /^(?:\s|\/\*[^]*?\*\/|\/\/.*)*[:=](?:\s|\/\*[^]*?\*\/|\/\/.*)*/;

/** The value as written in the entry: after `:` or `=`; the whole entry for a shorthand. A value's own range may lie elsewhere. */
export function entryValueRange(file: ProgramFile, entry: KeyedEntry): Range {
  const separator = SEPARATOR.exec(file.text.slice(entry.keyRange[1], entry.range[1]));
  if (separator !== null) return [entry.keyRange[1] + separator[0].length, entry.range[1]];
  const value = file.facts.values[entry.value];
  const inside = value !== undefined && value.range[0] >= entry.range[0] && value.range[1] <= entry.range[1];
  return inside ? value.range : entry.range;
}
