import type { FunctionRef, Program, Ref } from './program.js';

/** Calls of one name, sorted by what they run as far as somebody asked. */
export interface NamedCalls {
  readonly calls: readonly Ref[];
  /** How many of the calls have been resolved, from the first one on. */
  readonly resolved: number;
  /** Positions among the resolved calls of those that may run a function, ascending. */
  positions(fn: FunctionRef): readonly number[];
  /** Resolves the call at a position up to which all are resolved, and tells whether it may run the function. */
  resolve(position: number, fn: FunctionRef): boolean;
}

const NOWHERE: readonly number[] = [];

/**
 * Functions of one name share their candidates: each call is resolved once for all of them, not once for each. What is
 * remembered holds until `forget`, which is to be called when a call may run something else than before.
 */
export function createCallsByCallee(
  program: Pick<Program, 'callees'>,
  callsOf: (key: string) => readonly Ref[],
): { of(key: string): NamedCalls; forget(): void } {
  const known = new Map<string, NamedCalls>();

  function sorted(calls: readonly Ref[]): NamedCalls {
    const callees: (readonly FunctionRef[])[] = [];
    const positions = new Map<FunctionRef, number[]>();
    return {
      calls,
      get resolved() {
        return callees.length;
      },
      positions: (fn) => positions.get(fn) ?? NOWHERE,
      resolve(position, fn) {
        const call = calls[position];
        const found = callees[position] ?? (call === undefined ? [] : program.callees(call));
        // Resolving one may have asked for callers of the same name, which went on from here.
        if (position === callees.length) {
          callees.push(found);
          for (const callee of found) {
            const list = positions.get(callee);
            if (list === undefined) positions.set(callee, [position]);
            else list.push(position);
          }
        }
        return found.includes(fn);
      },
    };
  }

  return {
    of(key) {
      let named = known.get(key);
      if (named === undefined) known.set(key, (named = sorted(callsOf(key))));
      return named;
    },
    forget(): void {
      known.clear();
    },
  };
}
