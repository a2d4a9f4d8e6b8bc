import type { SinkKind } from '@leashlint/rules';
import type { ConditionId } from '../facts.js';
import type { FunctionRef, Program, ProgramFile } from '../program/program.js';
import { createGuardTests } from './guard-tests.js';
import { placementOf } from './placement.js';
import type { Semantics } from './semantics.js';
import type { WeakGuard } from './solver.js';
import type { Conditions, State } from './state.js';
import { relationTo, type Subject, subjectKey } from './subject.js';

export interface Verdict {
  /** A guard that counts holds here: the value is fine for the sink. */
  readonly clean: boolean;
  /** Guards that do not count, with the reason. */
  readonly weak: readonly WeakGuard[];
}

export interface GuardCheck {
  check(state: State, sink: SinkKind): Verdict;
  /** Whether a filter's or finder's callback holds only for elements that are fine. */
  elementIsClean(callback: FunctionRef, sink: SinkKind): boolean;
}

/** A condition list this long is generated code; guards further out are not looked for. */
const MAX_CONDITIONS = 60;

const NOTHING: Verdict = { clean: false, weak: [] };

/** Decides whether the conditions in force at a use make a value fine for a sink. */
export function createGuardCheck(program: Program, semantics: Semantics): GuardCheck {
  const tests = createGuardTests(program, semantics, holdsAt);
  const known = new Map<string, Verdict>();
  const places = new Map<string, Verdict>();

  /** The verdict of the conditions at one place. Predicates ask for the same places again and again. */
  function holdsAt(file: ProgramFile, id: ConditionId, subject: Subject, sink: SinkKind, depth: number): Verdict {
    if (id < 0) return NOTHING;
    const key = `${String(file.index)}:${String(id)}|${subjectKey(subject)}|${sink}|${String(depth)}`;
    let verdict = places.get(key);
    if (verdict === undefined) places.set(key, (verdict = judged(file, id, subject, sink, depth)));
    return verdict;
  }

  function judged(file: ProgramFile, id: ConditionId, subject: Subject, sink: SinkKind, depth: number): Verdict {
    const weak: Verdict['weak'][number][] = [];
    let condition = file.facts.conditions[id];
    for (let count = 0; condition !== undefined && count < MAX_CONDITIONS; count++) {
      const verdict =
        'completed' in condition
          ? tests.completed(program.ref(file, condition.completed), subject, sink, depth)
          : tests.test(program.ref(file, condition.test), condition.holds, subject, sink, depth);
      if (verdict === 'clean') return { clean: true, weak: [] };
      if (verdict !== undefined) weak.push(verdict);
      condition = file.facts.conditions[condition.parent];
    }
    return { clean: staysInFolder(weak, subject), weak };
  }

  function check(state: State, sink: SinkKind): Verdict {
    const weak: Verdict['weak'][number][] = [];
    const placement = placementOf(program, state, sink);
    for (let at: Conditions | undefined = state.conditions; at !== undefined; at = at.outer) {
      const subject = { ref: state.ref, keys: state.keys, placement };
      if (at.passedUpTo !== undefined) {
        if (hasPassed(at.file, at.id, at.passedUpTo, subject, sink)) return { clean: true, weak: [] };
        continue;
      }
      const key = `${String(state.ref)}|${state.keys.join('.')}|${String(at.file.index)}:${String(at.id)}|${sink}|${placement ?? ''}`;
      let verdict = known.get(key);
      if (verdict === undefined) known.set(key, (verdict = holdsAt(at.file, at.id, subject, sink, 0)));
      if (verdict.clean) return verdict;
      weak.push(...verdict.weak);
    }
    return { clean: staysInFolder(weak, { placement }), weak };
  }

  /** `if url: if bad(url): return`: behind it the value is empty or fine, whichever of the tests it was that did not hold. */
  function hasPassed(file: ProgramFile, id: ConditionId, upTo: ConditionId, subject: Subject, sink: SinkKind): boolean {
    for (let at = id; at !== upTo && at >= 0;) {
      const condition = file.facts.conditions[at];
      if (condition === undefined) return false;
      if ('test' in condition) {
        const tested = program.ref(file, condition.test);
        const empty = condition.holds && relationTo(program, tested, subject)?.kind === 'same';
        if (!empty && tests.test(tested, !condition.holds, subject, sink, 0) !== 'clean') return false;
      }
      at = condition.parent;
    }
    return true;
  }

  function elementIsClean(callback: FunctionRef, sink: SinkKind): boolean {
    const parameter = program.function(callback).parameters[0];
    if (parameter === undefined) return false;
    const file = program.fileOfFunction(callback);
    return (
      tests.returnsOnlyFor(callback, true, { ref: program.ref(file, parameter.value), keys: [] }, sink, 0) === 'clean'
    );
  }

  return { check, elementIsClean };
}

/** A path without `..` stays in the folder that it is joined to, or against which it is resolved if it is relative. */
function staysInFolder(weak: Verdict['weak'], { placement }: Pick<Subject, 'placement'>): boolean {
  const given = weak.flatMap(({ gives }) => gives ?? []);
  return given.includes('no-parent') && (placement === 'under-folder' || given.includes('relative'));
}
