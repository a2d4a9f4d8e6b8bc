import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import { pythonSessions } from './python-sessions.js';
import { calledOrigins } from '../flow/sinks.js';

const MAX_CALLERS_DEPTH = 3;
const MAX_FUNCTIONS = 60;

/** Places around a tool where the application asks who is signed in: `await auth()`, `extra.authInfo`. */
export function sessionsAround(context: ModelContext, entry: ToolEntry): readonly Ref[] {
  const { program, catalogue } = context;
  const found: Ref[] = [];
  for (const fn of around(program, entry)) {
    found.push(...pythonSessions(context, fn));
    const file = program.fileOfFunction(fn);
    for (const id of program.function(fn).calls) {
      const call = program.ref(file, id);
      const value = program.value(call);
      if (value.kind !== 'call' || value.unused) continue;
      const matches = catalogue.match('requestChecks', file, calledOrigins(program, call));
      if (matches.some(({ row }) => row.does === 'authenticates')) found.push(call);
    }
  }
  return entry.server ? [...found, ...authInfos(program, entry)] : found;
}

/** The handlers, the functions that they stand in, and those that call these: a route that makes its tools. */
function around(program: Program, entry: ToolEntry): ReadonlySet<FunctionRef> {
  const reached = (entry.reach?.visits ?? []).map((visit) => visit.fn);
  const functions = new Set<FunctionRef>(reached);
  let edge: readonly FunctionRef[] = [program.functionOf(entry.ref), ...entry.handlers];
  for (let depth = 0; depth <= MAX_CALLERS_DEPTH && functions.size < MAX_FUNCTIONS; depth++) {
    const outer = edge.flatMap((fn) => enclosing(program, fn));
    for (const fn of outer) functions.add(fn);
    edge = outer.flatMap((fn) => program.callers(fn, 'loaded').map((call) => program.functionOf(call)));
  }
  return functions;
}

/** The function and those around it, the module left out. */
function enclosing(program: Program, from: FunctionRef): readonly FunctionRef[] {
  const file = program.fileOfFunction(from);
  const found: FunctionRef[] = [];
  let fn: FunctionRef | undefined = from;
  while (fn !== undefined) {
    const facts = program.function(fn);
    if (facts.kind === 'module') break;
    found.push(fn);
    fn = facts.parent === undefined ? undefined : program.functionRef(file, facts.parent);
  }
  return found;
}

/** What an MCP server's handlers are told about the token of the request; in any handler of the file. */
function authInfos(program: Program, entry: ToolEntry): readonly Ref[] {
  const file = program.fileOf(entry.ref);
  return file.facts.values.flatMap((value, id) => {
    if (value.kind !== 'member' || value.key !== 'authInfo') return [];
    const holder = file.facts.values[value.object];
    return holder?.kind === 'parameter' && holder.index === 1 ? [program.ref(file, id)] : [];
  });
}
