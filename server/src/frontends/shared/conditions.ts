import type { ArgumentFacts, ConditionId, Range, ValueId } from '../../facts.js';
import { inWay, join, startWay } from './environment.js';
import { operation, type FileDraft } from './file-draft.js';

/** A test taken apart, so that `if (!(a || b)) return` leaves two conditions. */
export type Test =
  | { readonly kind: 'value'; readonly value: ValueId }
  | { readonly kind: 'not'; readonly test: Test; readonly range: Range }
  | { readonly kind: 'and' | 'or'; readonly left: Test; readonly right: Test; readonly range: Range };

/** What a value says when it is tested. */
export function testOf(file: FileDraft, value: ValueId): Test {
  return file.tests.get(value) ?? { kind: 'value', value };
}

/** Lowers a part of an expression that is evaluated only under a condition. */
export function inCondition<T>(file: FileDraft, condition: ConditionId, range: Range, run: () => T): T {
  const { frame } = file;
  const way = startWay(frame, frame.condition);
  const [result, end] = inWay(file, condition, run);
  if (end && end.changes.size > 0) {
    const before = frame.condition;
    join(file, [way, end], range);
    frame.condition = before;
  }
  return result;
}

/** The condition in force with the test added. */
export function assume(file: FileDraft, test: Test, holds: boolean, parent = file.frame.condition): ConditionId {
  switch (test.kind) {
    case 'not':
      return assume(file, test.test, !holds, parent);
    case 'value':
      return addTest(file, parent, test.value, holds);
    case 'and':
    case 'or':
      if ((test.kind === 'and') !== holds) return addTest(file, parent, testValue(file, test), holds);
      return assume(file, test.right, holds, assume(file, test.left, holds, parent));
  }
}

function addTest(file: FileDraft, parent: ConditionId, test: ValueId, holds: boolean): ConditionId {
  // `while (true)` tells nothing.
  if (file.values[test]?.kind === 'literal') return parent;
  return file.conditions.push({ parent, test, holds }) - 1;
}

/** The test as one value. */
export function testValue(file: FileDraft, test: Test): ValueId {
  if (test.kind === 'value') return test.value;
  const known = file.testValues.get(test);
  if (known !== undefined) return known;
  const value = combined(file, test);
  file.testValues.set(test, value);
  return value;
}

function combined(file: FileDraft, test: Exclude<Test, { kind: 'value' }>): ValueId {
  switch (test.kind) {
    case 'not':
      return operation(file, 'not', [testValue(file, test.test)], test.range);
    default:
      return operation(file, test.kind, [testValue(file, test.left), testValue(file, test.right)], test.range);
  }
}

const maximumCompleted = 100;

/** After a statement that is a call, the call has completed: `assertAllowed(path);`. */
export function assumeCompleted(file: FileDraft, value: ValueId): void {
  const { frame } = file;
  let call = file.values[value];
  let id = value;
  if (call?.kind === 'await') {
    id = call.value;
    call = file.values[id];
  }
  if (call?.kind !== 'call' || call.construct || frame.dead || frame.completed >= maximumCompleted) return;
  if (!call.arguments.some((argument) => saysSomething(file, argument))) return;
  frame.completed++;
  frame.condition = file.conditions.push({ parent: frame.condition, completed: id }) - 1;
}

/**
 * A branch that ends with a call of the project ends there if the function never returns, which only linking shows:
 * `if (!ok(x)) fail('…')`.
 */
export function assumeEnding(file: FileDraft, branch: Range | undefined): void {
  const { frame, values } = file;
  const id = frame.facts.calls.at(-1);
  const call = id === undefined ? undefined : values[id];
  if (id === undefined || call?.kind !== 'call' || branch === undefined || frame.dead) return;
  const inside = call.range[0] >= branch[0] && call.range[1] <= branch[1];
  if (!inside || !call.unused || call.condition !== frame.condition || !mayBeOfProject(file, call.callee)) return;
  frame.condition = file.conditions.push({ parent: frame.condition, completed: id }) - 1;
}

function mayBeOfProject(file: FileDraft, callee: ValueId): boolean {
  const value = file.values[callee];
  switch (value?.kind) {
    case 'function':
    case 'import':
    case 'cell':
      return true;
    case 'member':
      return file.values[value.object]?.kind === 'this';
    default:
      return false;
  }
}

/** A call says something about values that later code can use again: not about constants, nor what it alone is given. */
function saysSomething(file: FileDraft, argument: ArgumentFacts): boolean {
  const value = file.values[argument.value];
  switch (value?.kind) {
    case undefined:
    case 'literal':
    case 'regex':
    case 'function':
    case 'class':
    case 'import':
      return false;
    case 'template':
    case 'object':
    case 'array':
    case 'jsx':
      return value.range[0] !== argument.range[0];
    default:
      return true;
  }
}

/** The longest condition that both have in common. Parents are always older, so smaller. */
export function commonCondition(file: FileDraft, left: ConditionId, right: ConditionId): ConditionId {
  let a = left;
  let b = right;
  while (a !== b) {
    if (a > b) a = file.conditions[a]?.parent ?? -1;
    else b = file.conditions[b]?.parent ?? -1;
  }
  return a;
}
