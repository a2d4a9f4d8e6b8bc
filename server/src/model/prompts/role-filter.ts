import type { FunctionRef, Program, Ref } from '../../program/program.js';

/** Roles that a client may choose for its own messages. */
const OWN_ROLES: ReadonlySet<unknown> = new Set(['user', 'assistant']);

const PICKING: ReadonlySet<string> = new Set(['filter', 'find', 'findLast']);

/** `messages.filter((m) => m.role === 'user')`: nothing with another role passes. */
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
    returns.length > 0 && returns.every(({ value }) => value >= 0 && isRoleTest(program, program.ref(home, value), 0))
  );
}

/** An equality of a `role` with a constant, or several of them joined by `||`. */
function isRoleTest(program: Program, ref: Ref, depth: number): boolean {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind === 'phi') {
    return depth < 8 && value.inputs.every((input) => isRoleTest(program, program.ref(file, input), depth + 1));
  }
  if (value.kind !== 'operation' || !['===', '==', 'or'].includes(value.operator)) return false;
  const inputs = value.inputs.map((input) => program.ref(file, input));
  if (value.operator === 'or') return inputs.every((input) => isRoleTest(program, input, depth + 1));
  const role = inputs.some((input) => {
    const read = program.value(input);
    return read.kind === 'member' && read.key === 'role';
  });
  return role && inputs.some((input) => program.literals(input)?.every((literal) => OWN_ROLES.has(literal)) === true);
}
