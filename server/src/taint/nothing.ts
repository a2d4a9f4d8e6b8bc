import type { OperationValue } from '../facts.js';
import { argumentAt, literalKey } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import { isBuiltin } from './python-guard.js';
import { keysBetween, relationTo, type Subject } from './subject.js';

/** Lengths with which a comparison says whether there is anything. */
const ANY_LENGTH: Readonly<Record<string, number>> = {
  '>': 0,
  '>=': 1,
  '<': 1,
  '<=': 0,
  '==': 0,
  '===': 0,
  '!=': 0,
  '!==': 0,
};
const HOLDS_FOR_NOTHING: ReadonlySet<string> = new Set(['<', '<=', '==', '===', 'is']);

/**
 * Whether a test that holds or does not shows that there is no value: `if (x)`, `x is not None`, `len(x) > 0`, `'x' in options`.
 * An empty value does no harm wherever it gets, so that a check under such a test is one of all values.
 */
export function isNothing(program: Program, test: Ref, holds: boolean, subject: Subject): boolean {
  const value = program.value(test);
  if (value.kind === 'operation' && (value.operator === 'in' || value.operator === 'not in')) {
    const [key, object] = value.inputs.map((input) => program.ref(program.fileOf(test), input));
    if (key === undefined || object === undefined || (value.operator === 'in') === holds) return false;
    const name = literalKey(program.value(key));
    return name !== undefined && keysBetween(program, object, subject)?.[0] === name;
  }
  const empty = shownEmpty(program, test, holds);
  if (empty === undefined) return false;
  return relationTo(program, empty, subject)?.kind === 'same' || keysBetween(program, empty, subject) !== undefined;
}

/** The value that a test shows to be empty or nothing at all, if it holds or does not. */
export function shownEmpty(program: Program, test: Ref, holds: boolean): Ref | undefined {
  const value = program.value(test);
  const file = program.fileOf(test);
  if (value.kind === 'await') return shownEmpty(program, program.ref(file, value.value), holds);
  if (value.kind === 'operation') return comparedWithNothing(program, test, value, holds);
  return holds ? undefined : (measured(program, test) ?? test);
}

function comparedWithNothing(
  program: Program,
  test: Ref,
  { operator, inputs }: OperationValue,
  holds: boolean,
): Ref | undefined {
  if (HOLDS_FOR_NOTHING.has(operator) !== holds) return undefined;
  const [left, right] = inputs.map((input) => program.ref(program.fileOf(test), input));
  if (left === undefined || right === undefined) return undefined;
  for (const [tested, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const literals = program.literals(other);
    if (literals?.length !== 1) continue;
    const [literal] = literals;
    const isEmpty = literal === null || literal === undefined || literal === '';
    if (isEmpty && isEquality(operator)) return tested;
    if (tested === left && typeof literal === 'number' && literal === ANY_LENGTH[operator])
      return measured(program, left);
  }
  return undefined;
}

function isEquality(operator: string): boolean {
  return /^[!=]==?$|^is(?: not)?$/.test(operator);
}

/** What `x.length`, `len(x)` and `x?.size` measure. */
function measured(program: Program, ref: Ref): Ref | undefined {
  const value = program.value(ref);
  if (value.kind === 'member' && (value.key === 'length' || value.key === 'size'))
    return program.ref(program.fileOf(ref), value.object);
  return isBuiltin(program, ref, 'len') || isBuiltin(program, ref, 'bool') ? argumentAt(program, ref, 0) : undefined;
}
