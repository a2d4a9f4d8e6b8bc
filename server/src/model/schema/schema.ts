import type { SchemaField, ToolSchema } from '@leashlint/rules';
import type { Origin, Program, Ref } from '../../program/program.js';
import { calledMember } from '../catalogue/called-member.js';
import { arkType } from './arktype.js';
import { jsonSchemaType } from './json.js';
import { namedTypes } from './named-types.js';
import { parameterListType } from './parameter-list.js';
import type { ReadType } from './type.js';
import { UNKNOWN_TYPE, schemaField } from './type.js';
import { isTypeBoxModule, typeBoxType } from './typebox.js';
import { isValibotModule, valibotType } from './valibot.js';
import { isZodModule, zodShape, zodType } from './zod.js';

/** How a catalogue row says that the schema's value is written. */
export type SchemaShape = 'schema' | 'zod-shape';

const ABSENT: ToolSchema = { state: 'absent', span: undefined, dialect: 'other', fields: [] };

/** A tool's input schema, field by field. `value` is undefined where the declaration has no schema. */
export function readSchema(program: Program, value: Ref | undefined, shape: SchemaShape = 'schema'): ToolSchema {
  if (value === undefined) return ABSENT;
  const literals = program.literals(value);
  if (literals?.every((literal) => literal === undefined || literal === null)) return ABSENT;
  const { dialect, type } = readValue(program, value, shape, 0);
  const span = program.span(value);
  if (type.state === 'unknown') return { state: 'unknown', span, dialect, fields: [] };
  if (type.state === 'open') {
    const fields = type.fields ?? [];
    return { state: 'open', span, dialect, fields, ...(type.reason === undefined ? {} : { reason: type.reason }) };
  }
  const fields: readonly SchemaField[] = type.fields ?? [schemaField('', span, type)];
  return { state: 'fields', span, dialect, fields };
}

interface Read {
  readonly dialect: ToolSchema['dialect'];
  readonly type: ReadType;
}

const MAX_WRAPPERS = 4;

function readValue(program: Program, value: Ref, shape: SchemaShape, depth: number): Read {
  const origins = program.origins(value);
  const origin = origins[0];
  if (origins.length !== 1 || origin === undefined || depth > MAX_WRAPPERS) return unknown('other');
  if (origin.kind === 'api') return readApi(program, origin, depth);
  const object = program.object(value);
  if (object === undefined) {
    if (program.value(origin.at).kind === 'array') return { dialect: 'other', type: parameterListType(program, value) };
    const type = zodType(program, value);
    return type.state === 'unknown' ? unknown('other') : { dialect: 'zod', type };
  }
  // Servers take either a shape or a schema in the same place; the entries tell which.
  const shaped = shape === 'zod-shape' || !isJsonSchema(program, object);
  const zod = shaped ? zodShape(program, object) : undefined;
  if (zod) return { dialect: 'zod', type: zod };
  const named = namedTypes(program, object);
  if (named) return { dialect: 'other', type: named };
  if (shape === 'zod-shape' && program.property(object, 'type').values.length === 0) return unknown('other');
  return { dialect: 'json-schema', type: jsonSchemaType(program, object) };
}

function readApi(program: Program, origin: Origin & { readonly kind: 'api' }, depth: number): Read {
  const call = program.value(origin.at);
  const name = calledMember(origin.path);
  if (isZodModule(origin.module) && name !== 'toJSONSchema') {
    return { dialect: 'zod', type: zodType(program, origin.at) };
  }
  const other = isValibotModule(origin.module)
    ? valibotType(program, origin.at)
    : origin.module === 'arktype'
      ? arkType(program, origin.at)
      : isTypeBoxModule(origin.module)
        ? typeBoxType(program, origin.at)
        : undefined;
  if (other !== undefined) return { dialect: 'other', type: other };
  const argument = call.kind === 'call' ? call.arguments[0] : undefined;
  if (argument && name !== undefined && WRAPPERS.has(name)) {
    const file = program.fileOf(origin.at);
    return readValue(program, program.ref(file, argument.value), 'schema', depth + 1);
  }
  return unknown('other');
}

/** Functions of SDKs that take a schema of another dialect and give it back in their own. */
const WRAPPERS = new Set([
  'jsonSchema',
  'zodSchema',
  'asSchema',
  'zodToJsonSchema',
  'toJSONSchema',
  'fromJsonSchema',
  'standardSchema',
  'valibotSchema',
  'toJsonSchema',
]);

function isJsonSchema(program: Program, object: Ref): boolean {
  const type = program.property(object, 'type').values[0];
  if (type === undefined)
    return ['$ref', '$schema', 'properties', 'anyOf'].some((key) => hasProperty(program, object, key));
  const literals = program.literals(type);
  if (literals) return literals.every((literal) => typeof literal === 'string');
  // `Type.OBJECT` of an SDK is a JSON schema type; `z.string()` is a field that happens to be called `type`.
  return program.origins(type).every((origin) => origin.kind === 'api' && !isZodModule(origin.module));
}

function hasProperty(program: Program, object: Ref, key: string): boolean {
  return program.property(object, key).values.length > 0;
}

function unknown(dialect: ToolSchema['dialect']): Read {
  return { dialect, type: UNKNOWN_TYPE };
}
