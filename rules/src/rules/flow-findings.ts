import type { AppModel } from '../model/app.js';
import type { Flow, FlowSink, SinkKind, SourceKind } from '../model/flow.js';
import type { Cause, Fix, Related, Severity, TraceStep } from '../model/finding.js';
import type { RuleFinding } from '../model/rule.js';
import type { Span } from '../model/span.js';
import { inTest, lowered } from './severity.js';

/** Further ways to a sink that a finding shows. */
const MOST_TRACES = 20;

export interface FlowQuery {
  readonly sinks: readonly SinkKind[];
  readonly sources: readonly SourceKind[];
  readonly accept?: (flow: Flow) => boolean;
  /** The sink belongs to models by itself: no agent has to be near. */
  readonly anywhere?: true;
  /** What a request says counts only beside an agent, a tool or a call of a model: a client for one does nothing by itself. */
  readonly besideModel?: true;
}

/** Flows of one value that a function has, the best supported one into its first use first. */
export type FlowGroup = readonly [Flow, ...Flow[]];

/**
 * Flows grouped by the value that they reach, which one check would be enough for: one root cause, one finding. A value from a request,
 * or one that is somebody's personal data, only counts where an agent or a model is near: the rest is the business of other linters. What was fetched counts where a tool or an
 * agent's file fetched it: what code asks its own services for is part of their protocol.
 */
export function flowGroups(app: AppModel, query: FlowQuery): readonly FlowGroup[] {
  const groups = new Map<string, [Flow, ...Flow[]]>();
  let near: ReadonlySet<string> | undefined;
  let asking: ReadonlySet<string> | undefined;
  for (const flow of app.flows) {
    if (!query.sinks.includes(flow.sink.kind) || !query.sources.includes(flow.source.kind)) continue;
    const anywhere = query.anywhere === true;
    if (!anywhere && flow.source.kind === 'request' && flow.source.ai !== true && flow.sink.modelCall === undefined) {
      near ??= agentFiles(app);
      const files =
        query.besideModel === true ? (asking ??= filesOf([...app.agents, ...app.tools, ...app.modelCalls])) : near;
      if (!files.has(flow.sink.span.file) && !files.has(flow.source.span.file)) continue;
    }
    if (!anywhere && flow.source.kind === 'sensitive' && flow.sink.modelCall === undefined && !inTool(app, flow)) {
      near ??= agentFiles(app);
      if (!near.has(flow.sink.span.file) && !near.has(flow.source.span.file)) continue;
    }
    if (!anywhere && flow.source.kind === 'retrieved' && flow.sink.slot === undefined && !inTool(app, flow)) {
      near ??= agentFiles(app);
      if (!near.has(flow.source.span.file)) continue;
    }
    if (query.accept?.(flow) === false) continue;
    const { file, start, end } = flow.sink.span;
    const key = flow.sink.value ?? `${file}:${String(start)}:${String(end)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [flow]);
    else group.push(flow);
  }
  const order = ['proven', 'likely', 'heuristic'];
  for (const group of groups.values()) {
    group.sort(
      (a, b) =>
        Number(isOwn(a)) - Number(isOwn(b)) ||
        order.indexOf(a.evidence) - order.indexOf(b.evidence) ||
        rankOf(a) - rankOf(b) ||
        a.steps.length - b.steps.length ||
        placeOf(a) - placeOf(b),
    );
  }
  return [...groups.values()];
}

/** What the person who starts the program gives it: the least reason for a finding. */
function isOwn({ source }: Flow): boolean {
  return source.kind === 'local';
}

/** Of the uses of a path, the one that does most. */
function rankOf({ sink: { kind, effect } }: Flow): number {
  if (kind !== 'path') return 0;
  return effect === 'fs-delete' ? 0 : effect === 'fs-write' ? 1 : 2;
}

/** What comes before the last use of a path makes room for it. */
function placeOf({ sink: { kind, span } }: Flow): number {
  return kind === 'path' ? -span.start : span.start;
}

export interface FlowFindingParts {
  readonly message: string;
  readonly help: string;
  readonly severity: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** The finding for a group of flows; the severity is lowered in tests and where a person approves the tool's calls. */
export function flowFinding(app: AppModel, group: FlowGroup, parts: FlowFindingParts): RuleFinding {
  const [flow, ...others] = group;
  const gated = group.every(({ source }) => source.tool?.gated === 'yes');
  return {
    message: `${parts.message}${weakness(flow)}`,
    help: parts.help,
    severity: lowered(parts.severity, gated, inTest(app, flow.sink.span)),
    evidence: isOnlyTried(app, flow) ? 'heuristic' : flow.evidence,
    primary: flow.sink.span,
    trace: traceOf(flow),
    otherTraces: others.slice(0, MOST_TRACES).map(traceOf),
    related: [...otherSources(flow, others), ...otherUses(flow, others), ...(parts.related ?? [])],
    fixes: parts.fixes ?? [],
    causes: sharedChecks(group),
    ...(hasOneCheck(group) && { origins: { key: originsOf(group), rank: rankOf(flow), ...joinedIn(group) } }),
  };
}

/** What a tool of the application gives to a stand-in that a test made, and what a test gives to the application. */
function isOnlyTried(app: AppModel, { source, steps, sink }: Flow): boolean {
  if (inTest(app, sink.span)) return !inTest(app, source.span);
  return [source, ...steps].some(({ span }) => inTest(app, span));
}

/** Where the way that the finding shows puts its value together with a folder. */
function joinedIn([{ sink, join }]: FlowGroup): { readonly joined?: string } {
  return join === undefined ? {} : { joined: `${sink.kind}\0${join.span.file}:${String(join.span.start)}` };
}

/** Markup is made harmless where it is shown. What a model says otherwise is checked for each thing that is done with it. */
function hasOneCheck(group: FlowGroup): boolean {
  return group.every(({ source, sink }) => source.kind !== 'model-output' || sink.kind === 'markdown');
}

function originsOf(group: FlowGroup): string {
  const sources = group.map(({ source: { label, span } }) => `${span.file}:${String(span.start)} ${label}`);
  return [group[0].sink.kind, ...new Set(sources.sort())].join('\0');
}

/** The checks that do not count which every way to the sink passes. */
function sharedChecks([flow, ...others]: FlowGroup): readonly Cause[] {
  return flow.weakGuards.filter(({ span: { file, start, end } }) =>
    others.every(({ weakGuards }) =>
      weakGuards.some(({ span }) => span.file === file && span.start === start && span.end === end),
    ),
  );
}

/** From the source to the sink, with the checks on the way that do not count. */
function traceOf({ source, steps, weakGuards, sink }: Flow): readonly TraceStep[] {
  return [
    { span: source.span, message: `${quoted(source.label)} comes in here` },
    ...steps,
    ...weakGuards.map(({ span, reason }) => ({ span, message: `is checked here, which does not count: ${reason}` })),
    { span: sink.span, message: `reaches ${quoted(sink.label)}` },
  ];
}

/** A label as it stands in a message: code in backquotes, prose as it is. */
export function quoted(label: string): string {
  return /[`\s]/.test(label) ? label : `\`${label}\``;
}

/** A prompt slot as it stands in a message: the option's name, or the call where the slot is a mere argument. */
export function slotName({ label, modelCall }: FlowSink): string {
  const isArgument = /^argument \d+$/.test(label);
  return isArgument && modelCall?.name !== undefined ? `\`${modelCall.name}\`` : quoted(label);
}

/** The files that hold an agent, a tool, a model call, a client or an MCP server. */
export function agentFiles(app: AppModel): ReadonlySet<string> {
  const places: readonly { readonly span: Span }[] = [
    ...app.agents,
    ...app.tools,
    ...app.modelCalls,
    ...app.clients,
    ...app.mcpServers,
  ];
  return filesOf(places);
}

function filesOf(places: readonly { readonly span: Span }[]): ReadonlySet<string> {
  return new Set(places.map(({ span }) => span.file));
}

/** Whether the model can set the flow off: a tool's handler is on the way, or reaches the sink. */
function inTool(app: AppModel, { source, steps, sink }: Flow): boolean {
  const places = [source.span, ...steps.map(({ span }) => span), sink.span];
  return app.tools.some(
    ({ handler, effects }) =>
      (handler !== undefined && places.some((place) => lies(place, handler))) ||
      (sink.call !== undefined && effects.some(({ span }) => lies(sink.span, span))),
  );
}

function lies(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}

function weakness(flow: Flow): string {
  const [weak] = flow.weakGuards;
  return weak === undefined ? '' : `; the check before it does not count (${weak.reason})`;
}

function otherUses({ sink }: Flow, others: readonly Flow[]): readonly Related[] {
  const seen = new Set([sink.span.start]);
  return others.flatMap(({ sink: { span, label } }) => {
    if (seen.has(span.start)) return [];
    seen.add(span.start);
    return [{ span, message: `it reaches ${quoted(label)} too` }];
  });
}

function otherSources(flow: Flow, others: readonly Flow[]): readonly Related[] {
  const seen = new Set([flow.source.label]);
  const related: Related[] = [];
  for (const { source } of others) {
    if (seen.has(source.label)) continue;
    seen.add(source.label);
    related.push({ span: source.span, message: `${quoted(source.label)} gets here too` });
  }
  return related;
}
