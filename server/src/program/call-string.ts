import type { FunctionRef, Ref } from './program.js';

/** Calls that resolution has entered and not left, innermost first: what makes it context-sensitive. */
export interface CallString {
  readonly call: Ref;
  readonly callee: FunctionRef;
  readonly outer: CallString | undefined;
  readonly depth: number;
}

export const MAX_CALL_DEPTH = 8;

export function enter(outer: CallString | undefined, call: Ref, callee: FunctionRef): CallString | undefined {
  const depth = (outer?.depth ?? 0) + 1;
  if (depth > MAX_CALL_DEPTH) return undefined;
  for (let frame = outer; frame !== undefined; frame = frame.outer) {
    if (frame.call === call && frame.callee === callee) return undefined; // Recursion adds nothing new.
  }
  return { call, callee, outer, depth };
}

/** Equal for equal call strings. */
export function callStringKey(frame: CallString | undefined): string {
  let key = '';
  for (let at = frame; at !== undefined; at = at.outer) key += `/${String(at.call)}:${String(at.callee)}`;
  return key;
}
