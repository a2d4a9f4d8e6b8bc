import type { CallValue } from '../facts.js';
import { argumentAt } from './origins.js';
import type { Program, Ref } from './program.js';

type Linked = Pick<Program, 'value' | 'ref' | 'fileOf' | 'functions'>;

/** What a call gives for a parameter: a value, or a part of one. */
export interface Passed {
  readonly ref: Ref;
  /** Keys that lead to the part: `['1']` for the second parameter of `run.apply(self, list)`. */
  readonly keys: readonly string[];
}

/** Whether a call runs its callee's receiver: `run.call(self, x)` and `run.apply(self, list)` for a function `run`. */
export function isIndirectCall(program: Linked, call: Ref): 'call' | 'apply' | undefined {
  const value = program.value(call);
  if (value.kind !== 'call' || value.construct) return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind !== 'member' || (callee.key !== 'call' && callee.key !== 'apply')) return undefined;
  // A method of that name is called as it stands.
  if (program.functions(program.ref(file, value.callee)).length > 0) return undefined;
  return program.functions(program.ref(file, callee.object)).length > 0 ? callee.key : undefined;
}

/** What a call passes for the parameter at an index, whatever way it calls; undefined behind a spread. */
export function passedFor(program: Linked, call: Ref, index: number, name?: string): Passed | undefined {
  const value = program.value(call);
  if (value.kind === 'template') {
    const ref = tagArguments(program, call)[index - 1];
    return ref === undefined ? undefined : { ref, keys: [] };
  }
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  if (file.facts.language === 'python') return passedInPython(program, call, value, index, name);
  const indirect = isIndirectCall(program, call);
  if (indirect === 'apply') {
    const list = argumentAt(program, call, 1);
    const items = list === undefined ? undefined : program.value(list);
    if (list === undefined) return undefined;
    const item = items?.kind === 'array' ? items.items[index] : undefined;
    if (item !== undefined && 'value' in item) return { ref: program.ref(program.fileOf(list), item.value), keys: [] };
    return { ref: list, keys: [String(index)] };
  }
  const bound = boundArguments(program, program.ref(file, value.callee));
  const early = bound[index];
  if (early !== undefined) return { ref: early, keys: [] };
  const ref = argumentAt(program, call, index - bound.length + (indirect === 'call' ? 1 : 0));
  return ref === undefined ? undefined : { ref, keys: [] };
}

/** Arguments by position come first; a spread may hold the others. */
function passedInPython(
  program: Linked,
  call: Ref,
  { arguments: given }: CallValue,
  index: number,
  name: string | undefined,
): Passed | undefined {
  const file = program.fileOf(call);
  const positional = given.filter((argument) => argument.name === undefined);
  const before = positional.findIndex((argument) => argument.spread === true);
  const argument =
    given.find((each) => each.name === name && name !== undefined) ??
    (before < 0 || index < before ? positional[index] : undefined);
  if (argument !== undefined) return { ref: program.ref(file, argument.value), keys: [] };
  const table = name === undefined ? undefined : given.find((each) => each.name === '**');
  if (table !== undefined) return { ref: program.ref(file, table.value), keys: [name ?? ''] };
  const list = positional[before];
  return list === undefined ? undefined : { ref: program.ref(file, list.value), keys: [String(index - before)] };
}

/** What a tagged template passes to its tag after the texts. */
export function tagArguments(program: Pick<Program, 'value' | 'ref' | 'fileOf'>, template: Ref): readonly Ref[] {
  const value = program.value(template);
  if (value.kind !== 'template') return [];
  return value.parts.flatMap((part) => (typeof part === 'number' ? [program.ref(program.fileOf(template), part)] : []));
}

/** Arguments that `run.bind(self, a)` has fixed. */
function boundArguments(program: Linked, callee: Ref): readonly Ref[] {
  const value = program.value(callee);
  if (value.kind !== 'call' || value.arguments.length < 2) return [];
  const file = program.fileOf(callee);
  const method = program.value(program.ref(file, value.callee));
  if (method.kind !== 'member' || method.key !== 'bind') return [];
  return value.arguments.slice(1).map((argument) => program.ref(file, argument.value));
}
