import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';

/** A value on the way back from where it is used to where it comes from. */
export interface Stop {
  readonly ref: Ref;
  /** Properties that are read from the value afterwards, outermost first; `*` for an unknown one. */
  readonly keys: readonly string[];
  /** Nothing but names, fields and checks lie between: the value itself arrives. Not so behind operators, texts and calls. */
  readonly same: boolean;
  /** How the function that holds the value was entered. */
  readonly by: readonly Ref[];
}

const MAX_STOPS = 600;
const PARSERS = /^(?:parse|parseAsync|safeParse|safeParseAsync|cast|validate|validateSync|assert|create)$/;

/**
 * Values that a value is made of, itself included, along the calls by which a function was reached. Cheaper and blunter
 * than the solver: no guards, no conditions. `by` is how the function that holds the value was entered.
 */
export function wayBack(program: Program, from: Ref, by: readonly Ref[]): readonly Stop[] {
  const stops: Stop[] = [];
  const seen = new Set<string>();
  const visit = (ref: Ref, keys: readonly string[], same: boolean, frames: readonly Ref[]): void => {
    const key = `${String(ref)} ${keys.join('.')} ${String(same)} ${String(frames.length)}`;
    if (stops.length >= MAX_STOPS || seen.has(key)) return;
    seen.add(key);
    stops.push({ ref, keys, same, by: frames });
    const value = program.value(ref);
    const file = program.fileOf(ref);
    const to = (id: number, asked: readonly string[] = keys, still = same): void =>
      visit(program.ref(file, id), asked, still, frames);
    switch (value.kind) {
      case 'member':
        return to(value.object, [value.key, ...keys]);
      case 'element': {
        const literals = program.literals(program.ref(file, value.key));
        return to(value.object, [literals?.length === 1 ? String(literals[0]) : '*', ...keys]);
      }
      case 'iteration':
        return to(value.of, ['*', ...keys]);
      case 'await':
        return to(value.value);
      case 'rest':
        return to(value.of);
      case 'phi':
        for (const input of value.inputs) to(input);
        return;
      case 'cell':
        for (const write of value.writes) to(write);
        return;
      case 'template':
        for (const part of value.parts) if (typeof part !== 'string') to(part, [], false);
        return;
      case 'operation':
      case 'unknown':
        for (const input of value.inputs) to(input, [], false);
        return;
      case 'object':
        return ofObject(ref, keys, same, frames);
      case 'array':
        for (const item of value.items)
          to('value' in item ? item.value : item.spread, 'value' in item ? keys.slice(1) : keys, same);
        return;
      case 'parameter':
        return ofParameter(program.functionRef(file, value.function), value.index, keys, same, frames);
      case 'call':
        return ofCall(ref, keys, same, frames);
      case 'import':
        for (const origin of program.origins(ref)) if (origin.at !== ref) visit(origin.at, keys, same, []);
        return;
      default:
        return;
    }
  };

  const ofObject = (ref: Ref, keys: readonly string[], same: boolean, frames: readonly Ref[]): void => {
    const value = program.value(ref);
    if (value.kind !== 'object') return;
    const file = program.fileOf(ref);
    const [key, ...rest] = keys;
    for (const entry of value.entries) {
      if ('spread' in entry) visit(program.ref(file, entry.spread), keys, same, frames);
      else if ('computed' in entry || key === undefined || key === '*' || entry.key === key)
        visit(program.ref(file, entry.value), rest, same, frames);
    }
    for (const store of program.stores(ref))
      if (key === undefined || store.key === key) visit(program.ref(file, store.value), rest, same, frames);
  };

  const ofParameter = (
    fn: FunctionRef,
    index: number,
    keys: readonly string[],
    same: boolean,
    frames: readonly Ref[],
  ): void => {
    for (let depth = frames.length - 1; depth >= 0; depth--) {
      const call = frames[depth];
      if (call === undefined || !program.callees(call).includes(fn)) continue;
      const argument = argumentAt(program, call, index);
      if (argument !== undefined) visit(argument, keys, same, frames.slice(0, depth));
      return;
    }
    // A callback gets elements of what its method is called on.
    const taker = frames.findLast((call) => takes(program, call, fn));
    const receiver = taker === undefined ? undefined : receiverOf(program, taker);
    if (receiver !== undefined && index === 0) visit(receiver, ['*', ...keys], same, frames);
  };

  const ofCall = (ref: Ref, keys: readonly string[], same: boolean, frames: readonly Ref[]): void => {
    const value = program.value(ref);
    if (value.kind !== 'call') return;
    const file = program.fileOf(ref);
    const callees = program.callees(ref);
    for (const fn of callees) {
      const home = program.fileOfFunction(fn);
      for (const exit of program.function(fn).returns)
        if (exit.value >= 0) visit(program.ref(home, exit.value), keys, same, [...frames, ref]);
    }
    if (callees.length > 0) return;
    const callee = program.value(program.ref(file, value.callee));
    const parses = callee.kind === 'member' && PARSERS.test(callee.key);
    const asked = parses && keys[0] === 'data' ? keys.slice(1) : keys;
    for (const argument of value.arguments)
      visit(program.ref(file, argument.value), parses ? asked : [], parses && same, frames);
    const receiver = receiverOf(program, ref);
    if (receiver !== undefined && !parses) visit(receiver, [], false, frames);
  };

  visit(from, [], true, by);
  return stops;
}

/** The object of a method call. */
export function receiverOf(program: Program, call: Ref): Ref | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  return callee.kind === 'member' ? program.ref(file, callee.object) : undefined;
}

function takes(program: Program, call: Ref, fn: FunctionRef): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(call);
  return value.arguments.some((argument) => {
    const given = file.facts.values[argument.value];
    return given?.kind === 'function' && program.functionRef(file, given.function) === fn;
  });
}
