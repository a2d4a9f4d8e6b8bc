import type { Program, Ref } from '../../program/program.js';

/** Packages that prepare one statement, and refuse a text with two. */
const ONE_STATEMENT = /^(?:python:(?:sqlite3|aiosqlite)|better-sqlite3|node:sqlite)$/;
const EXPLAINS = /^\s*EXPLAIN\s+QUERY\s+PLAN\s/i;

/** Whether SQLite only says how it would run a statement: `EXPLAIN QUERY PLAN` stands before whatever it gets. */
export function isOnlyExplained(program: Program, call: Ref, statement: Ref): boolean {
  const value = program.value(call);
  const callee = value.kind === 'call' ? program.origins(program.ref(program.fileOf(call), value.callee)) : [];
  const method = callee.map((origin) => (origin.kind === 'api' ? origin.path.at(-1) : undefined));
  return (
    callee.length > 0 &&
    callee.every((origin) => origin.kind === 'api' && ONE_STATEMENT.test(origin.module)) &&
    !method.some((name) => name === 'Member[executescript]' || name === 'Member[exec]') &&
    program.origins(statement).every(({ at }) => beginsWithExplain(program, at))
  );
}

function beginsWithExplain(program: Program, text: Ref): boolean {
  const value = program.value(text);
  if (value.kind === 'literal') return typeof value.value === 'string' && EXPLAINS.test(value.value);
  const [head] = value.kind === 'template' ? value.parts : [];
  return typeof head === 'string' && EXPLAINS.test(head);
}
