import type { Program, Ref } from '../program/program.js';
import type { CallSemantics } from '../taint/semantics.js';
import { isClean } from './marks.js';
import { readSchema } from './schema.js';
import { isZodModule } from './schema-zod.js';

/** Methods of schemas that give the checked value, and the key under which the result has it. */
const CHECKS: Readonly<Record<string, string | undefined>> = {
  parse: undefined,
  parseAsync: undefined,
  safeParse: 'data',
  safeParseAsync: 'data',
  decode: undefined,
  validateSync: undefined,
};

/** `schema.parse(input)`: clean where the schema lets no free text pass, else the input. */
export function schemaCheck(program: Program, call: Ref, keys: readonly string[]): CallSemantics | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  const input = value.arguments[0];
  if (callee.kind !== 'member' || input === undefined || !Object.hasOwn(CHECKS, callee.key)) return undefined;
  const schemaRef = program.ref(file, callee.object);
  if (!program.origins(schemaRef).some((origin) => origin.kind === 'api' && isZodModule(origin.module)))
    return undefined;
  const wrapper = CHECKS[callee.key];
  const inside = wrapper !== undefined && keys[0] === wrapper ? keys.slice(1) : keys;
  if (wrapper !== undefined && keys.length > 0 && keys[0] !== wrapper) return { kind: 'sanitizer', cleans: 'all' };
  if (isClean(readSchema(program, schemaRef), inside)) return { kind: 'sanitizer', cleans: 'all' };
  return { kind: 'pass-through', from: [program.ref(file, input.value)], keys: inside };
}
