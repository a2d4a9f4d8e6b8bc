import type { Span } from '@leashlint/rules';
import type { ConditionId } from '../facts.js';
import type { FunctionRef, Program, ProgramFile, Ref } from '../program/program.js';

/** What is known to hold where a value is used, in one function's frame; `outer` are further facts about the same frame. */
export interface Conditions {
  readonly file: ProgramFile;
  readonly id: ConditionId;
  readonly outer: Conditions | undefined;
  /** Not all of the tests from `id` up to this one hold: the function would have been left. */
  readonly passedUpTo?: ConditionId;
}

/** A call that the walk has entered through its result: the way back for parameters. */
export interface Frame {
  readonly call: Ref;
  readonly callee: FunctionRef;
  readonly outer: Frame | undefined;
  /** What held at the call, for its arguments. */
  readonly conditions: Conditions | undefined;
  readonly depth: number;
  /** For callbacks of built-in methods: where parameters come from, by index. */
  readonly inputs: readonly (CallbackInput | undefined)[] | undefined;
}

export interface CallbackInput {
  readonly value: Ref;
  /** Keys between the value and what the callback receives: `*` for an element. */
  readonly keys: readonly string[];
}

/** One point of the backward walk: does a source reach `keys` of `ref`? */
export interface State {
  readonly ref: Ref;
  /** Properties that are read from the value afterwards, outermost first; `*` stands for any. */
  readonly keys: readonly string[];
  readonly frame: Frame | undefined;
  readonly conditions: Conditions | undefined;
  readonly parent: State | undefined;
  /** What happens between this value and its parent, for the trace. */
  readonly note: { readonly span: Span; readonly message: string } | undefined;
  /** How doubtful the way is: one for each function that nobody knows, more where it only holds for some keys. */
  readonly doubt: number;
  /** Became part of a larger text. */
  readonly partial: boolean;
}

/** Doubts that make a way a guess: a large program seems to have many such ways. */
export const GUESS = 3;
export const MAX_KEYS = 6;
export const MAX_FRAMES = 10;
/** Branches of variables on a way whose conditions are kept, those nearest to the use: generated code has thousands. */
const MAX_BRANCHES = 60;

/** What holds in one place and what holds around it; the innermost are left out where there are too many. */
export function within(inner: Conditions, outer: Conditions | undefined): Conditions | undefined {
  if (inner.id < 0) return outer;
  let branches = 0;
  for (let at = outer; at !== undefined; at = at.outer) branches++;
  return branches > MAX_BRANCHES ? outer : { ...inner, outer };
}

/**
 * Ways that come from different places of use are different: one may be guarded where the other is not. What holds on
 * the branches of a variable in between does not count, or every branch would double the ways.
 */
export function stateKey(state: State): string {
  let key = `${String(state.ref)}|${state.keys.join('.')}`;
  for (let frame = state.frame; frame !== undefined; frame = frame.outer) key += `/${String(frame.call)}`;
  let held = state.conditions;
  while (held?.outer !== undefined) held = held.outer;
  if (held !== undefined && held.id >= 0) key += `!${String(held.file.index)}:${String(held.id)}`;
  return key;
}

/** What holds once a constructor has returned: what it refuses is never kept in an object. */
export function acceptedBy(program: Program, fn: FunctionRef): Conditions | undefined {
  const { kind, returns } = program.function(fn);
  const [end, ...others] = returns;
  if (kind !== 'constructor' || end === undefined || others.length > 0) return undefined;
  return { file: program.fileOfFunction(fn), id: end.condition, outer: undefined };
}
