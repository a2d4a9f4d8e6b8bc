import { describe, expect, it } from 'vitest';
import type { SchemaField } from '@leashlint/rules';
import { readSchema } from '../../src/model/schema/schema.js';
import { callsOf, memoryProgram } from '../program/memory-program.js';

const IMPORTS = `import { z } from 'zod'; import * as v from 'valibot'; import { type } from 'arktype';
  import { Type } from '@sinclair/typebox'; import validator from 'validator'; import { read } from 'reader';`;

/** `name: type`, `!` for constrained, `?` for optional, `+sinks` it is harmless for, `-sinks` it is harmful for. */
function show(fields: readonly SchemaField[]): string {
  return fields
    .map(({ name, type, constrained, optional, fields: inner, harmlessFor, harmfulFor }) => {
      const exceptions = [
        ...(harmlessFor ?? []).map((sink) => `+${sink}`),
        ...(harmfulFor ?? []).map((sink) => `-${sink}`),
      ];
      return `${name}${optional ? '?' : ''}: ${type}${constrained ? '!' : ''}${inner ? ` {${show(inner)}}` : ''}${exceptions.map((text) => ` ${text}`).join('')}`;
    })
    .join(', ');
}

function read(schema: string): { readonly state: string; readonly fields: string } {
  const program = memoryProgram({ 'a.ts': `${IMPORTS}\nread(${schema});` });
  const [call] = callsOf(program, 'a.ts', 'read');
  const value = call === undefined ? undefined : program.value(call);
  const argument = value?.kind === 'call' ? value.arguments[0] : undefined;
  if (call === undefined || argument === undefined) throw new Error('no call');
  const { state, fields } = readSchema(program, program.ref(program.fileOf(call), argument.value));
  return { state, fields: show(fields) };
}

type Row = readonly [schema: string, fields: string];

const dialects: Readonly<Record<string, readonly Row[]>> = {
  zod: [
    ['z.object({ a: z.string().refine((x) => /^[a-z]+$/.test(x)) })', 'a: string!'],
    ['z.object({ a: z.string().refine((x) => x.length > 3) })', 'a: string'],
    ['z.object({ a: z.string().refine((x) => !x.includes(";")) })', 'a: string'],
    ['z.object({ a: z.string().refine((x) => validator.isSlug(x)) })', 'a: string!'],
    [
      'z.object({ a: z.string().url().refine((x) => new URL(x).hostname === "a.example") })',
      'a: string +process-arguments +url',
    ],
    [
      'z.object({ a: z.string().transform(Number), b: z.string().transform((x) => parseInt(x, 10)) })',
      'a: number!, b: number!',
    ],
    ['z.object({ a: z.string().transform((x) => x.trim()) })', 'a: string'],
    ['z.object({ a: z.string().startsWith("https://a.example/") })', 'a: string +url +process-arguments'],
    ['z.object({ a: z.string().regex(/^[\\w./-]+$/) })', 'a: string! -path'],
    ['z.object({ a: z.templateLiteral(["v", z.number()]) })', 'a: string!'],
    ['z.object({ a: z.templateLiteral(["v", z.string()]) })', 'a: string'],
  ],
  valibot: [
    [
      'v.object({ a: v.string(), b: v.number(), c: v.picklist(["x"]), d: v.optional(v.boolean()) })',
      'a: string, b: number!, c: string!, d?: boolean!',
    ],
    ['v.object({ a: v.pipe(v.string(), v.uuid()), b: v.pipe(v.string(), v.minLength(1)) })', 'a: string!, b: string'],
    [
      'v.object({ a: v.pipe(v.string(), v.regex(/^[a-z]+$/)), b: v.pipe(v.string(), v.regex(/[a-z]/)) })',
      'a: string!, b: string',
    ],
    [
      'v.object({ a: v.pipe(v.string(), v.check((x) => ["a"].includes(x))), b: v.pipe(v.string(), v.check((x) => x !== "")) })',
      'a: string!, b: string',
    ],
    [
      'v.object({ a: v.pipe(v.string(), v.transform(Number)), b: v.pipe(v.string(), v.trim()) })',
      'a: number!, b: string',
    ],
    ['v.object({ a: v.array(v.string()), b: v.union([v.literal("x"), v.number()]) })', 'a: array, b: unknown!'],
    ['v.object({ ...v.object({ a: v.string() }).entries, b: v.any() })', 'a: string, b: any'],
  ],
  arktype: [
    [`type({ a: 'string', 'b?': 'number', c: "'x' | 'y'" })`, 'a: string, b?: number!, c: string!'],
    [`type({ a: /^[a-z]+$/, b: '/^[a-z]+$/', c: '/[a-z]/' })`, 'a: string!, b: string!, c: string'],
    [
      `type({ a: 'string.uuid', b: 'string.email', c: 'string.url', d: 'number.integer > 0' })`,
      'a: string!, b: string, c: string +process-arguments, d: number!',
    ],
    [
      `type({ a: 'string[]', b: { c: 'boolean' }, d: '1 <= number <= 5', e: 'string > 2' })`,
      'a: array, b: object! {c: boolean!}, d: number!, e: string',
    ],
    [`type({ a: type.enumerated('x', 'y') })`, 'a: string!'],
  ],
  TypeBox: [
    [
      'Type.Object({ a: Type.String(), b: Type.Optional(Type.Integer()), c: Type.Literal("x") })',
      'a: string, b?: number!, c: string!',
    ],
    [
      'Type.Object({ a: Type.String({ format: "uuid" }), b: Type.String({ pattern: "^[a-z]+$" }), c: Type.String({ minLength: 1 }) })',
      'a: string!, b: string!, c: string',
    ],
    [
      'Type.Object({ a: Type.Union([Type.Literal("x"), Type.Literal("y")]), b: Type.Array(Type.String()) })',
      'a: string!, b: array',
    ],
  ],
};

describe.each(Object.entries(dialects))('%s', (_, rows) => {
  it.each(rows)('%s', (schema, fields) => {
    expect(read(schema)).toEqual({ state: 'fields', fields });
  });
});

describe('open schemas', () => {
  it.each([
    'v.looseObject({ a: v.string() })',
    'v.record(v.string(), v.any())',
    'Type.Record(Type.String(), Type.Any())',
    `type('unknown')`,
  ])('%s', (schema) => {
    expect(read(schema).state).toBe('open');
  });
});
