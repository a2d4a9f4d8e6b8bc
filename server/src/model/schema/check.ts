import type { SinkKind, ToolSchema } from '@leashlint/rules';
import type { Origin, Program, Ref } from '../../program/program.js';
import { argumentAt, literalKey } from '../../program/origins.js';
import type { CallSemantics, GuardSemantics } from '../../taint/semantics.js';
import { isClean } from '../flow/marks.js';
import { readSchema } from './schema.js';
import { isTypeBoxModule } from './typebox.js';
import { isValibotModule } from './valibot.js';
import { isZodModule } from './zod.js';

/** A call that checks a value against a schema. */
interface Check {
  /** Those that it may be; a value is fine if each of them says so. */
  readonly schemas: readonly ToolSchema[];
  readonly input: Ref;
  /** The key under which the result has the checked value; undefined if it is the value. */
  readonly key: string | undefined;
  /** `value`: gives the checked value or throws; `result`: an object that says how it went; `truth`: a boolean. */
  readonly gives: 'value' | 'result' | 'truth' | 'nothing';
}

const MAX_DEPTH = 6;

type How = Pick<Check, 'key' | 'gives'>;
const VALUE: How = { key: undefined, gives: 'value' };

/** Methods of schemas. */
const METHODS: Readonly<Record<string, How>> = {
  parse: VALUE,
  parseAsync: VALUE,
  decode: VALUE,
  validateSync: VALUE,
  assert: VALUE,
  from: VALUE,
  safeParse: { key: 'data', gives: 'result' },
  safeParseAsync: { key: 'data', gives: 'result' },
  safeDecode: { key: 'data', gives: 'result' },
  allows: { key: undefined, gives: 'truth' },
};
/** Functions that take a schema and a value. */
const FUNCTIONS: Readonly<Record<string, How>> = {
  parse: VALUE,
  parseAsync: VALUE,
  safeParse: { key: 'output', gives: 'result' },
  safeParseAsync: { key: 'output', gives: 'result' },
  is: { key: undefined, gives: 'truth' },
  assert: { key: undefined, gives: 'nothing' },
  Parse: VALUE,
  Decode: VALUE,
  Cast: VALUE,
  Check: { key: undefined, gives: 'truth' },
  Assert: { key: undefined, gives: 'nothing' },
};

/** `schema.parse(input)`: clean where the schema lets nothing harmful pass, else the input. */
export function schemaCheck(
  program: Program,
  call: Ref,
  keys: readonly string[],
  sink: SinkKind | undefined,
): CallSemantics | undefined {
  const check = checkAt(program, call);
  if (check === undefined || check.gives === 'truth' || check.gives === 'nothing') return undefined;
  const { key: wrapper } = check;
  const inside = wrapper !== undefined && keys[0] === wrapper ? keys.slice(1) : keys;
  if (wrapper !== undefined && keys.length > 0 && keys[0] !== wrapper) return { kind: 'sanitizer', cleans: 'all' };
  if (accepts(check, inside, sink)) return { kind: 'sanitizer', cleans: 'all' };
  return { kind: 'pass-through', from: [check.input], keys: inside };
}

/** `if (!schema.safeParse(input).success) return`: what the input is known to be afterwards. */
export function schemaGuard(program: Program, call: Ref): GuardSemantics | undefined {
  const check = checkAt(program, call);
  if (check === undefined || check.schemas.length === 0) return undefined;
  return {
    argument: check.input,
    accepts: (keys, sink) => accepts(check, keys, sink),
    how: check.gives === 'result' || check.gives === 'truth' ? 'truthy' : 'completes',
    cleans: 'all',
  };
}

function accepts({ schemas }: Check, keys: readonly string[], sink: SinkKind | undefined): boolean {
  return schemas.length > 0 && schemas.every((schema) => isClean(schema, keys, sink));
}

/** The schemas that a value may be; none where one of several is chosen by a key or a search. */
function schemasAt(program: Program, ref: Ref): readonly Ref[] {
  if (program.value(ref).kind === 'parameter') {
    const given = program.parameterInputs(ref);
    return given.length > 1 ? given.flatMap((input) => schemasAt(program, input)) : [ref];
  }
  return isChosen(program, ref) ? [] : [ref];
}

/** `tools.find(…).schema`, `schemas[name]`: which one it is depends on the call. */
function isChosen(program: Program, ref: Ref, depth = 0): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (depth > MAX_DEPTH) return true;
  switch (value.kind) {
    case 'member':
      return isChosen(program, program.ref(file, value.object), depth + 1);
    case 'await':
      return isChosen(program, program.ref(file, value.value), depth + 1);
    case 'element':
      return (
        literalKey(program.value(program.ref(file, value.key))) === undefined ||
        isChosen(program, program.ref(file, value.object), depth + 1)
      );
    case 'iteration':
      return true;
    case 'phi':
      return value.inputs.length > 1;
    case 'parameter':
      return program.parameterInputs(ref).length > 1;
    case 'call': {
      const callee = program.value(program.ref(file, value.callee));
      return callee.kind === 'member' && ['find', 'findLast', 'get', 'at'].includes(callee.key);
    }
    default:
      return false;
  }
}

function checkAt(program: Program, call: Ref): Check | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const calleeRef = program.ref(program.fileOf(call), value.callee);
  const callee = program.value(calleeRef);
  const [first, second] = [argumentAt(program, call, 0), argumentAt(program, call, 1)];
  if (first === undefined) return undefined;
  const origins = program.origins(calleeRef);
  const [origin] = origins;
  const found = (schema: Ref, input: Ref, how: How): Check => ({
    schemas: schemasAt(program, schema).map((one) => readSchema(program, one)),
    input,
    ...how,
  });

  const fn = origin?.kind === 'api' ? /^Member\[(.+)\]$/.exec(origin.path.at(-1) ?? '')?.[1] : undefined;
  const how = fn === undefined || !Object.hasOwn(FUNCTIONS, fn) ? undefined : FUNCTIONS[fn];
  if (origin?.kind === 'api' && how !== undefined && second !== undefined) {
    if (isValibotModule(origin.module)) return found(first, second, how);
    if (/^@sinclair\/typebox\/value|^typebox\/value/.test(origin.module)) return found(first, second, how);
  }
  // `validate(value)` of `ajv.compile(schema)`; an arktype is a function itself.
  const compiled = origin?.kind === 'api' ? compiledSchema(program, origin) : undefined;
  if (compiled !== undefined) return found(compiled, first, { key: undefined, gives: 'truth' });
  if (origin?.kind === 'api' && origin.module === 'arktype' && origin.path.at(-1) === 'ReturnValue')
    return found(calleeRef, first, VALUE);
  if (callee.kind !== 'member' || !Object.hasOwn(METHODS, callee.key)) return undefined;
  const schema = program.ref(program.fileOf(call), callee.object);
  const method = METHODS[callee.key];
  if (method === undefined || !program.origins(schema).some(isSchema)) return undefined;
  return found(schema, first, method);
}

function isSchema(origin: Origin): boolean {
  return (
    origin.kind === 'api' &&
    (isZodModule(origin.module) || origin.module === 'arktype' || isTypeBoxModule(origin.module))
  );
}

/** The schema behind `ajv.compile(schema)` and `TypeCompiler.Compile(schema)`. */
function compiledSchema(program: Program, origin: Origin & { readonly kind: 'api' }): Ref | undefined {
  const { module, path } = origin;
  if (!/^(?:ajv|ajv\/dist\/2020|@sinclair\/typebox\/compiler)$/.test(module)) return undefined;
  const made = path.findLastIndex((step) => /^Member\[[cC]ompile\]$/.test(step));
  if (made < 0 || path[made + 1] !== 'ReturnValue') return undefined;
  const rest = path.slice(made + 2);
  if (rest.length > 0 && rest.join('.') !== 'Member[Check]') return undefined;
  // The origin is where the compiled function was made, or the member that was read from it.
  const value = program.value(origin.at);
  const call = value.kind === 'member' ? program.ref(program.fileOf(origin.at), value.object) : origin.at;
  const [made2] = program.origins(call);
  const maker = made2?.kind === 'api' ? made2.at : call;
  return program.value(maker).kind === 'call' ? argumentAt(program, maker, 0) : undefined;
}
