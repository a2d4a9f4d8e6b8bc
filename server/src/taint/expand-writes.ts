import type { StoreFacts } from '../facts.js';
import { isOtherKey } from '../program/origins.js';
import type { FunctionRef, Origin, Program, ProgramFile, Ref } from '../program/program.js';
import type { Step } from './expand.js';
import { isPairIndex, PROPERTY_NAMES } from './keys.js';
import { hasItems } from './list-items.js';
import { type Conditions, type Frame, MAX_FRAMES, type State, within } from './state.js';

/** Functions that an object is handed through before one of them writes to it. */
const MAX_HANDED_ON = 3;

const APPENDS: ReadonlySet<string> = new Set(['append', 'extend', 'push']);

/** What gets into an object or list after it was made: property writes and additions, here and where it is passed. */
export function createWrites(program: Program) {
  /** Writes to properties of this very value and additions to it, wherever they stand in its file. */
  function writtenLater(state: State): readonly Step[] {
    const value = program.value(state.ref);
    if (value.kind === 'this' || value.kind === 'literal') return [];
    const own = writesTo(state.ref, state.keys).map((step) => inside(step, state.conditions));
    const fillable = value.kind === 'object' || value.kind === 'array' || (value.kind === 'call' && value.construct);
    return fillable ? [...own, ...filledBy(state.ref, state, state.frame, 0)] : own;
  }

  /** Writes of methods into what a field holds: `this.list.push(x)`. */
  function writtenToField(instance: Origin, field: string, keys: readonly string[]): readonly Step[] {
    return program
      .fieldWrites(instance, field)
      .flatMap(({ file, write }) => {
        if (write.kind === 'store') return stored(file, write.store, keys);
        const call = program.ref(file, write.call);
        return write.kind === 'addition' ? added(call, keys) : merged(call, [field, ...keys]);
      })
      .map((step) => ({ ...inside(step, undefined), leavesFrame: true }));
  }

  function writesTo(ref: Ref, keys: readonly string[]): readonly Step[] {
    const file = program.fileOf(ref);
    return [
      ...program.stores(ref).flatMap((store) => stored(file, store, keys)),
      ...program.additions(ref).flatMap((call) => (isBehindFirst(ref, call, keys) ? [] : added(call, keys))),
    ];
  }

  /** `command.extend(options)`: the first item stays the first of a list that had one. */
  function isBehindFirst(list: Ref, call: Ref, keys: readonly string[]): boolean {
    const value = program.value(call);
    const callee = value.kind === 'call' ? program.value(program.ref(program.fileOf(call), value.callee)) : undefined;
    return keys[0] === '0' && callee?.kind === 'member' && APPENDS.has(callee.key) && hasItems(program, list);
  }

  function stored(file: ProgramFile, store: StoreFacts, [key, ...rest]: readonly string[]): readonly Step[] {
    const computed = typeof store.key === 'string' ? undefined : program.ref(file, store.key);
    const note = { span: program.spanOfRange(file, store.range), message: 'is written here' };
    if (key === PROPERTY_NAMES) return computed === undefined ? [] : [{ ref: computed, keys: [], note }];
    const asked = key === '*' ? undefined : key;
    const other = computed === undefined ? store.key !== asked : isOtherKey(program.value(computed), asked ?? '');
    if (asked !== undefined && other) return [];
    const conditions = { file, id: store.condition, outer: undefined };
    // Under which key it was written and which is read is only known when the program runs.
    const someKey = computed === undefined || key === undefined ? undefined : asked === undefined ? 'unknown' : 'known';
    return [
      {
        ref: program.ref(file, store.value),
        keys: rest,
        partial: key === undefined,
        ...(someKey && { someKey }),
        note,
        conditions,
      },
    ];
  }

  /** `Object.assign(target, source)`. */
  function merged(call: Ref, keys: readonly string[]): readonly Step[] {
    const value = program.value(call);
    if (value.kind !== 'call') return [];
    const file = program.fileOf(call);
    const note = { span: program.span(call), message: 'is assigned here' };
    return value.arguments.slice(1).map((argument) => ({ ref: program.ref(file, argument.value), keys, note }));
  }

  /** `list.push(value)`, `map.set(key, value)`. */
  function added(call: Ref, [key, ...rest]: readonly string[]): readonly Step[] {
    const value = program.value(call);
    if (value.kind !== 'call') return [];
    const file = program.fileOf(call);
    const callee = program.value(program.ref(file, value.callee));
    const keyed = callee.kind === 'member' && callee.key === 'set';
    const names = key === PROPERTY_NAMES || (keyed && rest[0] === '0');
    if (names && !keyed) return [];
    const taken = names ? value.arguments.slice(0, 1) : value.arguments.slice(keyed ? 1 : 0);
    return taken.map((argument): Step => {
      const inside = keyed && isPairIndex(rest[0]) ? rest.slice(1) : rest;
      const spread = argument.spread === true && key !== undefined ? [key, ...rest] : undefined;
      return {
        ref: program.ref(file, argument.value),
        keys: names ? [] : (spread ?? inside),
        partial: key === undefined,
        note: { span: program.span(call), message: 'is added here' },
        conditions: { file, id: value.condition, outer: undefined },
      };
    });
  }

  /** `fill(list)`: functions that are called for their effect and write to their parameter. */
  function filledBy(ref: Ref, state: State, outer: Frame | undefined, depth: number): readonly Step[] {
    if (depth > MAX_HANDED_ON) return [];
    return program.passed(ref).flatMap(({ call, index }) => {
      const value = program.value(call);
      if (value.kind !== 'call' || value.construct || !value.unused) return [];
      const callee = program.value(program.ref(program.fileOf(call), value.callee));
      if (index === 0 && callee.kind === 'member' && callee.key === 'assign') return merged(call, state.keys);
      return program.callees(call).flatMap((callee) => filling(callee, call, index, state, outer, depth));
    });
  }

  function filling(
    callee: FunctionRef,
    call: Ref,
    index: number,
    state: State,
    outer: Frame | undefined,
    depth: number,
  ): readonly Step[] {
    const file = program.fileOfFunction(callee);
    const parameter = program.function(callee).parameters[index];
    const level = (outer?.depth ?? 0) + 1;
    if (parameter === undefined || parameter.rest || level > MAX_FRAMES) return [];
    const ref = program.ref(file, parameter.value);
    const frame: Frame = { call, callee, outer, conditions: undefined, depth: level, inputs: undefined };
    const own = writesTo(ref, state.keys).map((step): Step => ({ ...inside(step, undefined), frame }));
    return [...own, ...filledBy(ref, state, frame, depth + 1)];
  }

  return { writtenLater, writtenToField };
}

/** What holds where a value is written, in addition to what holds where its holder is used. */
function inside(step: Step, outer: Conditions | undefined): Step {
  return { ...step, conditions: step.conditions === undefined ? outer : within(step.conditions, outer) };
}
