import { catalogue } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { frameworks as small } from './flow-frameworks.js';
import { flowProject } from './flow-project.js';

const frameworks = [...small, ...catalogue.filter(({ id }) => id === 'runtime-globals')];

/** Shell flows of a tool whose input nobody has checked. */
function flowsOf(body: string): readonly string[] {
  const text = `
    import { tool } from 'sdk'; import { execSync } from 'child_process';
    import { z } from 'zod'; import * as v from 'valibot'; import { type } from 'arktype'; import Ajv from 'ajv';
    import { Type } from '@sinclair/typebox'; import { Value } from '@sinclair/typebox/value';
    const Z = z.object({ a: z.enum(['x', 'y']), b: z.string() });
    const V = v.object({ a: v.picklist(['x', 'y']), b: v.string() });
    const A = type({ a: "'x' | 'y'", b: 'string' });
    const T = Type.Object({ a: Type.Literal('x'), b: Type.String() });
    const J = new Ajv().compile({ type: 'object', properties: { a: { enum: ['x'] }, b: { type: 'string' } }, required: ['a'] });
    tool({ name: 't', execute: async ({ args }) => { ${body} } });`;
  return flowProject({ 'main.ts': text }, frameworks).flows.map(({ source }) => source.label);
}

const checks: readonly [title: string, before: string, checked: string][] = [
  ['zod parse', 'const r = Z.parse(args);', 'r'],
  ['zod safeParse', 'const p = Z.safeParse(args); if (!p.success) return; const r = p.data;', 'r'],
  ['zod safeParse, input used afterwards', 'if (!Z.safeParse(args).success) return;', 'args'],
  ['zod parse, input used afterwards', 'Z.parse(args);', 'args'],
  ['valibot parse', 'const r = v.parse(V, args);', 'r'],
  ['valibot safeParse', 'const p = v.safeParse(V, args); if (!p.success) return; const r = p.output;', 'r'],
  ['valibot is', 'if (!v.is(V, args)) return;', 'args'],
  ['arktype', 'const r = A(args);', 'r'],
  ['arktype assert', 'const r = A.assert(args);', 'r'],
  ['TypeBox check', 'if (!Value.Check(T, args)) throw new Error();', 'args'],
  ['Ajv', 'if (!J(args)) throw new Error();', 'args'],
];

describe('values that a schema has checked', () => {
  it.each(checks)('%s: a closed field is clean', (_, before, checked) => {
    expect(flowsOf(`${before} execSync(${checked}.a);`)).toEqual([]);
  });

  it.each(checks)('%s: free text is not', (_, before, checked) => {
    expect(flowsOf(`${before} execSync(${checked}.b);`)).toHaveLength(1);
  });

  it('says nothing where one of several schemas is looked up', () => {
    const table = `const X = z.object({ a: z.string() }); const Y = z.object({ c: z.number() }); const all = [{ n: 'x', s: X }, { n: 'y', s: Y }];`;
    expect(flowsOf(`${table} const r = all.find((t) => t.n === args.n).s.parse(args); execSync(r.a);`)).toHaveLength(1);
    expect(flowsOf(`${table} for (const { s } of all) execSync(s.parse(args).a);`)).toHaveLength(1);
  });

  it('asks each schema that a helper is given', () => {
    const helper = 'function check(schema, value) { return schema.parse(value); }';
    expect(flowsOf(`${helper} execSync(check(Z, args).a);`)).toEqual([]);
    expect(flowsOf(`${helper} execSync(check(Z, args).a); check(z.object({ a: z.string() }), args);`)).toHaveLength(1);
  });

  it('says nothing where the check did not stop', () => {
    expect(flowsOf('if (!J(args)) console.log("bad"); execSync(args.a);')).toHaveLength(1);
  });
});
