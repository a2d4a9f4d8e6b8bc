import type { SinkKind } from '@leashlint/rules';
import type { Condition, ConditionId } from '../facts.js';
import type { Program, ProgramFile, Ref } from '../program/program.js';
import type { GuardTests } from './guard-tests.js';
import { shownEmpty } from './nothing.js';
import type { Subject } from './subject.js';

/**
 * `if url: if bad(url): return`: behind it the value is empty or fine, whichever of the tests it was that did not hold. Asked of
 * the conditions from `id` on, up to the first that `isAround` the whole.
 */
export function notAllHold(
  program: Program,
  test: GuardTests['test'],
  file: ProgramFile,
  id: ConditionId,
  isAround: (at: ConditionId, condition: Condition) => boolean,
  subject: Subject,
  sink: SinkKind,
  depth: number,
): boolean {
  let tests = 0;
  for (let at = id; at >= 0;) {
    const condition = file.facts.conditions[at];
    if (condition === undefined || isAround(at, condition)) break;
    if ('test' in condition) {
      if (test(program.ref(file, condition.test), !condition.holds, subject, sink, depth) !== 'clean') return false;
      tests++;
    } else if (!('completed' in condition)) return false;
    at = condition.parent;
  }
  return tests > 0;
}

/** `if errors: return`, `if (bad.length > 0) throw`: nothing was added to the list, so that what adds to it did not hold. */
export function emptyList(
  program: Program,
  test: GuardTests['test'],
  at: Ref,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
  depth: number,
): 'clean' | undefined {
  const list = shownEmpty(program, at, holds);
  const value = list === undefined ? undefined : program.value(list);
  if (list === undefined || value === undefined) return undefined;
  if (value.kind === 'call' && list !== at)
    return test(list, false, subject, sink, depth + 1) === 'clean' ? 'clean' : undefined;
  if (value.kind !== 'array') return undefined;
  const file = program.fileOf(list);
  // What was tested before the list was made holds around it.
  const isBefore = (_: ConditionId, condition: Condition): boolean =>
    'test' in condition && (file.facts.values[condition.test]?.range[0] ?? 0) < value.range[0];
  const additions = program.additions(list).map((call) => {
    const added = program.value(call);
    return added.kind === 'call' ? added.condition : -1;
  });
  const listed = value.items.flatMap((item) =>
    'value' in item && item.condition !== undefined ? [item.condition] : [],
  );
  return [...additions, ...listed].some((id) => notAllHold(program, test, file, id, isBefore, subject, sink, depth + 1))
    ? 'clean'
    : undefined;
}
