import type { Value } from '../facts.js';
import { type Answer, type CallString, createCallStrings } from './call-string.js';
import type { FunctionRef, Origin, Program, ProgramFile, Ref } from './program.js';
import { addOrigin } from './same-origin.js';

const MAX_ORIGINS = 48;
const MAX_STEPS = 1500;
/** Nested resolutions; further ones could exhaust the stack. */
const MAX_DEPTH = 150;

type Add = (items: readonly Origin[]) => void;

/** One alias step: adds what a value leads to. */
export type AliasStep = (ref: Ref, value: Value, context: CallString | undefined, add: Add) => void;

/**
 * Takes alias steps until there are no more, remembers the answers and ends cycles. What an answer depends on says how long
 * it is kept and for whom it holds.
 */
export function createResolution(program: Pick<Program, 'value' | 'fileOf'>, step: AliasStep) {
  const known = new Map<Ref, Answer>();
  /** Answers that depend on who calls a function: another file may bring another caller. */
  const knownByCallers = new Map<Ref, Answer>();
  /** Values that are being resolved without a way back, with the depth at which that began. */
  const running = new Map<Ref, number>();
  const callStrings = createCallStrings();
  let budget = 0;
  let depth = 0;
  /**
   * The outermost resolution that an answer left out because it was running already: the answer is whole only for that one and
   * those around it. -1 when a bound was reached.
   */
  let cutAt = Infinity;
  /** Set when an answer came from the callers that are loaded. */
  let byCallers = false;
  /** Cleared when an answer asked for a parameter of a function that was not entered on the way. */
  let free = true;

  function origins(ref: Ref, context?: CallString): readonly Origin[] {
    const plain = known.get(ref) ?? knownByCallers.get(ref);
    const usable = plain !== undefined && (context === undefined || plain.free || !dependsOnContext(plain.origins));
    const cached = usable ? plain : context?.known.get(ref);
    if (cached !== undefined) {
      byCallers ||= cached.byCallers;
      free &&= cached.free;
      return cached.origins;
    }
    const value = program.value(ref);
    if (isOwnOrigin(value)) {
      const own: readonly Origin[] = [{ kind: 'value', at: ref }];
      known.set(ref, { origins: own, byCallers: false, free: true });
      return own;
    }
    const inProgress = context?.running ?? running;
    const begun = inProgress.get(ref);
    if (begun !== undefined) {
      cutAt = Math.min(cutAt, begun);
      return [];
    }
    if (depth === 0) {
      budget = MAX_STEPS;
      cutAt = Infinity;
      callStrings.tidy();
    }
    if (--budget < 0 || depth > MAX_DEPTH) {
      cutAt = -1;
      return [{ kind: 'unknown', at: ref }];
    }
    return resolve(ref, value, context, inProgress);
  }

  function resolve(
    ref: Ref,
    value: Value,
    context: CallString | undefined,
    inProgress: Map<Ref, number>,
  ): readonly Origin[] {
    const before = { byCallers, free, cutAt };
    byCallers = false;
    free = true;
    cutAt = Infinity;
    const found: Origin[] = [];
    inProgress.set(ref, depth++);
    try {
      step(ref, value, context, (items) => {
        for (const origin of items) if (found.length < MAX_ORIGINS) addOrigin(found, origin);
      });
    } finally {
      depth--;
      inProgress.delete(ref);
    }
    const isWhole = cutAt >= depth;
    if (isWhole || (depth === 0 && context === undefined)) keep(ref, context, found);
    byCallers ||= before.byCallers;
    free &&= before.free;
    cutAt = Math.min(before.cutAt, isWhole ? Infinity : cutAt);
    return found;
  }

  function keep(ref: Ref, context: CallString | undefined, found: readonly Origin[]): void {
    const answers = context?.known ?? (byCallers ? knownByCallers : known);
    answers.set(ref, { origins: found, byCallers, free });
  }

  /** Resolves what does not stand in the functions that were entered. */
  function apart(ref: Ref): readonly Origin[] {
    const before = free;
    const found = origins(ref);
    free = before;
    return found;
  }

  /** Resolves a value that something in a file leads to. */
  function from(ref: Ref, file: ProgramFile, context: CallString | undefined): readonly Origin[] {
    return program.fileOf(ref) === file ? origins(ref, context) : apart(ref);
  }

  return {
    origins,
    apart,
    from,
    /** Into a function that a call runs. */
    enter: (outer: CallString | undefined, call: Ref, callee: FunctionRef): CallString | undefined =>
      callStrings.enter(outer, call, callee),
    /** Told by a step that its answer comes from the callers that are loaded. */
    dependsOnCallers(): void {
      byCallers = true;
    },
    /** Told by a step that it asked for a parameter of a function that was not entered on the way. */
    asksCaller(): void {
      free = false;
    },
    isSettled: (ref: Ref): boolean => known.has(ref),
    forgetCallers(): void {
      knownByCallers.clear();
      callStrings.forget();
    },
    forget(): void {
      known.clear();
      knownByCallers.clear();
      callStrings.forget();
    },
  };
}

/** An answer that ended at a parameter could be finer with the caller known. */
function dependsOnContext(answer: readonly Origin[]): boolean {
  return answer.length !== 1 || answer[0]?.kind === 'unknown';
}

/** Whether a value is made where it stands, whoever asks. */
function isOwnOrigin(value: Value): boolean {
  // Functions are left out: one may be named in the configuration.
  switch (value.kind) {
    case 'literal':
    case 'regex':
    case 'template':
    case 'object':
    case 'array':
    case 'class':
    case 'jsx':
    case 'this':
      return true;
    case 'operation':
      return value.operator !== '/';
    default:
      return false;
  }
}
