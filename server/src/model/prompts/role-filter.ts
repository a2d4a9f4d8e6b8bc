import type { ConditionId } from '../../facts.js';
import type { FunctionRef, Program, ProgramFile, Ref } from '../../program/program.js';

/** Roles that a client may choose for its own messages. */
const OWN_ROLES: ReadonlySet<unknown> = new Set(['user', 'assistant']);
/** The role that a client must not choose; who leaves it out has thought of the others. */
const FORBIDDEN = 'system';

const PICKING: ReadonlySet<string> = new Set(['filter', 'find', 'findLast']);
const MAX_DEPTH = 8;

/** `messages.filter((m) => m.role === 'user')`, `messages.filter((m) => m.role !== 'system' && m.content)`. */
export function keepsOwnRoles(program: Program, call: Ref): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  const [callback] = value.arguments;
  if (callee.kind !== 'member' || !PICKING.has(callee.key) || callback === undefined) return false;
  const functions = program.functions(program.ref(file, callback.value));
  return functions.length > 0 && functions.every((fn) => testsRole(program, fn));
}

function testsRole(program: Program, fn: FunctionRef): boolean {
  const home = program.fileOfFunction(fn);
  const { returns } = program.function(fn);
  return (
    returns.length > 0 &&
    returns.every(
      ({ value, condition }) => value < 0 || keepsOwn(program, home, program.ref(home, value), condition, 0),
    )
  );
}

/** Whether a result lets no message with a forbidden role through: it is such a test, says no, or stands behind one. */
function keepsOwn(program: Program, file: ProgramFile, ref: Ref, condition: ConditionId, depth: number): boolean {
  if (isRoleTest(program, ref, true, depth)) return true;
  if (program.literals(ref)?.every((literal) => !literal) === true) return true;
  let at = file.facts.conditions[condition];
  for (; at !== undefined; at = file.facts.conditions[at.parent]) {
    if (!('test' in at)) continue;
    const test = program.ref(file, at.test);
    // `m.content && …` that ends with the content ends with nothing.
    if (test === ref && !at.holds) return true;
    if (isRoleTest(program, test, at.holds, depth)) return true;
  }
  return false;
}

/** An equality of a `role` with a constant that says which are kept or which are not, or several joined by `||` or `&&`. */
function isRoleTest(program: Program, ref: Ref, holds: boolean, depth: number): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (depth > MAX_DEPTH) return false;
  if (value.kind === 'phi') {
    return (
      holds &&
      value.inputs.every((input, at) =>
        keepsOwn(program, file, program.ref(file, input), value.conditions[at] ?? -1, depth + 1),
      )
    );
  }
  if (value.kind !== 'operation') return false;
  const inputs = value.inputs.map((input) => program.ref(file, input));
  const [first] = inputs;
  switch (value.operator) {
    case 'not':
    case '!':
      return first !== undefined && isRoleTest(program, first, !holds, depth + 1);
    case 'or':
    case 'and': {
      const all = (value.operator === 'or') === holds;
      const tests = inputs.map((input) => isRoleTest(program, input, holds, depth + 1));
      return all ? tests.every(Boolean) : tests.some(Boolean);
    }
    case '===':
    case '==':
      return comparesRole(program, inputs, holds);
    case '!==':
    case '!=':
      return comparesRole(program, inputs, !holds);
    default:
      return false;
  }
}

function comparesRole(program: Program, inputs: readonly Ref[], equal: boolean): boolean {
  const role = inputs.some((input) => {
    const read = program.value(input);
    return read.kind === 'member' && read.key === 'role';
  });
  const accepted = (literal: unknown): boolean => (equal ? OWN_ROLES.has(literal) : literal === FORBIDDEN);
  return role && inputs.some((input) => program.literals(input)?.every(accepted) === true);
}
