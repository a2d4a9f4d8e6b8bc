import type { FunctionRef, Origin, Ref } from './program.js';

/** What resolution found for a value. */
export interface Answer {
  readonly origins: readonly Origin[];
  /** It depends on which callers are loaded. */
  readonly byCallers: boolean;
  /**
   * Functions that a parameter was asked of without having entered them last: where none of them is entered, the answer is
   * the same. Undefined if there are too many to tell.
   */
  readonly asked: readonly FunctionRef[] | undefined;
  /** Depth of the outermost call whose arguments it came from. */
  readonly enteredAt: number;
}

/**
 * Calls that resolution has entered and not left, innermost first: what makes it context-sensitive. There is one object for
 * each way in, so that it can remember what was resolved there.
 */
export interface CallString {
  readonly call: Ref;
  readonly callee: FunctionRef;
  readonly outer: CallString | undefined;
  readonly depth: number;
  readonly known: Map<Ref, Answer>;
  /** Ways further in, by the call. */
  readonly inner: Map<Ref, CallString[]>;
  /** Values that are being resolved, with the depth at which that began. */
  readonly running: Map<Ref, number>;
}

const MAX_CALL_DEPTH = 8;
/** Ways in that are kept; with more all are made anew. */
const MAX_KEPT = 50_000;

export interface CallStrings {
  /** Undefined for calls that are too deep, and for recursion, which adds nothing new. */
  enter(outer: CallString | undefined, call: Ref, callee: FunctionRef): CallString | undefined;
  /** Between two resolutions: drops what is too much to keep. */
  tidy(): void;
  forget(): void;
}

export function createCallStrings(): CallStrings {
  let outermost: CallString['inner'] = new Map();
  let kept = 0;

  function forget(): void {
    outermost = new Map();
    kept = 0;
  }

  return {
    enter(outer, call, callee) {
      const depth = (outer?.depth ?? 0) + 1;
      if (depth > MAX_CALL_DEPTH) return undefined;
      for (let frame = outer; frame !== undefined; frame = frame.outer) {
        if (frame.call === call && frame.callee === callee) return undefined;
      }
      const inner = outer?.inner ?? outermost;
      let ways = inner.get(call);
      if (ways === undefined) inner.set(call, (ways = []));
      let entered = ways.find((way) => way.callee === callee);
      if (entered === undefined) {
        ways.push((entered = { call, callee, outer, depth, known: new Map(), inner: new Map(), running: new Map() }));
        kept++;
      }
      return entered;
    },
    tidy() {
      if (kept > MAX_KEPT) forget();
    },
    forget,
  };
}
