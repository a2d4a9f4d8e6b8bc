import type { Program, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';

const READ_ONLY = /\b(?:BEGIN|START|SET)\b[^;]*\bREAD\s+ONLY\b/i;

/**
 * Whether a query is one named prepared statement in a transaction that was opened read-only on the same connection: free
 * SQL can then neither write nor leave the transaction with a second statement.
 */
export function runsReadOnly(program: Program, call: Ref): boolean {
  const statement = argumentAt(program, call, 0);
  const config = statement === undefined ? undefined : program.object(statement);
  if (config === undefined || program.property(config, 'name').values.length === 0) return false;
  const connection = receiverOf(program, call);
  const file = program.fileOf(call);
  const { start } = program.span(call);
  return program.function(program.functionOf(call)).calls.some((id) => {
    const other = program.ref(file, id);
    const text = argumentAt(program, other, 0);
    if (program.span(other).start >= start || receiverOf(program, other) !== connection || text === undefined)
      return false;
    return program.literals(text)?.some((literal) => typeof literal === 'string' && READ_ONLY.test(literal)) === true;
  });
}

function receiverOf(program: Program, call: Ref): number | undefined {
  const value = program.value(call);
  const callee = value.kind === 'call' ? program.value(program.ref(program.fileOf(call), value.callee)) : undefined;
  return callee?.kind === 'member' ? callee.object : undefined;
}
