import type { SchemaField } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { formatType, patternType } from './text.js';
import type { ReadType } from './type.js';
import { FREE_TEXT, UNKNOWN_TYPE, array, constrained, object, open, schemaField, union } from './type.js';

const MAX_DEPTH = 8;

/** Reads a JSON Schema written as an object literal. `$ref` and computed parts are unknown. */
export function jsonSchemaType(program: Program, schema: Ref, depth = 0): ReadType {
  if (depth > MAX_DEPTH) return UNKNOWN_TYPE;
  const property = (key: string): Ref | undefined => program.property(schema, key).values.at(-1);
  if (property('enum') !== undefined || property('const') !== undefined) return constrained('string');
  const alternatives = property('anyOf') ?? property('oneOf') ?? property('allOf');
  if (alternatives !== undefined) return union(elements(program, alternatives, depth));
  const type = typeName(program, property('type'));
  switch (type) {
    case 'object':
      return objectType(program, schema, depth);
    case 'array': {
      const items = property('items');
      const item = items === undefined ? undefined : program.object(items);
      return array(item === undefined ? { ...FREE_TEXT, type: 'any' } : jsonSchemaType(program, item, depth + 1));
    }
    case 'string':
      return stringType(program, property('pattern'), property('format'));
    case 'number':
    case 'integer':
      return constrained('number');
    case 'boolean':
    case 'null':
      return constrained('boolean');
    case undefined:
      if (property('properties') !== undefined) return objectType(program, schema, depth);
      return isEmptyLiteral(program, schema) ? open('any', '{}') : UNKNOWN_TYPE;
    default:
      return UNKNOWN_TYPE;
  }
}

function objectType(program: Program, schema: Ref, depth: number): ReadType {
  const additional = program.property(schema, 'additionalProperties').values.at(-1);
  const fields = propertyFields(program, schema, depth);
  if (additional !== undefined && program.literals(additional)?.every((literal) => literal === true)) {
    return { ...open('object', 'additionalProperties: true'), ...(fields ? { fields } : {}) };
  }
  if (fields === undefined) return UNKNOWN_TYPE;
  const { values, open: unresolved } = program.property(schema, 'properties');
  if (values.length === 0 && additional === undefined) {
    return unresolved ? UNKNOWN_TYPE : open('object', "type: 'object' without properties");
  }
  return object(fields);
}

function propertyFields(program: Program, schema: Ref, depth: number): readonly SchemaField[] | undefined {
  const properties = program.property(schema, 'properties');
  const holder = properties.values.at(-1);
  if (holder === undefined) return [];
  const holderObject = program.object(holder);
  const value = holderObject === undefined ? undefined : program.value(holderObject);
  if (holderObject === undefined || value?.kind !== 'object') return undefined;
  const file = program.fileOf(holderObject);
  const required = requiredNames(program, schema);
  const fields: SchemaField[] = [];
  for (const entry of value.entries) {
    if (!('key' in entry)) return undefined;
    const field = program.object(program.ref(file, entry.value));
    const type = field === undefined ? UNKNOWN_TYPE : jsonSchemaType(program, field, depth + 1);
    const optional = required !== undefined && !required.has(entry.key);
    fields.push(schemaField(entry.key, program.spanOfRange(file, entry.range), { ...type, optional }));
  }
  return fields;
}

function requiredNames(program: Program, schema: Ref): ReadonlySet<string> | undefined {
  const { values, open: unresolved } = program.property(schema, 'required');
  const list = values.at(-1);
  if (list === undefined) return unresolved ? undefined : new Set();
  const items = arrayItems(program, list);
  const names = items?.flatMap((item) => program.literals(item) ?? []);
  return names && new Set(names.filter((name) => typeof name === 'string'));
}

function elements(program: Program, list: Ref, depth: number): readonly ReadType[] {
  const items = arrayItems(program, list);
  if (!items) return [UNKNOWN_TYPE];
  return items.map((item) => {
    const schema = program.object(item);
    return schema === undefined ? UNKNOWN_TYPE : jsonSchemaType(program, schema, depth + 1);
  });
}

function arrayItems(program: Program, list: Ref): readonly Ref[] | undefined {
  const [origin] = program.origins(list);
  const value = origin?.kind === 'value' ? program.value(origin.at) : undefined;
  if (origin === undefined || value?.kind !== 'array') return undefined;
  const file = program.fileOf(origin.at);
  return value.items.flatMap((item) => ('value' in item ? [program.ref(file, item.value)] : []));
}

/** `'string'`, `Type.STRING` of an SDK, or the one type beside `null` in a list. */
function typeName(program: Program, type: Ref | undefined): string | undefined {
  if (type === undefined) return undefined;
  const literal = program.literals(type);
  if (literal?.length === 1 && typeof literal[0] === 'string') return literal[0].toLowerCase();
  const [origin] = program.origins(type);
  if (origin?.kind === 'api') return /^Member\[(.+)\]$/.exec(origin.path.at(-1) ?? '')?.[1]?.toLowerCase();
  const names = arrayItems(program, type)?.flatMap((item) => program.literals(item) ?? []);
  const other = names?.filter((name) => typeof name === 'string' && name !== 'null');
  return other?.length === 1 ? String(other[0]).toLowerCase() : 'unresolved';
}

function stringType(program: Program, pattern: Ref | undefined, format: Ref | undefined): ReadType {
  const [expression] = (pattern !== undefined && program.literals(pattern)) || [];
  const described = typeof expression === 'string' ? patternType(expression) : FREE_TEXT;
  const [name] = (format !== undefined && program.literals(format)) || [];
  return described.constrained || typeof name !== 'string' ? described : formatType(name);
}

function isEmptyLiteral(program: Program, schema: Ref): boolean {
  const value = program.value(schema);
  return value.kind === 'object' && value.entries.length === 0;
}
