import type { SchemaField } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { calledMember } from '../catalogue/called-member.js';
import { narrowed, transformed } from './functions.js';
import { formatType, prefixType, regexType } from './text.js';
import type { ReadType } from './type.js';
import { FREE_TEXT, UNKNOWN_TYPE, array, constrained, object, open, schemaField, union } from './type.js';

export function isValibotModule(module: string): boolean {
  return module === 'valibot' || module === '@valibot/valibot';
}

const CLOSED: Readonly<Record<string, SchemaField['type']>> = {
  number: 'number',
  bigint: 'number',
  boolean: 'boolean',
  null: 'boolean',
  undefined: 'boolean',
  void: 'boolean',
  never: 'boolean',
  date: 'string',
  literal: 'string',
  picklist: 'string',
  enum: 'string',
  enum_: 'string',
};
const OPEN = new Set(['any', 'unknown', 'custom', 'record', 'map', 'blob', 'file']);
const OPTIONAL = new Set(['optional', 'exactOptional', 'nullish', 'undefinedable']);
const SAME = new Set(['nullable', 'nonNullable', 'nonOptional', 'nonNullish', 'fallback', 'readonly', 'config']);
const MAX_DEPTH = 30;

/** Reads a valibot schema: a call of one of its functions, or a name for one. */
export function valibotType(program: Program, schema: Ref, depth = 0): ReadType {
  const [origin, ...others] = program.origins(schema);
  if (origin?.kind !== 'api' || others.length > 0 || depth > MAX_DEPTH || !isValibotModule(origin.module))
    return UNKNOWN_TYPE;
  const name = calledMember(origin.path);
  const inner = (index: number): ReadType => {
    const given = argumentAt(program, origin.at, index);
    return given === undefined ? UNKNOWN_TYPE : valibotType(program, given, depth + 1);
  };
  if (name === undefined) return UNKNOWN_TYPE;
  const closed = CLOSED[name];
  if (closed !== undefined) return constrained(closed);
  if (OPEN.has(name)) return open('any', `v.${name}()`);
  if (OPTIONAL.has(name)) return { ...inner(0), optional: true };
  if (SAME.has(name)) return inner(0);
  switch (name) {
    case 'string':
      return FREE_TEXT;
    case 'object':
    case 'strictObject':
      return entries(program, argumentAt(program, origin.at, 0), depth);
    case 'looseObject':
      return {
        ...entries(program, argumentAt(program, origin.at, 0), depth),
        state: 'open',
        reason: 'v.looseObject()',
      };
    case 'array':
    case 'set':
      return array(inner(0));
    case 'tuple':
      return array(union(list(program, argumentAt(program, origin.at, 0), depth)));
    case 'union':
      return union(list(program, argumentAt(program, origin.at, 0), depth));
    case 'variant':
      return union(list(program, argumentAt(program, origin.at, 1), depth));
    case 'intersect':
      return union(list(program, argumentAt(program, origin.at, 0), depth));
    case 'partial':
    case 'required':
      return inner(0);
    case 'pipe':
    case 'pipeAsync':
      return piped(program, origin.at, depth);
    default:
      return UNKNOWN_TYPE;
  }
}

/** `v.pipe(v.string(), v.regex(…), v.transform(Number))`: each action narrows what came before. */
function piped(program: Program, call: Ref, depth: number): ReadType {
  const value = program.value(call);
  if (value.kind !== 'call') return UNKNOWN_TYPE;
  const file = program.fileOf(call);
  return value.arguments.slice(1).reduce<ReadType>(
    (type, { value: id }) => {
      const action = program.ref(file, id);
      const [origin] = program.origins(action);
      const name = origin?.kind === 'api' ? calledMember(origin.path) : undefined;
      if (origin?.kind !== 'api' || name === undefined) return type.constrained ? type : UNKNOWN_TYPE;
      const given = argumentAt(program, origin.at, 0);
      switch (name) {
        case 'regex': {
          const described = given === undefined ? undefined : regexType(program, given);
          return described?.constrained === true ? described : type;
        }
        case 'check':
        case 'checkAsync':
          return narrowed(program, type, given);
        case 'rawCheck':
        case 'values':
          return { ...type, constrained: true };
        case 'startsWith':
          return prefixType(program, type, given);
        case 'transform':
        case 'transformAsync':
          return transformed(program, type, given);
        case 'toNumber':
        case 'toBoolean':
        case 'toBigint':
          return constrained('number');
        default: {
          const format = formatType(name);
          if (type.type === 'string' && (format.constrained || format.harmlessFor !== undefined)) return format;
          // A schema in a pipe takes what the one before gives.
          const next = valibotType(program, action, depth + 1);
          return next.state === 'unknown' ? type : next;
        }
      }
    },
    value.arguments[0] === undefined
      ? UNKNOWN_TYPE
      : valibotType(program, program.ref(file, value.arguments[0].value), depth + 1),
  );
}

function entries(program: Program, shape: Ref | undefined, depth: number): ReadType {
  const literal = shape === undefined ? undefined : program.object(shape);
  const value = literal === undefined ? undefined : program.value(literal);
  if (literal === undefined || value?.kind !== 'object') return UNKNOWN_TYPE;
  const file = program.fileOf(literal);
  const fields: SchemaField[] = [];
  for (const entry of value.entries) {
    if ('key' in entry) {
      const type = valibotType(program, program.ref(file, entry.value), depth + 1);
      fields.push(schemaField(entry.key, program.spanOfRange(file, entry.range), type));
      continue;
    }
    // `...Other.entries`
    const spread = 'spread' in entry ? program.value(program.ref(file, entry.spread)) : undefined;
    const other =
      spread?.kind === 'member' && spread.key === 'entries'
        ? valibotType(program, program.ref(file, spread.object), depth + 1)
        : UNKNOWN_TYPE;
    if (other.fields === undefined) return UNKNOWN_TYPE;
    fields.push(...other.fields);
  }
  return object(fields);
}

function list(program: Program, given: Ref | undefined, depth: number): readonly ReadType[] {
  const [origin] = given === undefined ? [] : program.origins(given);
  const value = origin?.kind === 'value' ? program.value(origin.at) : undefined;
  if (origin === undefined || value?.kind !== 'array') return [UNKNOWN_TYPE];
  const file = program.fileOf(origin.at);
  return value.items.map((item) =>
    'value' in item ? valibotType(program, program.ref(file, item.value), depth + 1) : UNKNOWN_TYPE,
  );
}
