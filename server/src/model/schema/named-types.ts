import type { SchemaField } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { array, constrained, FREE_TEXT, object, open, schemaField } from './type.js';
import type { ReadType } from './type.js';

const TYPES: Readonly<Record<string, ReadType>> = {
  str: FREE_TEXT,
  int: constrained('number'),
  float: constrained('number'),
  bool: constrained('boolean'),
  list: array({ ...FREE_TEXT, type: 'any' }),
  dict: open('object', 'dict'),
};

/** A dictionary from names to types of Python: `{'service': str}`; undefined if it is something else. */
export function namedTypes(program: Program, dictionary: Ref): ReadType | undefined {
  const value = program.value(dictionary);
  const file = program.fileOf(dictionary);
  if (value.kind !== 'object' || file.facts.language !== 'python' || value.entries.length === 0) return undefined;
  const fields: SchemaField[] = [];
  for (const entry of value.entries) {
    const type = 'key' in entry ? typeNamed(program, program.ref(file, entry.value)) : undefined;
    if (!('key' in entry) || type === undefined) return undefined;
    fields.push(schemaField(entry.key, program.spanOfRange(file, entry.range), type));
  }
  return object(fields);
}

function typeNamed(program: Program, ref: Ref): ReadType | undefined {
  const held = program.value(ref);
  return held.kind === 'global' && Object.hasOwn(TYPES, held.name) ? TYPES[held.name] : undefined;
}
