import type { Reached, TraceStep } from '@leashlint/rules';
import { handedFunctions } from '../../program/handed-functions.js';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { calleeName } from '../catalogue/sites.js';

/** A call of consequence on the way from a request handler, with the functions that lead there. */
export interface Hit {
  readonly target: Target;
  readonly path: readonly TraceStep[];
  /** Each function on the way, the handler first, and the call in it that leads on or is the target. */
  readonly chain: readonly { readonly fn: FunctionRef; readonly call: Ref }[];
}

export type Target = Omit<Reached, 'path'> & { readonly at: Ref };

const MAX_DEPTH = 10;
const MAX_FUNCTIONS = 400;

interface Visit {
  readonly fn: FunctionRef;
  readonly path: readonly TraceStep[];
  readonly chain: Hit['chain'];
}

/** Calls that handlers reach through functions of the project and callbacks, nearest first, each once. */
export function createReach(program: Program, targetsOf: (call: Ref) => readonly Target[]) {
  const next = new Map<Ref, readonly Next[]>();

  function nextOf(call: Ref): readonly Next[] {
    let known = next.get(call);
    if (known === undefined) next.set(call, (known = nextFunctions(program, call)));
    return known;
  }

  return (handlers: readonly FunctionRef[]): readonly Hit[] => {
    const queue: Visit[] = handlers.map((fn) => ({ fn, path: [], chain: [] }));
    const seen = new Set<FunctionRef>(handlers);
    const hits = new Map<string, Hit>();
    for (let head = 0; head < queue.length && seen.size <= MAX_FUNCTIONS; head++) {
      const visit = queue[head];
      if (visit === undefined) break;
      const file = program.fileOfFunction(visit.fn);
      for (const id of program.function(visit.fn).calls) {
        const call = program.ref(file, id);
        const chain = [...visit.chain, { fn: visit.fn, call }];
        for (const target of targetsOf(call)) {
          const key = `${target.kind} ${String(target.at)}`;
          if (!hits.has(key)) hits.set(key, { target, path: visit.path, chain });
        }
        if (visit.chain.length >= MAX_DEPTH) continue;
        for (const { fn, step } of nextOf(call)) {
          if (seen.has(fn)) continue;
          seen.add(fn);
          queue.push({ fn, path: step === undefined ? visit.path : [...visit.path, step], chain });
        }
      }
    }
    return [...hits.values()];
  };
}

interface Next {
  readonly fn: FunctionRef;
  readonly step: TraceStep | undefined;
}

function nextFunctions(program: Program, call: Ref): readonly Next[] {
  const span = program.span(call);
  const callees = program.callees(call).map((fn) => {
    const name = program.function(fn).name ?? calleeName(program, call);
    return { fn, step: { span, message: `calls \`${name}\`` } };
  });
  const started = (handedFunctions(program, call)?.functions ?? []).map((fn) => {
    const name = program.function(fn).name;
    return { fn, step: name === undefined ? undefined : { span, message: `starts \`${name}\`` } };
  });
  return [...callees, ...started, ...callbacksOf(program, call).map((fn) => ({ fn, step: undefined }))];
}

const CALLBACK_DEPTH = 2;

/** Functions that are written in place among the arguments, also as properties: they run as part of the caller. */
export function callbacksOf(program: Program, call: Ref): readonly FunctionRef[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  const found: FunctionRef[] = [];
  const visit = (id: number, depth: number): void => {
    const facts = file.facts.values[id];
    if (facts?.kind === 'function') found.push(program.functionRef(file, facts.function));
    else if (facts?.kind === 'object' && depth < CALLBACK_DEPTH) {
      for (const entry of facts.entries) if ('key' in entry) visit(entry.value, depth + 1);
    }
  };
  for (const argument of value.arguments) visit(argument.value, 0);
  return found;
}
