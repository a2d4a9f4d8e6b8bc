import type { SchemaField } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { calledMember } from '../catalogue/called-member.js';
import { formatType, patternType } from './text.js';
import type { ReadType } from './type.js';
import { FREE_TEXT, UNKNOWN_TYPE, array, constrained, object, open, schemaField, union } from './type.js';

export function isTypeBoxModule(module: string): boolean {
  return module === '@sinclair/typebox' || module === 'typebox' || module === '@mariozechner/pi-ai';
}

const CLOSED: Readonly<Record<string, SchemaField['type']>> = {
  Number: 'number',
  Integer: 'number',
  BigInt: 'number',
  Boolean: 'boolean',
  Null: 'boolean',
  Undefined: 'boolean',
  Void: 'boolean',
  Never: 'boolean',
  Date: 'string',
  Literal: 'string',
  Enum: 'string',
  StringEnum: 'string',
  KeyOf: 'string',
};
const OPEN = new Set(['Any', 'Unknown', 'Record', 'Unsafe']);
const MAX_DEPTH = 30;

/** Reads a TypeBox schema: `Type.Object({ … })`, or a name for one. */
export function typeBoxType(program: Program, schema: Ref, depth = 0): ReadType {
  const [origin, ...others] = program.origins(schema);
  if (origin?.kind !== 'api' || others.length > 0 || !isTypeBoxModule(origin.module) || depth > MAX_DEPTH)
    return UNKNOWN_TYPE;
  const name = calledMember(origin.path);
  const first = argumentAt(program, origin.at, 0);
  const inner = (): ReadType => (first === undefined ? UNKNOWN_TYPE : typeBoxType(program, first, depth + 1));
  if (name === undefined) return UNKNOWN_TYPE;
  const closed = CLOSED[name];
  if (closed !== undefined) return constrained(closed);
  if (OPEN.has(name)) return open('any', `Type.${name}()`);
  switch (name) {
    case 'String':
      return stringType(program, first);
    case 'RegExp':
    case 'TemplateLiteral': {
      const [pattern] = (first !== undefined && program.literals(first)) || [];
      return typeof pattern === 'string' && name === 'RegExp' ? patternType(pattern) : FREE_TEXT;
    }
    case 'Object':
      return fieldsOf(program, first, depth);
    case 'Optional':
      return { ...inner(), optional: true };
    case 'Readonly':
    case 'Partial':
    case 'Required':
    case 'Strict':
      return inner();
    case 'Array':
      return array(inner());
    case 'Union':
    case 'Intersect':
    case 'Tuple': {
      const types = union(members(program, first, depth));
      return name === 'Tuple' ? array(types) : types;
    }
    default:
      return UNKNOWN_TYPE;
  }
}

function stringType(program: Program, options: Ref | undefined): ReadType {
  const literal = options === undefined ? undefined : program.object(options);
  if (literal === undefined) return FREE_TEXT;
  const text = (key: string): string | undefined => {
    const [value] = program.property(literal, key).values.flatMap((ref) => program.literals(ref) ?? []);
    return typeof value === 'string' ? value : undefined;
  };
  if (program.property(literal, 'enum').values.length > 0) return constrained('string');
  const [pattern, format] = [text('pattern'), text('format')];
  const described = pattern === undefined ? FREE_TEXT : patternType(pattern);
  return described.constrained || format === undefined ? described : formatType(format);
}

function fieldsOf(program: Program, shape: Ref | undefined, depth: number): ReadType {
  const literal = shape === undefined ? undefined : program.object(shape);
  const value = literal === undefined ? undefined : program.value(literal);
  if (literal === undefined || value?.kind !== 'object') return UNKNOWN_TYPE;
  const file = program.fileOf(literal);
  const fields: SchemaField[] = [];
  for (const entry of value.entries) {
    if (!('key' in entry)) return UNKNOWN_TYPE;
    const type = typeBoxType(program, program.ref(file, entry.value), depth + 1);
    fields.push(schemaField(entry.key, program.spanOfRange(file, entry.range), type));
  }
  return object(fields);
}

function members(program: Program, given: Ref | undefined, depth: number): readonly ReadType[] {
  const [origin] = given === undefined ? [] : program.origins(given);
  const value = origin?.kind === 'value' ? program.value(origin.at) : undefined;
  if (origin === undefined || value?.kind !== 'array') return [UNKNOWN_TYPE];
  const file = program.fileOf(origin.at);
  return value.items.map((item) =>
    'value' in item ? typeBoxType(program, program.ref(file, item.value), depth + 1) : UNKNOWN_TYPE,
  );
}
