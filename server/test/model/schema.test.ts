import { describe, expect, test } from 'vitest';
import type { SchemaField, ToolSchema } from '@leashlint/rules';
import { isConfiningPattern } from '../../src/taint/anchored-pattern.js';
import type { SchemaShape } from '../../src/model/schema/schema.js';
import { readSchema } from '../../src/model/schema/schema.js';
import { callsOf, memoryProgram } from '../program/memory-program.js';

/** `read(schema)` marks the value to read. */
function schemaOf(
  source: string,
  shape: SchemaShape = 'schema',
  others: Readonly<Record<string, string>> = {},
): ToolSchema {
  const program = memoryProgram({
    'a.ts': `import { z } from 'zod'; import { read } from 'reader';\n${source}`,
    ...others,
  });
  const [call] = callsOf(program, 'a.ts', 'read');
  const value = call === undefined ? undefined : program.value(call);
  const argument = value?.kind === 'call' ? value.arguments[0] : undefined;
  return readSchema(
    program,
    argument && call !== undefined ? program.ref(program.fileOf(call), argument.value) : undefined,
    shape,
  );
}

/** `name: type`, `!` for constrained, `?` for optional, fields of objects in braces. */
function show(fields: readonly SchemaField[]): string {
  return fields
    .map((field) => {
      const inner = field.fields ? ` {${show(field.fields)}}` : '';
      return `${field.name}${field.optional ? '?' : ''}: ${field.type}${field.constrained ? '!' : ''}${inner}`;
    })
    .join(', ');
}

describe('zod', () => {
  test.each([
    ['free text', 'z.object({ a: z.string().min(1).max(20).describe("x") })', 'a: string'],
    [
      'closed types',
      'z.object({ a: z.number().int(), b: z.boolean(), c: z.enum(["x"]), d: z.literal("y") })',
      'a: number!, b: boolean!, c: string!, d: string!',
    ],
    [
      'closed formats',
      'z.object({ a: z.string().uuid(), b: z.uuid(), c: z.iso.datetime(), d: z.string().ip() })',
      'a: string!, b: string!, c: string!, d: string!',
    ],
    [
      'open formats',
      'z.object({ a: z.string().url(), b: z.url(), c: z.string().email() })',
      'a: string, b: string, c: string',
    ],
    [
      'anchored pattern',
      'z.object({ a: z.string().regex(/^[a-z0-9-]+$/), b: z.string().regex(/[a-z]/), c: z.string().regex(/^.*$/) })',
      'a: string!, b: string, c: string',
    ],
    ['own check', 'z.object({ a: z.string().refine((x) => allowed.has(x)) })', 'a: string!'],
    [
      'optional and default',
      'z.object({ a: z.string().optional(), b: z.number().default(3), c: z.string().nullable() })',
      'a?: string, b?: number!, c: string',
    ],
    [
      'nested',
      'z.object({ a: z.object({ b: z.string() }), c: z.array(z.number()), d: z.array(z.object({ e: z.string() })) })',
      'a: object {b: string}, c: array!, d: array {e: string}',
    ],
    [
      'union',
      'z.object({ a: z.union([z.literal("x"), z.number()]), b: z.literal("x").or(z.string()) })',
      'a: unknown!, b: string',
    ],
    ['any inside', 'z.object({ a: z.any(), b: z.record(z.string()) })', 'a: any, b: object'],
    ['coerced', 'z.object({ a: z.coerce.number() })', 'a: number!'],
    [
      'extend, pick, omit, partial',
      'z.object({ a: z.string(), b: z.string() }).extend({ c: z.number() }).omit({ b: true }).partial()',
      'a?: string, c?: number!',
    ],
    ['strict', 'z.object({ a: z.string() }).strict()', 'a: string'],
    ['constant', 'z.object({ a: Name })', 'a: string!'],
    [
      'long chain',
      'z.object({ a: z.string().min(1).max(2).trim().toLowerCase().describe("a").optional() })',
      'a?: string',
    ],
    ['long chain in a constant', 'z.object({ a: Long })', 'a?: string'],
    ['spread of a shape', 'z.object({ ...Base.shape, a: z.number() })', 'base: string!, a: number!'],
  ])('%s', (_, schema, fields) => {
    const read = schemaOf(
      `const Name = z.enum(['a', 'b']); const Base = z.object({ base: z.uuid() }); const Long = z.string().min(1).max(2).trim().toLowerCase().describe('a').optional(); read(${schema});`,
    );
    expect(read).toMatchObject({ state: 'fields', dialect: 'zod' });
    expect(show(read.fields)).toBe(fields);
  });

  test.each([
    ['any', 'z.any()', 'z.any()'],
    ['record', 'z.record(z.string(), z.unknown())', 'z.record()'],
    ['passthrough', 'z.object({ a: z.string() }).passthrough()', '.passthrough()'],
    ['loose', 'z.looseObject({ a: z.string() })', 'z.looseObject()'],
    ['catchall', 'z.object({}).catchall(z.any())', '.catchall()'],
  ])('open: %s', (_, schema, reason) => {
    expect(schemaOf(`read(${schema});`)).toMatchObject({ state: 'open', reason, dialect: 'zod' });
  });

  test.each([
    ['parameter', 'function f(s) { read(s); }'],
    ['unresolved import', "import { S } from './none'; read(S);"],
    ['unresolved spread', "import { extra } from './none'; read(z.object({ a: z.string(), ...extra }));"],
    ['another library', "import * as v from 'superstruct'; read(v.object({ a: v.string() }));"],
  ])('unknown: %s', (_, source) => {
    expect(schemaOf(source).state).toBe('unknown');
  });

  test('a schema in another file', () => {
    const read = schemaOf("import { Input } from './input'; read(Input);", 'schema', {
      'input.ts': "import * as z from 'zod/v4'; export const Input = z.object({ url: z.string(), n: z.number() });",
    });
    expect(show(read.fields)).toBe('url: string, n: number!');
  });

  test('a shape without z.object', () => {
    const read = schemaOf('read({ a: z.string(), type: z.enum(["x"]) });', 'zod-shape');
    expect(read).toMatchObject({ state: 'fields', dialect: 'zod' });
    expect(show(read.fields)).toBe('a: string, type: string!');
    const named = schemaOf('const S = z.object({ a: z.string(), n: z.number() }); read(S.shape);', 'zod-shape');
    expect(show(named.fields)).toBe('a: string, n: number!');
    expect(schemaOf('read({});', 'zod-shape')).toMatchObject({ state: 'fields', fields: [] });
  });
});

describe('JSON Schema', () => {
  test.each([
    [
      'types',
      "{ type: 'object', properties: { a: { type: 'string' }, b: { type: 'integer' }, c: { type: 'boolean' } }, required: ['a'] }",
      'a: string, b?: number!, c?: boolean!',
    ],
    [
      'enum and format',
      "{ type: 'object', properties: { a: { type: 'string', enum: ['x'] }, b: { type: 'string', format: 'uuid' }, c: { type: 'string', format: 'uri' } }, required: ['a', 'b', 'c'] }",
      'a: string!, b: string!, c: string',
    ],
    [
      'pattern',
      "{ type: 'object', properties: { a: { type: 'string', pattern: '^[a-z]+$' } }, required: ['a'] }",
      'a: string!',
    ],
    [
      'arrays and objects',
      "{ type: 'object', properties: { a: { type: 'array', items: { type: 'string' } }, b: { type: 'object', properties: { c: { type: 'string' } }, required: ['c'] } }, required: ['a', 'b'] }",
      'a: array, b: object {c: string}',
    ],
    ['SDK constants', "{ type: Type.OBJECT, properties: { a: { type: Type.STRING } }, required: ['a'] }", 'a: string'],
    ['no arguments', "{ type: 'object', properties: {} }", ''],
    ['constant', 'Shared', 'a: string'],
    [
      'as const',
      "{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false } as const",
      'a: string',
    ],
  ])('%s', (_, schema, fields) => {
    const read = schemaOf(
      `import { Type } from '@google/genai'; const Shared = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }; read(${schema});`,
    );
    expect(read).toMatchObject({ state: 'fields', dialect: 'json-schema' });
    expect(show(read.fields)).toBe(fields);
  });

  test('open: additionalProperties', () => {
    const read = schemaOf(
      "read({ type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true });",
    );
    expect(read).toMatchObject({ state: 'open', reason: 'additionalProperties: true' });
    expect(show(read.fields)).toBe('a?: string');
    expect(schemaOf("read({ type: 'object' });")).toMatchObject({ state: 'open' });
  });

  test.each([
    [
      'wrapped',
      "import { jsonSchema } from 'ai'; read(jsonSchema({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }));",
      'json-schema',
    ],
    [
      'converted from zod',
      "import { zodToJsonSchema } from 'zod-to-json-schema'; read(zodToJsonSchema(z.object({ a: z.string() })));",
      'zod',
    ],
    ['converted by zod', 'read(z.toJSONSchema(z.object({ a: z.string() })));', 'zod'],
  ])('%s', (_, source, dialect) => {
    const read = schemaOf(source);
    expect(read).toMatchObject({ state: 'fields', dialect });
    expect(show(read.fields)).toBe('a: string');
  });

  test('absent', () => {
    expect(schemaOf('').state).toBe('absent');
    expect(schemaOf('read(undefined);').state).toBe('absent');
  });
});

test.each([
  ['^[a-z]+$', '', true],
  ['^\\d{4}-\\d{2}$', '', true],
  ['^(a|b)$', '', true],
  ['^[^/]+$', '', false],
  ['^.*$', '', false],
  ['^\\S+$', '', false],
  ['^a|b$', '', false],
  ['[a-z]+', '', false],
  ['^[a-z]+$', 'm', false],
  ['^[a-z.]+$', '', true],
  ['^a\\.b+$', '', true],
  ['^price\\$', '', false],
])('pattern %s %s confines: %s', (pattern, flags, expected) => {
  expect(isConfiningPattern(pattern, flags)).toBe(expected);
});
