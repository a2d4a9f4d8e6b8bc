import type { SchemaField } from '@leashlint/rules';
import type { CallValue } from '../../facts.js';
import type { Program, Ref } from '../../program/program.js';
import { narrowed, transformed } from './functions.js';
import { formatType, isClosedFormat, prefixType, regexType } from './text.js';
import type { ReadType } from './type.js';
import { UNKNOWN_TYPE, array, constrained, object, open, schemaField, union } from './type.js';

/** Packages that hand zod on as `z`. */
const RE_EXPORTING = new Set(['@hono/zod-openapi', 'genkit', 'genkit/beta', '@genkit-ai/core', 'astro/zod']);

export function isZodModule(module: string): boolean {
  return module === 'zod' || module.startsWith('zod/') || RE_EXPORTING.has(module);
}

const CLOSED_TYPES: Readonly<Record<string, SchemaField['type']>> = {
  number: 'number',
  int: 'number',
  int32: 'number',
  uint32: 'number',
  float32: 'number',
  float64: 'number',
  int64: 'number',
  bigint: 'number',
  nan: 'number',
  boolean: 'boolean',
  stringbool: 'boolean',
  date: 'string',
  literal: 'string',
  enum: 'string',
  nativeEnum: 'string',
  null: 'boolean',
  undefined: 'boolean',
  void: 'boolean',
  never: 'boolean',
};
const FREE_FORMATS = new Set([
  'string',
  'email',
  'url',
  'httpUrl',
  'jwt',
  'base64',
  'base64url',
  'emoji',
  'hostname',
  'stringFormat',
]);
const OPEN_TYPES: Readonly<Record<string, SchemaField['type']>> = {
  any: 'any',
  unknown: 'any',
  custom: 'any',
  json: 'any',
  record: 'object',
  partialRecord: 'object',
  looseRecord: 'object',
  map: 'object',
};
const MAX_DEPTH = 40;

/** Reads a zod schema: `value` is a call of zod or of a method of a zod type, or a name for one. */
export function zodType(program: Program, value: Ref, depth = 0): ReadType {
  const at = callBehind(program, value);
  const call = at === undefined ? undefined : program.value(at);
  if (at !== undefined && call?.kind === 'member' && call.key === 'shape' && depth <= MAX_DEPTH) {
    return zodType(program, program.ref(program.fileOf(at), call.object), depth + 1);
  }
  if (depth > MAX_DEPTH || at === undefined || call?.kind !== 'call') return UNKNOWN_TYPE;
  const calleeRef = program.ref(program.fileOf(at), call.callee);
  const origins = program.origins(calleeRef);
  const origin = origins[0];
  if (origins.length === 1 && origin?.kind === 'api') {
    if (!isZodModule(origin.module)) return UNKNOWN_TYPE;
    const name = /^Member\[(.+)\]$/.exec(origin.path.at(-1) ?? '')?.[1] ?? '';
    const context: ZodCall = { program, at, call, name, depth };
    return origin.path.includes('ReturnValue') ? methodType(context) : constructorType(context);
  }
  // Paths of long chains are cut; the object of the method tells whether this is zod.
  const callee = program.value(calleeRef);
  return callee.kind === 'member' ? methodType({ program, at, call, name: callee.key, depth }) : UNKNOWN_TYPE;
}

/** The call that makes the value. Paths of long chains are cut, so that their own call may have no origin. */
function callBehind(program: Program, value: Ref): Ref | undefined {
  const [origin, ...others] = program.origins(value);
  if (origin === undefined) return value;
  return others.length === 0 && origin.kind !== 'module' ? origin.at : undefined;
}

/** The fields of a zod shape (`{ url: z.string() }`), undefined if the object is something else. */
export function zodShape(program: Program, shape: Ref, depth = 0): ReadType | undefined {
  const value = program.value(shape);
  if (value.kind !== 'object') return undefined;
  const file = program.fileOf(shape);
  const fields: SchemaField[] = [];
  let zod = value.entries.length === 0;
  let complete = true;
  for (const entry of value.entries) {
    if (!('key' in entry)) {
      const spread = 'spread' in entry ? spreadShape(program, program.ref(file, entry.spread), depth) : undefined;
      if (spread?.fields) {
        zod = true;
        fields.push(...spread.fields);
      } else complete = false;
      continue;
    }
    const ref = program.ref(file, entry.value);
    zod ||= program.origins(ref).some((origin) => origin.kind === 'api' && isZodModule(origin.module));
    const type = zodType(program, ref, depth + 1);
    zod ||= type.state !== 'unknown';
    fields.push(schemaField(entry.key, program.spanOfRange(file, entry.range), type));
  }
  if (!zod) return undefined;
  return complete ? object(fields) : UNKNOWN_TYPE;
}

/** `...other.shape`, `...commonFields`. */
function spreadShape(program: Program, spread: Ref, depth: number): ReadType | undefined {
  const literal = program.object(spread);
  if (literal !== undefined) return zodShape(program, literal, depth + 1);
  const value = program.value(spread);
  if (value.kind !== 'member' || value.key !== 'shape') return undefined;
  return zodType(program, program.ref(program.fileOf(spread), value.object), depth + 1);
}

interface ZodCall {
  readonly program: Program;
  readonly at: Ref;
  readonly call: CallValue;
  /** `string` of `z.string()`, `min` of `z.string().min(1)`. */
  readonly name: string;
  readonly depth: number;
}

function argument({ program, at, call }: ZodCall, index: number): Ref | undefined {
  const given = call.arguments[index];
  return given && program.ref(program.fileOf(at), given.value);
}

function argumentType(context: ZodCall, index: number): ReadType {
  const value = argument(context, index);
  return value === undefined ? UNKNOWN_TYPE : zodType(context.program, value, context.depth + 1);
}

function constructorType(context: ZodCall): ReadType {
  const { name } = context;
  const closed = CLOSED_TYPES[name];
  if (closed !== undefined) return constrained(closed);
  if (isClosedFormat(name)) return constrained('string');
  if (FREE_FORMATS.has(name)) return checkedString(context);
  const opened = OPEN_TYPES[name];
  if (opened !== undefined) return open(opened, `z.${name}()`);
  switch (name) {
    case 'object':
    case 'strictObject':
    case 'interface':
      return shapeArgument(context);
    case 'looseObject':
      return { ...shapeArgument(context), state: 'open', constrained: false, reason: 'z.looseObject()' };
    case 'array':
    case 'set':
      return array(argumentType(context, 0));
    case 'templateLiteral':
      return { ...union(memberTypes(context, 0)), type: 'string' };
    case 'tuple':
      return array(union(memberTypes(context, 0)));
    case 'union':
      return union(memberTypes(context, 0));
    case 'discriminatedUnion':
      return union(memberTypes(context, 1));
    case 'intersection':
      return union([argumentType(context, 0), argumentType(context, 1)]);
    case 'preprocess':
    case 'pipe':
      return argumentType(context, 1);
    case 'optional':
    case 'nullish':
      return { ...argumentType(context, 0), optional: true };
    case 'nullable':
    case 'readonly':
      return argumentType(context, 0);
    default:
      return UNKNOWN_TYPE;
  }
}

/** Checks of zod mini stand in `.check(z.regex(…))`; those of classic zod are methods. */
function checkedString(context: ZodCall): ReadType {
  return context.name === 'stringFormat' ? constrained('string') : formatType(context.name);
}

const CLOSING_METHODS = new Set(['superRefine', 'check']);
const OBJECT_METHODS = new Set(['extend', 'safeExtend', 'merge', 'augment', 'setKey']);

function methodType(context: ZodCall): ReadType {
  const { program, at, call, name, depth } = context;
  const callee = program.value(program.ref(program.fileOf(at), call.callee));
  if (callee.kind !== 'member') return UNKNOWN_TYPE;
  const inner = zodType(program, program.ref(program.fileOf(at), callee.object), depth + 1);
  if (inner.state === 'unknown') return inner;
  if (inner.type === 'string' && isClosedFormat(name)) return { ...inner, constrained: true };
  if (inner.type === 'string' && name === 'url')
    return { ...inner, ...formatType('url'), constrained: inner.constrained };
  if (name === 'regex') return described(context, inner);
  // What the author's function accepts is not known, but the author did narrow the value.
  if (CLOSING_METHODS.has(name)) return { ...inner, constrained: true };
  if (OBJECT_METHODS.has(name)) return extended(context, inner);
  switch (name) {
    case 'optional':
    case 'nullish':
    case 'default':
    case 'prefault':
    case 'catch':
      return { ...inner, optional: true };
    case 'partial':
    case 'deepPartial':
      return {
        ...inner,
        ...(inner.fields ? { fields: inner.fields.map((field) => ({ ...field, optional: true })) } : {}),
      };
    case 'array':
      return array(inner);
    case 'refine':
      return narrowed(program, inner, argument(context, 0));
    case 'transform':
      return transformed(program, inner, argument(context, 0));
    case 'startsWith':
      return prefixType(program, inner, argument(context, 0));
    case 'or':
      return union([inner, argumentType(context, 0)]);
    case 'and':
      return union([inner, argumentType(context, 0)]);
    case 'passthrough':
    case 'loose':
    case 'nonstrict':
      return { ...inner, state: 'open', constrained: false, reason: `.${name}()` };
    case 'catchall':
      return argumentType(context, 0).constrained ? inner : { ...inner, state: 'open', reason: '.catchall()' };
    case 'strict':
    case 'strip':
      return inner.fields ? object(inner.fields) : inner;
    case 'pick':
      return selected(context, inner, true);
    case 'omit':
      return selected(context, inner, false);
    case 'keyof':
      return constrained('string');
    case 'pipe':
      return argumentType(context, 0);
    default:
      return inner;
  }
}

function shapeArgument(context: ZodCall): ReadType {
  const given = argument(context, 0);
  if (given === undefined) return object([]);
  const shape = context.program.object(given);
  if (shape !== undefined) return zodShape(context.program, shape, context.depth + 1) ?? UNKNOWN_TYPE;
  return spreadShape(context.program, given, context.depth) ?? UNKNOWN_TYPE;
}

function extended(context: ZodCall, inner: ReadType): ReadType {
  const added = context.name === 'merge' ? argumentType(context, 0) : shapeArgument(context);
  if (added.state === 'unknown' || !inner.fields) return UNKNOWN_TYPE;
  const replaced = new Set(added.fields?.map((field) => field.name));
  const fields = [...inner.fields.filter((field) => !replaced.has(field.name)), ...(added.fields ?? [])];
  return inner.state === 'open' ? { ...inner, fields } : object(fields);
}

function selected(context: ZodCall, inner: ReadType, keep: boolean): ReadType {
  const given = argument(context, 0);
  const mask = given === undefined ? undefined : context.program.object(given);
  const value = mask === undefined ? undefined : context.program.value(mask);
  if (value?.kind !== 'object' || !inner.fields) return UNKNOWN_TYPE;
  const names = new Set(value.entries.flatMap((entry) => ('key' in entry ? [entry.key] : [])));
  const fields = inner.fields.filter((field) => names.has(field.name) === keep);
  return inner.state === 'open' ? { ...inner, fields } : object(fields);
}

function memberTypes(context: ZodCall, index: number): readonly ReadType[] {
  const { program, depth } = context;
  const list = argument(context, index);
  const [origin] = list === undefined ? [] : program.origins(list);
  const value = origin?.kind === 'value' ? program.value(origin.at) : undefined;
  if (origin === undefined || value?.kind !== 'array') return [UNKNOWN_TYPE];
  const file = program.fileOf(origin.at);
  return value.items.map((item) => {
    if (!('value' in item)) return UNKNOWN_TYPE;
    const ref = program.ref(file, item.value);
    // Parts of a template literal may be plain texts and numbers.
    return program.literals(ref) === undefined ? zodType(program, ref, depth + 1) : constrained('string');
  });
}

function described(context: ZodCall, inner: ReadType): ReadType {
  const given = argument(context, 0);
  const type = given === undefined ? undefined : regexType(context.program, given);
  return inner.constrained || type?.constrained !== true ? inner : { ...type, optional: inner.optional };
}
