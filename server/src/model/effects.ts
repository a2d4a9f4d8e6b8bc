import type { Capability, Effect, EffectKind, TraceStep } from '@leashlint/rules';
import type { CallValue } from '../facts.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { dispatchedNames } from './dispatch.js';
import type { ToolDraft } from './drafts.js';
import { calledOrigins, sinksOfCall } from './sinks.js';
import { calleeName } from './sites.js';

const MAX_DEPTH = 8;
const MAX_FUNCTIONS = 300;

/** What a tool's handlers reach through functions of the project: shortest path first, each call once, in order of reach. */
export function effectsOf(program: Program, index: CatalogueIndex, draft: ToolDraft): readonly Effect[] {
  return reachableEffects(program, index, draft.handlers, draft.dispatch ? draft.tool.name : undefined);
}

interface Visit {
  readonly fn: FunctionRef;
  readonly path: readonly TraceStep[];
}

/** With `dispatchedTo`, only calls of the handlers that run when the requested tool has this name. */
function reachableEffects(
  program: Program,
  index: CatalogueIndex,
  handlers: readonly FunctionRef[],
  dispatchedTo: string | undefined,
): readonly Effect[] {
  const queue: Visit[] = handlers.map((fn) => ({ fn, path: [] }));
  const seen = new Set<FunctionRef>(handlers);
  const found = new Map<string, Effect>();
  for (let head = 0; head < queue.length && seen.size <= MAX_FUNCTIONS; head++) {
    const visit = queue[head];
    if (visit === undefined) break;
    for (const call of callsOf(program, visit.fn)) {
      if (visit.path.length === 0 && !runsFor(program, call, dispatchedTo)) continue;
      for (const effect of effectsOfCall(program, index, call, visit.path)) {
        const key = `${effect.kind} ${effect.span.file} ${String(effect.span.start)}`;
        if (!found.has(key)) found.set(key, effect);
      }
      if (visit.path.length >= MAX_DEPTH) continue;
      for (const { fn, step } of nextFunctions(program, call)) {
        if (seen.has(fn)) continue;
        seen.add(fn);
        queue.push({ fn, path: step === undefined ? visit.path : [...visit.path, step] });
      }
    }
  }
  return [...found.values()];
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

/** Effects of one call: those of its effect rows, and those of its sink rows that no effect row repeats. */
function effectsOfCall(
  program: Program,
  index: CatalogueIndex,
  call: Ref,
  path: readonly TraceStep[],
): readonly Effect[] {
  const rows = index.match('effects', program.fileOf(call), calledOrigins(program, call));
  const kinds = new Map<EffectKind, boolean>();
  for (const { row } of rows) kinds.set(row.effect, row.highImpact || kinds.get(row.effect) === true);
  for (const kind of sinksOfCall(program, index, call).effects) {
    if (!kinds.has(kind)) kinds.set(kind, HIGH_IMPACT_SINKS.has(kind));
  }
  const callee = calleeName(program, call);
  const span = program.span(call);
  return [...kinds].map(([kind, highImpact]) => ({ kind, callee, span, path, highImpact }));
}

/** Running a program or code can do anything. */
const HIGH_IMPACT_SINKS: ReadonlySet<EffectKind> = new Set(['exec', 'eval']);

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

const CAPABILITIES: Readonly<Record<EffectKind, readonly Capability[]>> = {
  exec: ['exec'],
  eval: ['exec'],
  'fs-read': ['private-read'],
  'fs-write': ['write'],
  'fs-delete': ['write'],
  http: ['egress', 'untrusted-in'],
  sql: ['private-read', 'write'],
  'db-write': ['write'],
  mail: ['egress'],
  message: ['egress'],
  pay: ['pay'],
  deploy: ['config-change'],
  identity: ['identity'],
  browser: ['egress', 'untrusted-in'],
};

/** Capability classes of a tool with these effects, each once, in the order of the effects. */
export function capabilitiesOf(effects: readonly Effect[]): readonly Capability[] {
  return [...new Set(effects.flatMap((effect) => CAPABILITIES[effect.kind]))];
}
