import type { SinkKind } from '@leashlint/rules';
import type { Reach } from '../program/callers.js';
import type { Program } from '../program/program.js';
import { placementOf } from './placement.js';
import { type Conditions, type State, stateKey } from './state.js';

/** What one walk looked at, and how its states follow from each other. */
export interface Walk {
  /** Whether an earlier walk found that nothing comes from here. To be asked before the state is looked at. */
  isDeadEnd(state: State): boolean;
  /** Enters a state, with the number of the state that it follows from; gives its own number. */
  enter(state: State, from: number): number;
  /** A state that is taken for one that was entered before. */
  meet(number: number, state: State, from: number): void;
  /** What comes from a state is a source, or is not known to the end. */
  open(number: number): void;
  /** To be called when the walk is over. */
  end(): void;
}

/**
 * Remembers states from which no walk finds a source: sinks of one program share most of the ways that lead to them. What is
 * remembered holds until the program knows more.
 */
export function createDeadEnds(program: Program): (sink: SinkKind, reach: Reach) => Walk {
  const known = new Map<string, Set<string>>();
  let revision = program.revision();

  return (sink, reach) => {
    const began = program.revision();
    if (revision !== began) {
      known.clear();
      revision = began;
    }
    const kind = `${sink} ${reach}`;
    let dead = known.get(kind);
    if (dead === undefined) known.set(kind, (dead = new Set()));
    const ends = dead;
    const keys: (string | undefined)[] = [];
    const before: number[][] = [];
    const opened: number[] = [];
    let last: { readonly state: State; readonly key: string | undefined } | undefined;
    return {
      isDeadEnd(state) {
        const key = keyFor(program, state, sink);
        last = { state, key };
        return key !== undefined && ends.has(key) && program.revision() === began;
      },
      enter(state, from) {
        keys.push(last?.state === state ? last.key : keyFor(program, state, sink));
        before.push(from < 0 ? [] : [from]);
        return keys.length - 1;
      },
      meet(number, state, from) {
        const key = keyFor(program, state, sink);
        // On its own it might lead further.
        if (key === undefined || key !== keys[number]) opened.push(from);
        else before[number]?.push(from);
      },
      open(number) {
        opened.push(number);
      },
      end() {
        if (program.revision() !== began) return;
        const live = new Uint8Array(keys.length);
        while (opened.length > 0) {
          const state = opened.pop() ?? 0;
          if (live[state] === 1) continue;
          live[state] = 1;
          for (const from of before[state] ?? []) opened.push(from);
        }
        for (const [state, key] of keys.entries()) if (live[state] === 0 && key !== undefined) ends.add(key);
      },
    };
  };
}

/** Equal for states from which walks go on alike; undefined for those that depend on more of the way than is worth telling. */
function keyFor(program: Program, state: State, sink: SinkKind): string | undefined {
  if (!isPlain(state.conditions)) return undefined;
  let key = stateKey(state);
  for (let frame = state.frame; frame !== undefined; frame = frame.outer) {
    if (!isPlain(frame.conditions)) return undefined;
    if (frame.conditions !== undefined) key += `!${String(frame.conditions.file.index)}:${String(frame.conditions.id)}`;
  }
  const awaited = state.parent !== undefined && program.value(state.parent.ref).kind === 'await';
  return `${key}^${placementOf(program, state, sink) ?? ''}${awaited ? 'a' : ''}`;
}

function isPlain(conditions: Conditions | undefined): boolean {
  return conditions === undefined || (conditions.outer === undefined && conditions.passedUpTo === undefined);
}
