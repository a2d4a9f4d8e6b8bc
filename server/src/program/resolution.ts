import type { Value } from '../facts.js';
import { type Answer, type CallString, createCallStrings } from './call-string.js';
import type { FunctionRef, Origin, Program, ProgramFile, Ref } from './program.js';
import { createRefTable } from './ref-table.js';
import { addOrigin } from './same-origin.js';

const MAX_ORIGINS = 48;
const MAX_STEPS = 1500;
/** Steps after which answers that leave out what is running are taken again: a large cycle has exponentially many ways. */
const MAX_EXACT_STEPS = 200;
/** Nested resolutions; further ones could exhaust the stack. */
const MAX_DEPTH = 150;

type Add = (items: readonly Origin[]) => void;

interface KeptAnswer extends Answer {
  /** How often callers had been forgotten when it was found. */
  readonly time: number;
}

/** An answer that leaves out the resolution that began at depth `cutAt` with the serial number `begin`. */
interface PartAnswer extends Answer {
  readonly cutAt: number;
  readonly begin: number;
}

/** One alias step: adds what a value leads to. */
export type AliasStep = (ref: Ref, value: Value, context: CallString | undefined, add: Add) => void;

/**
 * Takes alias steps until there are no more, remembers the answers and ends cycles. What an answer depends on says how long
 * it is kept and for whom it holds.
 */
export function createResolution(program: Pick<Program, 'value' | 'fileOf'>, step: AliasStep) {
  /** Answers that depend on who calls a function count for their time only: another file may bring another caller. */
  const known = createRefTable<KeptAnswer>();
  let time = 0;
  /** Values that are being resolved without a way back, with the depth at which that began. */
  const running = new Map<Ref, number>();
  const callStrings = createCallStrings();
  /** Answers that leave out a resolution that is running, until that one ends. */
  const partly = new Map<CallString | undefined, Map<Ref, PartAnswer>>();
  /** Serial numbers of the resolutions that are running, outermost first. */
  const begins: number[] = [];
  let serial = 0;
  let budget = 0;
  let depth = 0;
  /**
   * The outermost resolution that an answer left out because it was running already: the answer is whole only for that one and
   * those around it. -1 when a bound was reached.
   */
  let cutAt = Infinity;
  /** Set when an answer came from the callers that are loaded. */
  let byCallers = false;
  /** Functions that an answer asked for a parameter of without having entered them last. */
  let asked: Answer['asked'] = NONE;
  /** Depth of the outermost call whose arguments an answer came from; a bound on calls inside calls counts as 0. */
  let enteredAt = Infinity;

  function origins(ref: Ref, context?: CallString): readonly Origin[] {
    const plain = plainAnswer(ref);
    const usable =
      plain !== undefined && (context === undefined || isAsGoodIn(plain, context) || !dependsOnContext(plain.origins));
    const cached = usable ? plain : context?.known.get(ref);
    if (cached !== undefined) {
      byCallers ||= cached.byCallers;
      asked = joined(asked, cached.asked);
      enteredAt = Math.min(enteredAt, cached.enteredAt);
      return cached.origins;
    }
    const value = program.value(ref);
    if (isOwnOrigin(value)) {
      const own: readonly Origin[] = [{ kind: 'value', at: ref }];
      known.set(ref, { origins: own, byCallers: false, asked: NONE, enteredAt: Infinity, time });
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
      partly.clear();
    }
    const part = budget < MAX_STEPS - MAX_EXACT_STEPS ? partly.get(context)?.get(ref) : undefined;
    if (part !== undefined && begins[part.cutAt] === part.begin) {
      byCallers ||= part.byCallers;
      asked = joined(asked, part.asked);
      enteredAt = Math.min(enteredAt, part.enteredAt);
      cutAt = Math.min(cutAt, part.cutAt);
      return part.origins;
    }
    if (--budget < 0 || depth > MAX_DEPTH) {
      cutAt = -1;
      return [{ kind: 'unknown', at: ref }];
    }
    return resolve(ref, value, context, inProgress);
  }

  function plainAnswer(ref: Ref): Answer | undefined {
    const answer = known.get(ref);
    return answer === undefined || (answer.byCallers && answer.time !== time) ? undefined : answer;
  }

  function resolve(
    ref: Ref,
    value: Value,
    context: CallString | undefined,
    inProgress: Map<Ref, number>,
  ): readonly Origin[] {
    const before = { byCallers, asked, enteredAt, cutAt };
    byCallers = false;
    asked = NONE;
    enteredAt = Infinity;
    cutAt = Infinity;
    const found: Origin[] = [];
    begins.push(++serial);
    inProgress.set(ref, depth++);
    try {
      step(ref, value, context, (items) => {
        for (const origin of items) if (found.length < MAX_ORIGINS) addOrigin(found, origin);
      });
    } finally {
      depth--;
      begins.pop();
      inProgress.delete(ref);
    }
    const isWhole = cutAt >= depth;
    if (isWhole || (depth === 0 && context === undefined)) keep(ref, context, found);
    else keepPart(ref, context, found);
    byCallers ||= before.byCallers;
    asked = joined(asked, before.asked);
    enteredAt = Math.min(enteredAt, before.enteredAt);
    cutAt = Math.min(before.cutAt, isWhole ? Infinity : cutAt);
    return found;
  }

  function keep(ref: Ref, context: CallString | undefined, found: readonly Origin[]): void {
    if (context !== undefined && (enteredAt <= context.depth || asks(asked, context)))
      context.known.set(ref, { origins: found, byCallers, asked, enteredAt });
    // What holds for good stays.
    else if (!byCallers || known.get(ref)?.byCallers !== false)
      known.set(ref, { origins: found, byCallers, asked, enteredAt: Infinity, time });
  }

  function keepPart(ref: Ref, context: CallString | undefined, found: readonly Origin[]): void {
    const begin = begins[cutAt];
    if (begin === undefined) return;
    let parts = partly.get(context);
    if (parts === undefined) partly.set(context, (parts = new Map<Ref, PartAnswer>()));
    parts.set(ref, { origins: found, byCallers, asked, enteredAt, cutAt, begin });
  }

  /** Resolves what does not stand in the functions that were entered. */
  function apart(ref: Ref): readonly Origin[] {
    const before = { asked, enteredAt };
    const found = origins(ref);
    ({ asked, enteredAt } = before);
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
    enter(outer: CallString | undefined, call: Ref, callee: FunctionRef): CallString | undefined {
      const entered = callStrings.enter(outer, call, callee);
      if (entered === undefined) enteredAt = 0;
      return entered;
    },
    /** Told by a step that its answer comes from the callers that are loaded. */
    dependsOnCallers(): void {
      byCallers = true;
    },
    /** Told by a step that it asked for a parameter of a function that was not entered last. */
    asksCaller(fn: FunctionRef): void {
      asked = joined(asked, [fn]);
    },
    /** Told by a step that it asked for what a call passes. */
    asksCall({ depth: at }: CallString): void {
      enteredAt = Math.min(enteredAt, at);
    },
    isSettled: (ref: Ref): boolean => known.get(ref)?.byCallers === false,
    forgetCallers(): void {
      time++;
      callStrings.forget();
    },
    forget(): void {
      known.clear();
      callStrings.forget();
    },
  };
}

const NONE: readonly FunctionRef[] = [];
/** Of more functions it is not kept which ones were asked. */
const MAX_ASKED = 12;

function joined(some: Answer['asked'], others: Answer['asked']): Answer['asked'] {
  if (some === others || others?.length === 0) return some;
  if (some?.length === 0) return others;
  if (some === undefined || others === undefined) return undefined;
  const missing = others.filter((fn) => !some.includes(fn));
  if (missing.length === 0) return some;
  return some.length + missing.length > MAX_ASKED ? undefined : [...some, ...missing];
}

/** Whether a parameter was asked for that the innermost call passes. */
function asks(asked: Answer['asked'], { callee }: CallString): boolean {
  return asked === undefined || asked.includes(callee);
}

/** Whether an answer without a way back is the one that would be found with it. */
function isAsGoodIn(plain: Answer, context: CallString): boolean {
  return !asks(plain.asked, context);
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
