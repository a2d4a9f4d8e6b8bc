import type { SinkKind, Span } from '@leashlint/rules';
import { type ArrayItem, type ConditionId, ITERATOR, type ObjectEntry, type Value } from '../facts.js';
import type { Reach } from '../program/callers.js';
import type { Program, Ref } from '../program/program.js';
import { CALL_METHOD } from '../program/instance-names.js';
import { literalKey } from '../program/origins.js';
import { copiedFrom } from './copied-entries.js';
import { createCallExpansion } from './expand-call.js';
import type { GuardCheck } from './guard-check.js';
import { expandParameter, frameOf } from './expand-parameter.js';
import { createWrites } from './expand-writes.js';
import { beginsWithWord, FIRST_WORD } from './first-word.js';
import { partsBehindHost } from './fixed-address.js';
import { hasItems } from './list-items.js';
import { PROPERTY_NAMES } from './keys.js';
import { isPath } from './python-paths.js';
import { keptForRequest } from './request-state.js';
import { isHarmlessPart } from './harmless-parts.js';
import type { Semantics } from './semantics.js';
import { acceptedBy, type Conditions, GUESS, MAX_KEYS, type State, within } from './state.js';

export interface Step {
  readonly ref: Ref;
  readonly keys?: readonly string[];
  readonly note?: { readonly span: Span; readonly message: string };
  readonly unsure?: boolean;
  /** It holds if a key that only a run shows is the one that is read, which is known or not. */
  readonly someKey?: 'known' | 'unknown';
  readonly partial?: boolean;
  readonly frame?: State['frame'];
  readonly leavesFrame?: boolean;
  readonly conditions?: Conditions | undefined;
}

/** Packages whose tags only lay a text out. */
const LAYOUT_TAGS: ReadonlySet<string> = new Set([
  'common-tags',
  'dedent',
  'ts-dedent',
  'outdent',
  'string-dedent',
  'endent',
]);

/** That a text in the code is the very key that something else was written under is a guess. */
function doubtOf({ unsure, someKey }: Step): number {
  if (someKey !== undefined) return someKey === 'known' ? GUESS : 1;
  return unsure === true ? 1 : 0;
}

function surelyHas(value: Value, key: string): boolean {
  return value.kind === 'object' && value.entries.some((entry) => 'key' in entry && entry.key === key);
}

/** The states from which a state's value comes. */
export type Expansion = (state: State, sink: SinkKind, reach: Reach) => readonly State[];

/** `onBound` is told of ways that are not followed because there are too many or they are too long. */
export function createExpansion(
  program: Program,
  semantics: Semantics,
  guards: GuardCheck,
  onBound: () => void,
): Expansion {
  const writes = createWrites(program);
  const { expandCall, entered } = createCallExpansion(program, semantics, guards, writes, onBound);

  return (state, sink, reach) => {
    const value = program.value(state.ref);
    const steps = [
      ...valueSteps(state, value, sink, reach),
      ...writes.writtenLater(state),
      ...keptForRequest(program, semantics, state, onBound),
    ];
    return steps.flatMap((step) => {
      // What a function that nobody knows gives is not the object that it was given.
      if (sink === 'query-filter' && step.unsure === true) return [];
      return isHarmlessPart(program, state.ref, step.ref, sink) ? [] : [next(state, step)];
    });
  };

  function next(state: State, step: Step): State {
    return {
      ref: step.ref,
      keys: (step.keys ?? state.keys).slice(0, MAX_KEYS),
      frame: step.leavesFrame === true || step.frame !== undefined ? step.frame : state.frame,
      conditions: 'conditions' in step ? step.conditions : state.conditions,
      parent: state,
      note: step.note,
      doubt: state.doubt + doubtOf(step),
      partial: state.partial || step.partial === true,
    };
  }

  function valueSteps(state: State, value: Value, sink: SinkKind, reach: Reach): readonly Step[] {
    const local = (id: number): Ref => program.ref(program.fileOf(state.ref), id);
    switch (value.kind) {
      case 'template':
        return templateSteps(state, value.parts, value.tag === undefined ? undefined : local(value.tag), local, sink);
      case 'object':
        return objectSteps(state, value.entries, local);
      case 'array':
        return arraySteps(state, value.items, local);
      case 'import':
        return importSteps(state, value);
      case 'parameter':
        return [
          ...expandParameter(program, state, value, reach, onBound),
          ...(semantics.provided?.(state.ref) ?? []).map((ref): Step => ({
            ref,
            leavesFrame: true,
            conditions: undefined,
          })),
        ];
      case 'this':
        return thisSteps(state, value);
      case 'class':
        return classSteps(state);
      case 'member':
        if (value.key === 'length') return [];
        return [{ ref: local(value.object), keys: [value.key, ...state.keys] }];
      case 'element': {
        const key = literalKey(program.value(local(value.key))) ?? '*';
        return [{ ref: local(value.object), keys: [key, ...state.keys] }];
      }
      case 'call':
        return expandCall(state, value, sink);
      case 'await':
        return [{ ref: local(value.value) }];
      case 'phi':
        return value.inputs.map((input, at) => ({
          ref: local(input),
          conditions: under(state, value.conditions[at] ?? -1),
        }));
      case 'cell':
        return value.writes.map((write) => ({ ref: local(write) }));
      case 'operation':
        return value.operator === '/' ? joinedPath(state, value.inputs.map(local)) : [];
      case 'iteration':
        return [{ ref: local(value.of), keys: ['*', ...state.keys] }, ...iterated(state, local(value.of))];
      case 'rest':
        return restSteps(state, value.except, local(value.of));
      case 'unknown':
        return value.inputs.map((input) => ({ ref: local(input), keys: [], unsure: true }));
      default:
        return [];
    }
  }

  /** `...rest` of a list starts behind the items before it; of an object it has the other keys. */
  function restSteps(state: State, except: readonly string[], of: Ref): readonly Step[] {
    const [key, ...rest] = state.keys;
    const index = key === undefined ? NaN : Number(key);
    const isList = except.length > 0 && except.every((name, at) => name === String(at));
    if (isList && Number.isInteger(index)) return [{ ref: of, keys: [String(index + except.length), ...rest] }];
    return except.includes(key ?? '') ? [] : [{ ref: of }];
  }

  /** Adds what holds on one way into a phi to what holds at its use. */
  function under(state: State, id: ConditionId): Conditions | undefined {
    return within({ file: program.fileOf(state.ref), id, outer: undefined }, state.conditions);
  }

  /** `root / name` of `pathlib`; a quotient where nothing on the left is known to be a path. */
  function joinedPath(state: State, inputs: readonly Ref[]): readonly Step[] {
    if (program.fileOf(state.ref).facts.language !== 'python') return [];
    const unsure = !isPath(program, state.ref);
    const [left] = inputs;
    if (left === undefined || (unsure && program.origins(left).some(({ kind }) => kind === 'value'))) return [];
    return inputs.map((ref) => ({ ref, keys: [], partial: true, ...(unsure && { unsure }) }));
  }

  function templateSteps(
    state: State,
    parts: readonly (string | number)[],
    tag: Ref | undefined,
    local: (id: number) => Ref,
    sink: SinkKind,
  ): readonly Step[] {
    // A tag decides what becomes of its values: query builders bind them. Only `String.raw` and `dedent`-like project tags pass text.
    if (tag !== undefined && !passesText(tag))
      return program.callees(state.ref).flatMap((callee) => entered(state, callee, undefined));
    if (state.keys[0] === FIRST_WORD && beginsWithWord(parts)) return [];
    const span = program.span(state.ref);
    const harmless = sink === 'url' ? partsBehindHost(program, parts, local) : undefined;
    return parts.flatMap((part, at) =>
      typeof part === 'string' || harmless?.has(at) === true
        ? []
        : [{ ref: local(part), keys: [], partial: true, note: { span, message: 'is put into this text' } }],
    );
  }

  /** What the iterator of a project object or class yields. */
  function iterated(state: State, list: Ref): readonly Step[] {
    return program.origins(list).flatMap((origin) => {
      const kind = origin.kind === 'value' ? program.value(origin.at).kind : undefined;
      if (kind !== 'object' && kind !== 'this' && kind !== 'call') return [];
      const iterators = program.members(origin, ITERATOR, state.ref).values.flatMap((ref) => program.functions(ref));
      return iterators.flatMap((fn) => entered(state, fn, undefined, ['*', ...state.keys]));
    });
  }

  function passesText(tag: Ref): boolean {
    return program
      .origins(tag)
      .some(
        (origin) =>
          origin.kind === 'api' &&
          (LAYOUT_TAGS.has(origin.module) || (origin.module === 'global' && origin.path.at(-1) === 'Member[raw]')),
      );
  }

  function objectSteps(state: State, entries: readonly ObjectEntry[], local: (id: number) => Ref): readonly Step[] {
    const [key, ...rest] = state.keys;
    if (key === undefined || key === '*') {
      return entries.flatMap((entry): Step[] => {
        if ('spread' in entry) return [{ ref: local(entry.spread) }];
        return [{ ref: local(entry.value), keys: rest, partial: key === undefined }];
      });
    }
    const steps: Step[] = [];
    if (key === PROPERTY_NAMES) {
      return entries.flatMap((entry): Step[] => {
        if ('spread' in entry) return [{ ref: local(entry.spread) }];
        return 'computed' in entry ? [{ ref: local(entry.computed), keys: [] }] : [];
      });
    }
    for (const entry of [...entries].reverse()) {
      const copied = copiedFrom(program, entry, local);
      if ('spread' in entry) {
        steps.push({ ref: local(entry.spread) });
        // What stands before it is overwritten.
        if (surelyHas(program.value(local(entry.spread)), key)) return steps;
      } else if (copied !== undefined) steps.push({ ref: copied });
      else if ('key' in entry) {
        if (entry.key === key)
          return [
            ...steps,
            ...(entry.accessor === true ? got(local(entry.value), rest) : [{ ref: local(entry.value), keys: rest }]),
          ];
      } else {
        const computed = literalKey(program.value(local(entry.computed)));
        if (computed === undefined || computed === key) steps.push({ ref: local(entry.value), keys: rest });
      }
    }
    return steps;
  }

  /** What a getter returns. */
  function got(accessor: Ref, keys: readonly string[]): readonly Step[] {
    return program.functions(accessor).flatMap((fn) => {
      const file = program.fileOfFunction(fn);
      return program
        .function(fn)
        .returns.flatMap(({ value }) => (value < 0 ? [] : [{ ref: program.ref(file, value), keys }]));
    });
  }

  function arraySteps(state: State, items: readonly ArrayItem[], local: (id: number) => Ref): readonly Step[] {
    const [key, ...rest] = state.keys;
    if (key === PROPERTY_NAMES) return [];
    const index = key === undefined ? NaN : Number(key);
    const exact = Number.isInteger(index) && !items.slice(0, index + 1).some((item) => 'spread' in item);
    const [head] = items;
    // `[...command, option]`: the first item is that of the list before, if it has one.
    if (index === 0 && head !== undefined && 'spread' in head && hasItems(program, local(head.spread)))
      return [{ ref: local(head.spread), keys: state.keys }];
    return items.flatMap((item, at): Step[] => {
      if (exact && at !== index) return [];
      if ('spread' in item) return [{ ref: local(item.spread), keys: key === undefined ? [] : ['*', ...rest] }];
      const step: Step = { ref: local(item.value), keys: rest, partial: key === undefined };
      return [item.condition === undefined ? step : { ...step, conditions: under(state, item.condition) }];
    });
  }

  function importSteps(state: State, value: Extract<Value, { kind: 'import' }>): readonly Step[] {
    const { refs, namespace } = program.imported(state.ref, value.module, value.name);
    const [key, ...rest] = state.keys;
    const members = namespace === undefined || key === undefined ? [] : program.exported(namespace, key, state.ref);
    return [...refs.map((ref) => ({ ref })), ...members.map((ref) => ({ ref, keys: rest }))].map((step) => ({
      ...step,
      leavesFrame: true,
      conditions: undefined,
    }));
  }

  /**
   * Fields of `this`: of the very object whose method the walk came through if that is known, else whatever any method
   * of the class writes.
   */
  function thisSteps(state: State, value: Extract<Value, { kind: 'this' }>): readonly Step[] {
    const [key, ...rest] = state.keys;
    if (key === undefined || value.class === undefined) return [];
    const receiver = receiverOf(state, value);
    if (receiver !== undefined) return [receiver];
    const origin = { kind: 'value', at: state.ref } as const;
    const values = program.members(origin, key, state.ref).values.map((ref): Step => ({
      ref,
      keys: rest,
      leavesFrame: true,
      conditions: acceptedBy(program, program.functionOf(ref)),
      note: { span: program.span(ref), message: `is kept in \`this.${key}\`` },
    }));
    return [...values, ...writes.writtenToField(origin, key, rest)];
  }

  /** The object whose method the walk is in: an instance of the project, or `this` of the calling method. */
  function receiverOf(state: State, value: Extract<Value, { kind: 'this' }> & Value): Step | undefined {
    const file = program.fileOf(state.ref);
    if (file.facts.functions[value.fn]?.class !== value.class) return undefined;
    const frame = frameOf(state.frame, program.functionRef(file, value.fn));
    const call = frame === undefined ? undefined : program.value(frame.call);
    if (frame === undefined || call?.kind !== 'call' || call.construct) return undefined;
    const callee = program.value(program.ref(program.fileOf(frame.call), call.callee));
    const called = file.facts.functions[value.fn]?.name === CALL_METHOD ? call.callee : undefined;
    const object = callee.kind === 'member' ? callee.object : called;
    if (object === undefined) return undefined;
    const ref = program.ref(program.fileOf(frame.call), object);
    const origins = program.origins(ref);
    const known = origins.every((origin) => {
      const at = origin.kind === 'value' ? program.value(origin.at) : undefined;
      return origin.kind === 'api' || at?.kind === 'this' || (at?.kind === 'call' && at.construct);
    });
    if (!known || !origins.some((origin) => origin.kind === 'value')) return undefined;
    return { ref, keys: state.keys, frame: frame.outer, leavesFrame: true, conditions: frame.conditions };
  }

  /** Static members of a class. */
  function classSteps(state: State): readonly Step[] {
    const [key, ...rest] = state.keys;
    if (key === undefined) return [];
    return program.members({ kind: 'value', at: state.ref }, key, state.ref).values.map((ref) => ({
      ref,
      keys: rest,
      leavesFrame: true,
      conditions: undefined,
    }));
  }
}
