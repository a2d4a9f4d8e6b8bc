import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { parsePath } from '../catalogue/access-path.js';
import { listedValues } from '../catalogue/listed-values.js';
import { followTokens } from '../catalogue/relative.js';
import type { Followed, FollowedValue } from '../catalogue/relative.js';
import { receiverOf } from '../flow/way-back.js';

/** Replaces values that differ between the tools of one declaration by those of one tool; others stay. */
export type Bind = (ref: Ref) => readonly Ref[];

const MAX_INSTANCES = 250;
const MAX_DEPTH = 8;

/**
 * Tools that one registration call declares: one for each element of the list that a loop walks over, or for each call of
 * the function that hands its own parameters on. Empty if the call declares one tool only.
 */
export function toolInstances(program: Program, call: Ref, name: Ref | undefined): readonly Bind[] {
  if (name === undefined) return [];
  const root = rootOf(program, name);
  const elements = elementsBehind(program, root).slice(0, MAX_INSTANCES);
  if (elements.length > 1) return elements.map((element) => binder(program, new Map([[root, element]])));
  return callsBehind(program, call, root).map((bound) => binder(program, bound));
}

/** `tool` in `tool.name`, `config` in `config.meta.name`. */
function rootOf(program: Program, from: Ref): Ref {
  let ref = from;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const value = program.value(ref);
    if (value.kind === 'member') ref = program.ref(program.fileOf(ref), value.object);
    else if (value.kind === 'await') ref = program.ref(program.fileOf(ref), value.value);
    else break;
  }
  return ref;
}

/** What the variable of a loop, or the parameter of a callback that is called for each element, stands for. */
function elementsBehind(program: Program, root: Ref): readonly Ref[] {
  const value = program.value(root);
  const file = program.fileOf(root);
  if (value.kind === 'iteration') return objectsAmong(program, listedValues(program, program.ref(file, value.of)));
  if (value.kind !== 'parameter' || value.index !== 0) return [];
  const fn = program.functionRef(file, value.function);
  return program.uses(fn).flatMap((use) => {
    if (use.kind === 'name') return [];
    const list = receiverOf(program, program.ref(file, use.call));
    return list === undefined ? [] : objectsAmong(program, listedValues(program, list));
  });
}

function objectsAmong(program: Program, refs: readonly Ref[]): readonly Ref[] {
  return [...new Set(refs.flatMap((ref) => program.object(ref) ?? []))];
}

/** Callers of the function whose parameters the declaration passes on. */
function callsBehind(program: Program, call: Ref, root: Ref): readonly ReadonlyMap<Ref, Ref>[] {
  const value = program.value(root);
  if (value.kind !== 'parameter') return [];
  const file = program.fileOf(call);
  if (program.fileOf(root) !== file) return [];
  const fn: FunctionRef = program.functionRef(file, value.function);
  const callers = program.callers(fn, 'everywhere').slice(0, MAX_INSTANCES);
  return callers.flatMap((caller) => {
    const bound = new Map<Ref, Ref>();
    for (const [index, parameter] of program.function(fn).parameters.entries()) {
      const given = argumentAt(program, caller, index);
      if (given !== undefined) bound.set(program.ref(file, parameter.value), given);
    }
    return bound.has(root) ? [bound] : [];
  });
}

function binder(program: Program, bound: ReadonlyMap<Ref, Ref>): Bind {
  const bind = (ref: Ref, depth: number): readonly Ref[] => {
    const own = bound.get(ref);
    if (own !== undefined) return [own];
    if (depth > MAX_DEPTH) return [ref];
    const value = program.value(ref);
    const file = program.fileOf(ref);
    const inner = (id: number): readonly Ref[] => bind(program.ref(file, id), depth + 1);
    switch (value.kind) {
      case 'await':
        return changed(ref, program.ref(file, value.value), inner(value.value));
      case 'phi': {
        const inputs = value.inputs.map((input) => ({ from: program.ref(file, input), to: inner(input) }));
        return inputs.some(({ from, to }) => to[0] !== from) ? inputs.flatMap(({ to }) => to) : [ref];
      }
      case 'member': {
        const holders = inner(value.object);
        if (holders.length === 1 && holders[0] === program.ref(file, value.object)) return [ref];
        return membersOf(holders, value.key);
      }
      case 'element': {
        const keys = inner(value.key).flatMap((key) => program.literals(key) ?? []);
        const [key, ...others] = keys;
        if (typeof key !== 'string' || others.length > 0) return [ref];
        const found = membersOf([program.ref(file, value.object)], key);
        return found.length > 0 ? found : [ref];
      }
      default:
        return [ref];
    }
  };

  const membersOf = (holders: readonly Ref[], key: string): readonly Ref[] =>
    holders.flatMap((holder) => {
      const object = program.object(holder);
      return object === undefined ? [] : program.property(object, key).values;
    });

  return (ref) => bind(ref, 0);
}

function changed(ref: Ref, before: Ref, after: readonly Ref[]): readonly Ref[] {
  return after.length === 1 && after[0] === before ? [ref] : after;
}

/** Follows a path from a declaration, for one of the tools that it declares. */
export function followBound(program: Program, start: Ref, path: string, bind: Bind): Followed {
  const [first, ...rest] = parsePath(path);
  if (first === undefined) return { values: [], open: false };
  const heads = followTokens(program, start, [first]);
  const parts = heads.values.map((head): Followed => {
    const bound = bind(head.ref);
    if (bound.length === 1 && bound[0] === head.ref) {
      const { values, open } =
        rest.length === 0 ? { values: [head], open: false } : followTokens(program, head.ref, rest);
      return { values: values.flatMap((value) => boundValues(value, bind)), open };
    }
    const followed = bound.map((ref) => (rest.length === 0 ? whole(ref) : followTokens(program, ref, rest)));
    return { values: followed.flatMap(({ values }) => values), open: followed.some(({ open }) => open) };
  });
  return { values: parts.flatMap(({ values }) => values), open: heads.open || parts.some(({ open }) => open) };
}

function whole(ref: Ref): Followed {
  return { values: [{ ref, holder: undefined }], open: false };
}

function boundValues(value: FollowedValue, bind: Bind): readonly FollowedValue[] {
  const bound = bind(value.ref);
  return bound.length === 1 && bound[0] === value.ref ? [value] : bound.map((ref) => ({ ref, holder: undefined }));
}
