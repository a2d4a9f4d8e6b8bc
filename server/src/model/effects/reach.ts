import type { TraceStep } from '@leashlint/rules';
import type { CallValue } from '../../facts.js';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { dispatchedNames } from '../tools/dispatch.js';
import type { ToolDraft } from '../drafts.js';
import { calleeName } from '../catalogue/sites.js';
import type { Bind } from '../tools/tool-instances.js';
import { tableBind } from '../tools/tool-table.js';
import { wayBack } from '../flow/way-back.js';

const MAX_DEPTH = 8;
const MAX_FUNCTIONS = 300;

/** A function that runs when a tool is called. */
export interface Visit {
  readonly fn: FunctionRef;
  /** Steps for people, from the handler to the function; empty for a handler. */
  readonly path: readonly TraceStep[];
  /** Calls that lead from the handler to the function, outermost first; callbacks are run by the call that takes them. */
  readonly by: readonly Ref[];
  /** Calls that it makes, those of other tools of a shared handler left out. */
  readonly calls: readonly Ref[];
}

/** Names of the tools that share a handler, by the handler. */
export function sharersOf(
  drafts: readonly (Pick<ToolDraft, 'handlers' | 'dispatch'> & {
    readonly tool: { readonly name: string | undefined };
  })[],
): ReadonlyMap<FunctionRef, ReadonlySet<string>> {
  const sharers = new Map<FunctionRef, Set<string>>();
  for (const { handlers, dispatch, tool } of drafts) {
    if (!dispatch || tool.name === undefined) continue;
    for (const fn of handlers) sharers.set(fn, (sharers.get(fn) ?? new Set()).add(tool.name));
  }
  return sharers;
}

/** Functions of the project that a tool's handlers run, nearest first, each once; `sharers` are the tools of its handler. */
export function reachOf(
  program: Program,
  draft: Pick<ToolDraft, 'handlers' | 'dispatch' | 'bind' | 'nameKeys' | 'nameParameter'> & {
    readonly tool: { readonly name: string | undefined };
  },
  sharers: ReadonlySet<string> = NOBODY,
): readonly Visit[] {
  const requested = draft.dispatch ? requestedTool(program, draft, sharers) : undefined;
  const visits: Visit[] = [];
  const seen = new Set<FunctionRef>(draft.handlers);
  const queue: Omit<Visit, 'calls'>[] = draft.handlers.map((fn) => ({ fn, path: [], by: [] }));
  for (let head = 0; head < queue.length && seen.size <= MAX_FUNCTIONS; head++) {
    const next = queue[head];
    if (next === undefined) break;
    const all = callsOf(program, next.fn);
    const calls = requested === undefined ? all : all.filter((call) => requested.runs(call, next.by));
    visits.push({ ...next, calls });
    if (next.path.length >= MAX_DEPTH) continue;
    const bind = draft.bind ?? requested?.bind(next.by);
    for (const call of calls) {
      for (const { fn, step } of nextFunctions(program, call, next.by, bind)) {
        if (seen.has(fn)) continue;
        seen.add(fn);
        queue.push({ fn, path: step === undefined ? next.path : [...next.path, step], by: [...next.by, call] });
      }
    }
  }
  return visits;
}

interface Requested {
  /** Whether a call is made when this tool is requested. */
  readonly runs: (call: Ref, by: readonly Ref[]) => boolean;
  readonly bind: (by: readonly Ref[]) => Bind;
}

/** How a handler that many tools share finds out which one is meant. */
function requestedTool(
  program: Program,
  { handlers, nameKeys = [], nameParameter = 0, tool }: Parameters<typeof reachOf>[1],
  sharers: ReadonlySet<string>,
): Requested | undefined {
  const { name } = tool;
  if (name === undefined) return undefined;
  const parameters = new Set(
    handlers.flatMap((fn) => {
      const parameter = program.function(fn).parameters[nameParameter];
      return parameter === undefined ? [] : [program.ref(program.fileOfFunction(fn), parameter.value)];
    }),
  );
  const known = new Map<string, boolean>();
  const isName = (ref: Ref, by: readonly Ref[]): boolean => {
    if (program.value(ref).kind === 'literal') return false;
    const key = `${String(ref)} ${String(by.at(-1) ?? '')}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = wayBack(program, ref, by).some(
        (stop) => stop.same && parameters.has(stop.ref) && stop.keys.join('.') === nameKeys.join('.'),
      );
      known.set(key, answer);
    }
    return answer;
  };
  return {
    runs(call, by) {
      const value = program.value(call);
      if (value.kind !== 'call') return true;
      const file = program.fileOf(call);
      const names = dispatchedNames(program, file, value.condition, (ref) => isName(ref, by));
      if (names !== undefined) return names.has(name);
      // What cannot be followed to the request is about the tool if it is the name of another one.
      const texts = dispatchedNames(program, file, value.condition);
      return texts === undefined || texts.has(name) || ![...texts].some((text) => sharers.has(text));
    },
    bind: (by) => tableBind(program, name, (ref) => isName(ref, by)),
  };
}

function callsOf(program: Program, fn: FunctionRef): readonly Ref[] {
  const file = program.fileOfFunction(fn);
  return program.function(fn).calls.map((call) => program.ref(file, call));
}

const NOBODY: ReadonlySet<string> = new Set();

interface Next {
  readonly fn: FunctionRef;
  readonly step: TraceStep | undefined;
}

/** Project functions that a call runs, and callbacks that it takes: they run as part of the handler. */
function nextFunctions(program: Program, call: Ref, by: readonly Ref[], bind: Bind | undefined): readonly Next[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const span = program.span(call);
  const callees = calleesFor(program, call, value, by, bind).map((fn) => {
    const name = program.function(fn).name ?? calleeName(program, call);
    return { fn, step: { span, message: `calls \`${name}\`` } };
  });
  return [...callees, ...callbacksOf(program, call, value).map((fn) => ({ fn, step: undefined }))];
}

/** Of the functions that a shared handler may run, the one that this tool has; of callbacks, those that this way brings along. */
function calleesFor(
  program: Program,
  call: Ref,
  value: CallValue,
  by: readonly Ref[],
  bind: Bind | undefined,
): readonly FunctionRef[] {
  const callee = program.ref(program.fileOf(call), value.callee);
  const bound = bind === undefined ? [callee] : bind(callee);
  if (bound.length !== 1 || bound[0] !== callee) return [...new Set(bound.flatMap((ref) => program.functions(ref)))];
  const callees = program.callees(call);
  if (callees.length < 2 || by.length === 0) return callees;
  const stops = wayBack(program, callee, by);
  if (!stops.some(({ ref, same }) => same && program.value(ref).kind === 'parameter')) return callees;
  const brought = new Set(
    stops.flatMap(({ ref, same, keys }) => (same && keys.length === 0 ? (functionAt(program, ref) ?? []) : [])),
  );
  const among = callees.filter((fn) => brought.has(fn));
  if (among.length > 0) return among;
  // A method of something that was passed on may be found by its class alone, a function that was passed on may not.
  return program.value(callee).kind === 'parameter' ? [] : callees;
}

function functionAt(program: Program, ref: Ref): FunctionRef | undefined {
  const value = program.value(ref);
  return value.kind === 'function' ? program.functionRef(program.fileOf(ref), value.function) : undefined;
}

/** Functions written in place as arguments; one that merely is passed by name may be meant for something else. */
function callbacksOf(program: Program, call: Ref, value: CallValue): readonly FunctionRef[] {
  const file = program.fileOf(call);
  return value.arguments.flatMap((argument) => {
    const facts = file.facts.values[argument.value];
    return facts?.kind === 'function' ? [program.functionRef(file, facts.function)] : [];
  });
}
