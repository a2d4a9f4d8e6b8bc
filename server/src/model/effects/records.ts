import type { Tool } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry, UserEntry } from '../entries.js';
import type { Sighting } from '../catalogue/sightings.js';
import { calledOrigins, sinksOfCall } from '../flow/sinks.js';
import { isAt } from '../catalogue/setting-values.js';

/** Packages that record what runs as soon as an application sets them up; declaring one is enough. */
const OBSERVING = [
  '@opentelemetry/api',
  '@opentelemetry/sdk-node',
  '@vercel/otel',
  '@sentry/node',
  '@sentry/nextjs',
  '@sentry/bun',
  '@sentry/cloudflare',
  'langfuse',
  'langfuse-vercel',
  'langfuse-langchain',
  '@langfuse/tracing',
  '@langfuse/otel',
  'langsmith',
  'braintrust',
  'dd-trace',
  'newrelic',
  'applicationinsights',
  '@arizeai/openinference-core',
  '@traceloop/node-server-sdk',
  '@lmnr-ai/lmnr',
  '@logfire/node',
  'logfire',
  '@posthog/ai',
  'posthog-node',
  '@highlight-run/node',
  '@honeycombio/opentelemetry-node',
  '@axiomhq/ai',
  '@mastra/observability',
  '@mastra/loggers',
  'weave',
  'opik',
  'agentops',
];

/** The same of Python, by the module that code imports. */
const OBSERVING_IN_PYTHON =
  /^(?:opentelemetry|sentry_sdk|langfuse|langsmith|logfire|ddtrace|newrelic|phoenix|openinference|traceloop|lmnr|agentops|braintrust|mlflow|weave|wandb|opik|helicone|posthog|honeyhive|langtrace_python_sdk|openlit)(?:\.|$)/;

/** Options of agents and calls by which code hears of every step. */
const LISTENING =
  /^(?:on[A-Z]\w*|callbacks?|hooks|middleware|telemetry|experimental_telemetry|logger|observability|tracing|plugins|verbose|debug)$/;
/** Names under which code that is not in the program keeps records. */
const RECORDING =
  /log|audit|track|record|trace|event|report|notify|emit|capture|metric|analytics|telemetry|save|persist/i;

/** Says of every tool whether something tells about its runs. */
export function findRecords(
  context: ModelContext,
  calls: readonly Sighting[],
  tools: readonly ToolEntry[],
  users: readonly UserEntry[],
): void {
  for (const entry of tools) {
    const holders = users.filter((user) => user.tools.includes(entry));
    entry.tool.recorded = recordedBy(context, calls, entry, holders);
  }
}

function recordedBy(
  context: ModelContext,
  calls: readonly Sighting[],
  entry: ToolEntry,
  holders: readonly UserEntry[],
): Tool['recorded'] {
  // Who runs the tool keeps the records, and that is somebody else's code.
  if (entry.server || holders.length === 0 || entry.handlers.length === 0) return 'unknown';
  if (isTraced(calls, entry) || isObserved(context.program, entry.ref)) return 'yes';
  const own = ownRecords(context, entry);
  if (own !== 'no') return own;
  if (holders.every((user) => user.entry.options === undefined || user.entry.options.open)) return 'unknown';
  return holders.some(listens) ? 'yes' : 'no';
}

/** The SDK traces runs by itself, unless the application has switched that off. */
function isTraced(calls: readonly Sighting[], { provenance: { framework } }: ToolEntry): boolean {
  const { traces } = framework;
  if (traces === undefined) return false;
  const switchedOff = calls.some(({ callee }) =>
    callee.some((origin) => origin.kind === 'api' && isAt(origin, framework, traces.unless)),
  );
  return !switchedOff;
}

function isObserved(program: Program, ref: Ref): boolean {
  const file = program.fileOf(ref);
  if (file.facts.language === 'python') {
    return observedFolders(program).has(program.packageFolder(file.path));
  }
  return OBSERVING.some((name) => program.version(file, name) !== undefined);
}

const observedIn = new WeakMap<Program, { readonly files: number; readonly folders: ReadonlySet<string> }>();

function observedFolders(program: Program): ReadonlySet<string> {
  const files = program.files();
  let known = observedIn.get(program);
  if (known?.files !== files.length) {
    const observing = files.filter(({ facts }) => facts.imports.some(({ module }) => OBSERVING_IN_PYTHON.test(module)));
    known = { files: files.length, folders: new Set(observing.map(({ path }) => program.packageFolder(path))) };
    observedIn.set(program, known);
  }
  return known.folders;
}

/** Log calls of the handler and of what it runs, and rows that it adds to a table beside its purpose. */
function ownRecords({ program, catalogue }: ModelContext, entry: ToolEntry): Tool['recorded'] {
  let unseen = false;
  for (const { calls } of entry.reach?.visits ?? []) {
    for (const call of calls) {
      if (sinksOfCall(program, catalogue, call).sinks.some(({ kind }) => kind === 'log')) return 'yes';
      unseen ||= RECORDING.test(lastName(program, call)) && program.callees(call).length === 0 && !isKnown(call);
    }
  }
  const adds = (entry.reach?.effects ?? []).some(({ effect }) => effect.kind === 'db-write' && !effect.highImpact);
  return adds ? 'yes' : unseen ? 'unknown' : 'no';

  function isKnown(call: Ref): boolean {
    return catalogue.match('effects', program.fileOf(call), calledOrigins(program, call)).length > 0;
  }
}

function lastName(program: Program, call: Ref): string {
  const value = program.value(call);
  if (value.kind !== 'call') return '';
  return program.fileOf(call).text.slice(...value.calleeRange);
}

function listens({ entry }: UserEntry): boolean {
  return entry.options?.properties.some(({ name }) => LISTENING.test(name)) === true;
}
