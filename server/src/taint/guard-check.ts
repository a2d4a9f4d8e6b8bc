import type { SinkKind } from '@leashlint/rules';
import type { Condition, ConditionId } from '../facts.js';
import type { FunctionRef, Program, ProgramFile } from '../program/program.js';
import { asElement } from './element-subject.js';
import { createFreshMemo } from './fresh-memo.js';
import { allClean, createGuardTests, type GuardTests, type TestVerdict, together } from './guard-tests.js';
import { notAllHold } from './not-all-hold.js';
import { placementOf } from './placement.js';
import { lackedBy } from './text-piece.js';
import type { Semantics } from './semantics.js';
import type { WeakGuard } from './solver.js';
import type { Conditions, State } from './state.js';
import { type Subject, subjectKey } from './subject.js';

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

/** What single tests say of one subject: the conditions of many places lead up to the same tests. */
type Answers = Map<Condition, { readonly verdict: TestVerdict }>;

/** What is asked of conditions, with the answers that hold as long as the program knows no more. */
interface Asked {
  readonly subject: Subject;
  readonly sink: SinkKind;
  readonly depth: number;
  readonly answers: Answers;
  readonly revision: number;
}

/** A condition list this long is generated code; guards further out are not looked for. */
const MAX_CONDITIONS = 60;

/** The same for all that is looked at on the ways that have met before one place, the nearest first. */
const MAX_ON_WAYS = 60;

const NOTHING: Verdict = { clean: false, weak: [] };

/** Decides whether the conditions in force at a use make a value fine for a sink. */
export function createGuardCheck(program: Program, semantics: Semantics): GuardCheck {
  const tests = createGuardTests(program, semantics, holdsAt);
  const test: GuardTests['test'] = (...asked) => tests.test(...asked);
  const places = createFreshMemo<Verdict>(program);
  const told = createFreshMemo<Answers>(program);

  /** The verdict of the conditions at one place. Predicates ask for the same places again and again. */
  function holdsAt(file: ProgramFile, id: ConditionId, subject: Subject, sink: SinkKind, depth: number): Verdict {
    if (id < 0) return NOTHING;
    const key = `${String(file.index)}:${String(id)}|${subjectKey(subject)}|${sink}|${String(depth)}`;
    return places.of(key, () => judged(file, id, ask(subject, sink, depth)));
  }

  function ask(subject: Subject, sink: SinkKind, depth: number): Asked {
    const answers = told.of(`${subjectKey(subject)}|${sink}|${String(depth)}`, () => new Map());
    return { subject, sink, depth, answers, revision: program.revision() };
  }

  let onWays = 0;

  function judged(file: ProgramFile, id: ConditionId, asked: Asked): Verdict {
    const before = onWays;
    onWays = 0;
    const verdict = saidAt(file, id, asked);
    onWays = before;
    return verdict;
  }

  function saidAt(file: ProgramFile, id: ConditionId, asked: Asked): Verdict {
    const weak: Verdict['weak'][number][] = [];
    let condition = file.facts.conditions[id];
    for (let count = 0; condition !== undefined && count < MAX_CONDITIONS; count++) {
      const verdict = said(file, condition, asked);
      if (verdict === 'clean') return { clean: true, weak: [] };
      if (verdict !== undefined) weak.push(verdict);
      condition = file.facts.conditions[condition.parent];
    }
    return { clean: staysInFolder(weak, asked.subject), weak };
  }

  /** What one condition says about a subject. */
  function said(file: ProgramFile, condition: Condition, asked: Asked): TestVerdict {
    if ('either' in condition) return saidOnEach(file, condition, asked);
    if ('element' in condition) {
      const element = asElement(program, program.ref(file, condition.element), asked.subject);
      return element && along(file, condition.round, condition.parent, ask(element, asked.sink, asked.depth));
    }
    const { answers, depth, revision, sink, subject } = asked;
    const known = program.revision() === revision ? answers.get(condition) : undefined;
    if (known !== undefined) return known.verdict;
    const verdict =
      'test' in condition
        ? tests.test(program.ref(file, condition.test), condition.holds, subject, sink, depth)
        : tests.completed(program.ref(file, condition.completed), subject, sink, depth);
    if (program.revision() === revision) answers.set(condition, { verdict });
    return verdict;
  }

  function saidOnEach(
    file: ProgramFile,
    { either, parent }: Extract<Condition, { either: unknown }>,
    asked: Asked,
  ): TestVerdict {
    // The way on which nothing was done is the last and the shortest.
    const verdicts: TestVerdict[] = [];
    for (const end of [...either].reverse()) {
      const verdict = along(file, end, parent, asked);
      if (verdict === undefined) return undefined;
      verdicts.push(verdict);
    }
    // A check on one of several ways that does not count is not what the value relies on.
    const met = allClean(verdicts);
    return met === 'clean' || (met?.gives?.length ?? 0) > 0 ? met : undefined;
  }

  /** What the conditions from one on say together, up to another that is none of them. */
  function along(file: ProgramFile, id: ConditionId, upTo: ConditionId, asked: Asked): TestVerdict {
    const weak: WeakGuard[] = [];
    for (let at = id; at !== upTo;) {
      if (++onWays > MAX_ON_WAYS) return undefined;
      const condition = file.facts.conditions[at];
      if (condition === undefined) break;
      const verdict = said(file, condition, asked);
      if (verdict === 'clean') return 'clean';
      if (verdict !== undefined) weak.push(verdict);
      at = condition.parent;
    }
    return staysInFolder(weak, asked.subject) ? 'clean' : together(weak);
  }

  function check(state: State, sink: SinkKind): Verdict {
    const weak: Verdict['weak'][number][] = [];
    const placement = placementOf(program, state, sink);
    if (placement === 'under-folder' && lackedBy(program, state.ref) === 'parents') return { clean: true, weak: [] };
    const subject = { ref: state.ref, keys: state.keys, placement };
    for (let at: Conditions | undefined = state.conditions; at !== undefined; at = at.outer) {
      if (at.passedUpTo !== undefined) {
        const { passedUpTo } = at;
        const passed = notAllHold(program, test, at.file, at.id, (id) => id === passedUpTo, subject, sink, 0);
        if (passed) return { clean: true, weak: [] };
        continue;
      }
      const verdict = holdsAt(at.file, at.id, subject, sink, 0);
      if (verdict.clean) return verdict;
      weak.push(...verdict.weak);
    }
    return { clean: staysInFolder(weak, { placement }), weak };
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

/**
 * A path without `..` stays in the folder that it is joined to, or against which it is resolved if it is relative. So does a name
 * without separators: all that it can name outside is the folder above by itself.
 */
function staysInFolder(weak: Verdict['weak'], { placement }: Pick<Subject, 'placement'>): boolean {
  const given = weak.flatMap(({ gives }) => gives ?? []);
  const parentless = given.includes('no-parent') || (given.includes('no-slash') && given.includes('no-backslash'));
  return parentless && (placement === 'under-folder' || given.includes('relative') || given.includes('no-slash'));
}
