import type { SinkKind, Span } from '@leashlint/rules';
import type { CallValue, ConditionId, ObjectEntry, Value } from '../facts.js';
import type { Reach } from '../program/callers.js';
import type { Program, Ref } from '../program/program.js';
import { literalKey } from '../program/origins.js';
import { createCallExpansion } from './expand-call.js';
import type { GuardCheck } from './guard-check.js';
import { expandParameter } from './expand-parameter.js';
import { partsBehindHost } from './fixed-address.js';
import { isHarmlessPart } from './harmless-parts.js';
import type { Semantics } from './semantics.js';
import { type Conditions, MAX_KEYS, type State } from './state.js';

export interface Step {
  readonly ref: Ref;
  readonly keys?: readonly string[];
  readonly note?: { readonly span: Span; readonly message: string };
  readonly unsure?: boolean;
  readonly partial?: boolean;
  readonly frame?: State['frame'];
  readonly leavesFrame?: boolean;
  readonly conditions?: Conditions | undefined;
}

/** The states from which a state's value comes. */
export type Expansion = (state: State, sink: SinkKind, reach: Reach) => readonly State[];

export function createExpansion(program: Program, semantics: Semantics, guards: GuardCheck): Expansion {
  const expandCall = createCallExpansion(program, semantics, guards);

  return (state, sink, reach) => {
    const value = program.value(state.ref);
    const steps = [...valueSteps(state, value, sink, reach), ...writtenLater(state, value)];
    return steps.flatMap((step) => (isHarmlessPart(program, state.ref, step.ref, sink) ? [] : [next(state, step)]));
  };

  function next(state: State, step: Step): State {
    return {
      ref: step.ref,
      keys: (step.keys ?? state.keys).slice(0, MAX_KEYS),
      frame: step.leavesFrame === true || step.frame !== undefined ? step.frame : state.frame,
      conditions: 'conditions' in step ? step.conditions : state.conditions,
      parent: state,
      note: step.note,
      unsure: state.unsure || step.unsure === true,
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
        return expandParameter(program, state, value, reach);
      case 'this':
        return thisSteps(state, value);
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
      case 'iteration':
        return [{ ref: local(value.of), keys: ['*', ...state.keys] }];
      case 'rest':
        return value.except.includes(state.keys[0] ?? '') ? [] : [{ ref: local(value.of) }];
      case 'unknown':
        return value.inputs.map((input) => ({ ref: local(input), keys: [], unsure: true }));
      default:
        return [];
    }
  }

  /** Adds what holds on one way into a phi to what holds at its use. */
  function under(state: State, id: ConditionId): Conditions | undefined {
    if (id < 0) return state.conditions;
    return { file: program.fileOf(state.ref), id, outer: state.conditions };
  }

  function templateSteps(
    state: State,
    parts: readonly (string | number)[],
    tag: Ref | undefined,
    local: (id: number) => Ref,
    sink: SinkKind,
  ): readonly Step[] {
    // A tag decides what becomes of its values: query builders bind them. Only `String.raw` and `dedent`-like project tags pass text.
    if (tag !== undefined && !passesText(tag)) return [];
    const span = program.span(state.ref);
    const harmless = sink === 'url' ? partsBehindHost(program, parts, local) : undefined;
    return parts.flatMap((part, at) =>
      typeof part === 'string' || harmless?.has(at) === true
        ? []
        : [{ ref: local(part), keys: [], partial: true, note: { span, message: 'is put into this text' } }],
    );
  }

  function passesText(tag: Ref): boolean {
    return program
      .origins(tag)
      .some((origin) => origin.kind === 'api' && origin.module === 'global' && origin.path.at(-1) === 'Member[raw]');
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
    for (const entry of [...entries].reverse()) {
      if ('spread' in entry) steps.push({ ref: local(entry.spread) });
      else if ('key' in entry) {
        if (entry.key === key) return [...steps, { ref: local(entry.value), keys: rest }];
      } else {
        const computed = literalKey(program.value(local(entry.computed)));
        if (computed === undefined || computed === key) steps.push({ ref: local(entry.value), keys: rest });
      }
    }
    return steps;
  }

  function arraySteps(
    state: State,
    items: readonly ({ value: number } | { spread: number })[],
    local: (id: number) => Ref,
  ): readonly Step[] {
    const [key, ...rest] = state.keys;
    const index = key === undefined ? NaN : Number(key);
    const exact = Number.isInteger(index) && !items.slice(0, index + 1).some((item) => 'spread' in item);
    return items.flatMap((item, at): Step[] => {
      if (exact && at !== index) return [];
      if ('spread' in item) return [{ ref: local(item.spread), keys: key === undefined ? [] : ['*', ...rest] }];
      return [{ ref: local(item.value), keys: rest, partial: key === undefined }];
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

  /** Fields of the class: whatever any method writes to `this.key`. */
  function thisSteps(state: State, value: Extract<Value, { kind: 'this' }>): readonly Step[] {
    const [key, ...rest] = state.keys;
    if (key === undefined || value.class === undefined) return [];
    return program.members({ kind: 'value', at: state.ref }, key, state.ref).values.map((ref) => ({
      ref,
      keys: rest,
      leavesFrame: true,
      conditions: undefined,
      note: { span: program.span(ref), message: `is kept in \`this.${key}\`` },
    }));
  }

  /** Writes to properties of this very value and additions to it, wherever they stand in its file. */
  function writtenLater(state: State, value: Value): readonly Step[] {
    if (value.kind === 'this' || value.kind === 'literal') return [];
    const file = program.fileOf(state.ref);
    const [key, ...rest] = state.keys;
    const steps: Step[] = [];
    for (const store of program.stores(state.ref)) {
      const stored =
        typeof store.key === 'string' ? store.key : literalKey(program.value(program.ref(file, store.key)));
      if (key !== undefined && key !== '*' && stored !== undefined && stored !== key) continue;
      steps.push({
        ref: program.ref(file, store.value),
        keys: rest,
        partial: key === undefined,
        note: { span: program.spanOfRange(file, store.range), message: 'is written here' },
      });
    }
    for (const call of program.additions(state.ref)) {
      const added = program.value(call) as CallValue & Value;
      const callee = program.value(program.ref(file, added.callee));
      const skip = callee.kind === 'member' && callee.key === 'set' ? 1 : 0;
      for (const argument of added.arguments.slice(skip)) {
        steps.push({
          ref: program.ref(file, argument.value),
          keys: argument.spread === true ? state.keys : rest,
          partial: key === undefined,
          note: { span: program.span(call), message: 'is added here' },
        });
      }
    }
    return steps;
  }
}
