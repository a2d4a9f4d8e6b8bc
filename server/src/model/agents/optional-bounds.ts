import type { FunctionRef, Program, ProgramFile, Ref } from '../../program/program.js';
import { passedFor } from '../../program/passed-arguments.js';
import { argparseOption } from '../catalogue/argparse-option.js';

interface Test {
  readonly value: number;
  readonly holds: boolean;
}

/**
 * The name of a parameter that switches an exit on and that some call leaves off: `if limit and turn > limit: break` bounds
 * nothing where `limit` is None. A parameter that nobody is seen to leave off is a bound.
 */
export function bareBound(program: Program, file: ProgramFile, tests: readonly Test[]): string | undefined {
  for (const test of tests.flatMap((one) => conjuncts(file, one))) {
    const parameter = switchAt(file, test);
    if (parameter === undefined) continue;
    const fn = program.functionRef(file, parameter.function);
    const name = program.function(fn).parameters[parameter.index]?.name;
    if (name !== undefined && isLeftOff(program, fn, parameter.index, name)) return name;
  }
  return undefined;
}

function conjuncts(file: ProgramFile, test: Test): readonly Test[] {
  const value = file.facts.values[test.value];
  if (value?.kind !== 'operation' || !test.holds || value.operator !== 'and') return [test];
  return value.inputs.flatMap((input) => conjuncts(file, { value: input, holds: true }));
}

const NOT_NOTHING: ReadonlySet<string> = new Set(['!=', '!==', 'is not']);

/** `limit`, `limit is not None`, `limit !== undefined`. */
function switchAt(
  file: ProgramFile,
  { value: id, holds }: Test,
): { readonly function: number; readonly index: number } | undefined {
  if (!holds) return undefined;
  const value = file.facts.values[id];
  if (value?.kind !== 'operation') return parameterAt(file, id);
  const [left = -1, right = -1] = value.inputs;
  return NOT_NOTHING.has(value.operator) && isNothing(file, right) ? parameterAt(file, left) : undefined;
}

/** A parameter without a default, or whose default is nothing. */
function parameterAt(file: ProgramFile, id: number): { readonly function: number; readonly index: number } | undefined {
  const value = file.facts.values[id];
  if (value?.kind === 'parameter') return value;
  if (value?.kind !== 'phi') return undefined;
  const [first = -1, ...others] = value.inputs;
  const parameter = file.facts.values[first];
  return parameter?.kind === 'parameter' && others.every((other) => isNothing(file, other)) ? parameter : undefined;
}

function isNothing(file: ProgramFile, id: number): boolean {
  const value = file.facts.values[id];
  return value?.kind === 'literal' && (value.value === null || value.value === undefined);
}

function isLeftOff(program: Program, fn: FunctionRef, index: number, name: string): boolean {
  return program.callers(fn, 'loaded').some((call) => {
    const value = program.value(call);
    if (value.kind !== 'call' || value.arguments.some(({ spread }) => spread === true)) return false;
    const passed = passedFor(program, call, index, name);
    if (passed === undefined) return true;
    if (passed.keys.length > 0) return false;
    const given = program.fileOf(passed.ref);
    return isNothing(given, passed.ref - program.ref(given, 0)) || isOptionWithoutDefault(program, passed.ref);
  });
}

/** `args.limit` of an `argparse` parser whose option has no default. */
function isOptionWithoutDefault(program: Program, ref: Ref): boolean {
  const file = program.fileOf(ref);
  return argparseOption(program, ref).some((option) =>
    option.arguments.every(({ name, value }) => name !== 'default' || isNothing(file, value)),
  );
}
