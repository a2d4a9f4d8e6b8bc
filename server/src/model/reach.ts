import type { TraceStep } from '@leashlint/rules';
import type { CallValue } from '../facts.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import { dispatchedNames } from './dispatch.js';
import type { ToolDraft } from './drafts.js';
import { calleeName } from './sites.js';

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

/** Functions of the project that a tool's handlers run, nearest first, each once. */
export function reachOf(
  program: Program,
  draft: Pick<ToolDraft, 'handlers' | 'dispatch'> & { readonly tool: { readonly name: string | undefined } },
): readonly Visit[] {
  const dispatchedTo = draft.dispatch ? draft.tool.name : undefined;
  const visits: Visit[] = [];
  const seen = new Set<FunctionRef>(draft.handlers);
  const queue: Omit<Visit, 'calls'>[] = draft.handlers.map((fn) => ({ fn, path: [], by: [] }));
  for (let head = 0; head < queue.length && seen.size <= MAX_FUNCTIONS; head++) {
    const next = queue[head];
    if (next === undefined) break;
    const all = callsOf(program, next.fn);
    const calls = next.path.length === 0 ? all.filter((call) => runsFor(program, call, dispatchedTo)) : all;
    visits.push({ ...next, calls });
    if (next.path.length >= MAX_DEPTH) continue;
    for (const call of calls) {
      for (const { fn, step } of nextFunctions(program, call)) {
        if (seen.has(fn)) continue;
        seen.add(fn);
        queue.push({ fn, path: step === undefined ? next.path : [...next.path, step], by: [...next.by, call] });
      }
    }
  }
  return visits;
}

function callsOf(program: Program, fn: FunctionRef): readonly Ref[] {
  const file = program.fileOfFunction(fn);
  return program.function(fn).calls.map((call) => program.ref(file, call));
}

function runsFor(program: Program, call: Ref, tool: string | undefined): boolean {
  if (tool === undefined) return true;
  const value = program.value(call);
  const names = value.kind === 'call' ? dispatchedNames(program, program.fileOf(call), value.condition) : undefined;
  return names === undefined || names.has(tool);
}

interface Next {
  readonly fn: FunctionRef;
  readonly step: TraceStep | undefined;
}

/** Project functions that a call runs, and callbacks that it takes: they run as part of the handler. */
function nextFunctions(program: Program, call: Ref): readonly Next[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const span = program.span(call);
  const callees = program.callees(call).map((fn) => {
    const name = program.function(fn).name ?? calleeName(program, call);
    return { fn, step: { span, message: `calls \`${name}\`` } };
  });
  return [...callees, ...callbacksOf(program, call, value).map((fn) => ({ fn, step: undefined }))];
}

/** Functions written in place as arguments; one that merely is passed by name may be meant for something else. */
function callbacksOf(program: Program, call: Ref, value: CallValue): readonly FunctionRef[] {
  const file = program.fileOf(call);
  return value.arguments.flatMap((argument) => {
    const facts = file.facts.values[argument.value];
    return facts?.kind === 'function' ? [program.functionRef(file, facts.function)] : [];
  });
}
