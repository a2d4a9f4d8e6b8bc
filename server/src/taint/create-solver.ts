import type { Evidence, SinkKind, Span, TraceStep } from '@leashlint/rules';
import type { Program, Ref } from '../program/program.js';
import { createDeadEnds } from './dead-ends.js';
import { createExpansion } from './expand.js';
import { createGuardCheck, type Verdict } from './guard-check.js';
import type { Semantics, SourceMark } from './semantics.js';
import type { Solver, TaintAnswer, TaintQuery } from './solver.js';
import { GUESS, type State, stateKey } from './state.js';

/** States that one query may visit; a query that needs more is reported as a bound. */
const MAX_STATES = 4000;
/** The same for log calls, which are everywhere and whose sources are near. */
const MAX_LOG_STATES = 800;
const MAX_ANSWERS = 32;

/**
 * A demand-driven solver: walks backward from a sink's value through SSA values, into results of project functions and up
 * to call sites, keeping the call string and the conditions in force, until it meets sources, guards or constants.
 */
export function createSolver(program: Program, semantics: Semantics): Solver {
  const guards = createGuardCheck(program, semantics);
  /** How many ways were not followed to their end. */
  let cuts = 0;
  const expand = createExpansion(program, semantics, guards, () => {
    cuts++;
  });
  const bounds: Span[] = [];
  const walkFor = createDeadEnds(program);

  function answers(query: TaintQuery): readonly TaintAnswer[] {
    const file = program.fileOf(query.value);
    const root: State = {
      ref: query.value,
      keys: query.keys ?? [],
      frame: undefined,
      conditions: { file, id: query.condition, outer: undefined },
      parent: undefined,
      note: undefined,
      doubt: 0,
      partial: false,
    };
    const cutsBefore = cuts;
    const maxStates = query.sink === 'log' ? MAX_LOG_STATES : MAX_STATES;
    const reach = query.reach ?? 'everywhere';
    const walk = walkFor(query.sink, reach);
    /** States by their key, with the numbers that the walk gave them. */
    const seen = new Map<string, number>();
    const numbers = new Map<State, number>();
    let ended = false;
    const found = new Map<string, TaintAnswer>();
    const weak = new Map<State, Verdict['weak']>();
    // Breadth first, so that the first way to a source is a shortest one; guesses come after all that is better known.
    const queue: State[] = [root];
    const guesses: State[] = [];
    for (let head = 0; head < queue.length || guesses.length > 0; head++) {
      if (head === queue.length) queue.push(...guesses.splice(0));
      const state = queue[head];
      if (state === undefined) break;
      const from = state.parent === undefined ? -1 : (numbers.get(state.parent) ?? -1);
      if (found.size >= MAX_ANSWERS || ended) {
        walk.open(from);
        continue;
      }
      const key = stateKey(state);
      const met = seen.get(key);
      if (met !== undefined) {
        walk.meet(met, state, from);
        continue;
      }
      if (walk.isDeadEnd(state)) continue;
      if (seen.size >= maxStates) {
        cuts++;
        ended = true;
        walk.open(from);
        continue;
      }
      const number = walk.enter(state, from);
      seen.set(key, number);
      numbers.set(state, number);
      semantics.reached?.(state.ref);
      const verdict = guards.check(state, query.sink);
      if (verdict.clean) continue;
      if (verdict.weak.length > 0) weak.set(state, verdict.weak);
      const source = sourceOf(state, query.sink);
      if (source !== undefined) {
        walk.open(number);
        const sourceSpan = source.span ?? program.span(state.ref);
        const full = answer(state, source, sourceSpan, weakOn(state, weak));
        // Tools that share a handler part at the first step.
        const first = full.steps[0]?.span;
        const id = [source.kind, sourceSpan.file, sourceSpan.start, first?.file, first?.start].join(' ');
        if (!found.has(id)) found.set(id, full);
        if (source.goesOn !== true) continue;
      }
      const cutsHere = cuts;
      for (const next of expand(state, query.sink, reach))
        (next.doubt < GUESS || state.doubt >= GUESS ? queue : guesses).push(next);
      if (cuts > cutsHere) walk.open(number);
    }
    walk.end();
    if (cuts > cutsBefore) bounds.push(program.span(query.value));
    return [...found.values()];
  }

  function sourceOf(state: State, sink: SinkKind): SourceMark | undefined {
    switch (program.value(state.ref).kind) {
      case 'call':
      case 'member':
      case 'element':
      case 'global':
      case 'import':
      case 'parameter':
      case 'iteration':
        return semantics.source(state.ref, state.keys, sink);
      default:
        return undefined;
    }
  }

  function answer(
    state: State,
    source: SourceMark,
    sourceSpan: Span,
    weakGuards: TaintAnswer['weakGuards'],
  ): TaintAnswer {
    const steps: TraceStep[] = [];
    const values: Ref[] = [];
    for (let at: State | undefined = state; at !== undefined; at = at.parent) {
      values.push(at.ref);
      const note = at.note;
      const last = steps.at(-1);
      if (note !== undefined && last?.message !== note.message) steps.push(note);
    }
    // What a tool reads from the request that called it is no less the agent's business for having been kept there.
    const ai = source.ai === true || values.some((ref) => semantics.requestState?.(ref)?.ai === true);
    return {
      source: ai && source.kind === 'request' ? { ...source, ai } : source,
      sourceSpan,
      steps,
      evidence: evidenceOf(state.doubt + (source.evidence === 'likely' ? 1 : 0), steps.length),
      weakGuards,
      values,
      partial: state.partial,
    };
  }

  return { answers, bounds };
}

/** A way of more steps that holds only if a doubtful one does is one of many that a large program seems to have. */
const LONG_WAY = 15;

function evidenceOf(doubt: number, steps: number): Evidence {
  if (doubt === 0) return 'proven';
  return doubt >= GUESS || steps > LONG_WAY ? 'heuristic' : 'likely';
}

/** The guards that do not count on the way of an answer, nearest to the sink last. */
function weakOn(state: State, weak: ReadonlyMap<State, Verdict['weak']>): TaintAnswer['weakGuards'] {
  const unique = new Map<string, Verdict['weak'][number]>();
  for (let at: State | undefined = state; at !== undefined; at = at.parent) {
    for (const guard of weak.get(at) ?? []) unique.set(`${guard.span.file}:${String(guard.span.start)}`, guard);
  }
  return [...unique.values()].slice(-3);
}
