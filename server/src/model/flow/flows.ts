import type { Flow, FlowSink, SinkKind, SourceKind, Tool } from '@leashlint/rules';
import type { Reach } from '../../program/callers.js';
import type { Program, ProgramFile } from '../../program/program.js';
import type { Solver, TaintAnswer } from '../../taint/solver.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import { boundaryOf } from '../prompts/boundaries.js';
import { isBounded } from '../schema/bounded-length.js';
import type { SlotDraft, ToolDraft } from '../drafts.js';
import { dispatchedTool } from '../tools/dispatched-tool.js';
import type { MarkOwner } from './marks.js';
import { toolInputLabel } from './marks.js';
import { keepsSystemRole } from '../prompts/message-conversion.js';
import { promptSinks } from '../prompts/prompt-sinks.js';
import { isOnlyExplained } from '../effects/explained-statement.js';
import { runsReadOnly } from '../effects/read-only-transaction.js';
import { isRedacted } from '../secrets/redaction.js';
import { checksRedirects } from '../effects/redirects.js';
import { pathJoin } from './path-join.js';
import { findSinks } from './sinks.js';
import type { Sink } from './sinks.js';
import { callSite } from '../catalogue/sites.js';
import { recordSinks, uncheckedParse } from '../agents/structured-output.js';
import type { VariableSink } from '../prompts/template-variables.js';
import { toolResultSinks } from '../tools/tool-results.js';
import { isAskedFirst } from '../approval/asked-first.js';
import { byPlace } from '../places.js';
import { valueIdentity } from './value-identity.js';

export interface FlowDrafts {
  readonly tools: readonly ToolDraft[];
  readonly slots: readonly SlotDraft[];
  /** What fills the placeholders of prompt templates. */
  readonly variables?: readonly VariableSink[];
  /** Sinks that are no calls of the catalogue's sink rows: addresses of clients. */
  readonly others?: readonly Sink[];
  /** Files that the analysis is about; the others were loaded because something led there. Absent: all files. */
  readonly roots?: ReadonlySet<ProgramFile>;
  /** Folders of packages whose servers refuse large bodies. */
  readonly limited?: ReadonlySet<string>;
}

interface Target {
  readonly sink: Sink;
  readonly slot: SlotDraft | undefined;
}

/**
 * Every unguarded way from a source to a sink of the loaded files, one flow per pair, sorted by sink and source. The
 * solver must have been made with semantics that mark the same drafts.
 */
export function buildFlows(
  program: Program,
  index: CatalogueIndex,
  solver: Solver,
  drafts: FlowDrafts,
): readonly Flow[] {
  const sinks = [
    ...findSinks(program, index),
    ...toolResultSinks(program, drafts.tools),
    ...(drafts.others ?? []),
    ...recordSinks(program, index, solver, drafts.roots),
  ];
  const targets: readonly Target[] = [
    ...sinks.map((sink) => ({ sink, slot: undefined })),
    ...drafts.slots.flatMap((slot) => promptSinks(program, slot).map((sink) => ({ sink, slot }))),
    ...(drafts.variables ?? []),
  ];
  const flows = new Map<string, Flow>();
  for (const target of targets) {
    const { sink } = target;
    const reach = reachOf(program, target, drafts.roots);
    const kind = SOLVED_AS[sink.kind] ?? sink.kind;
    const answers = solver.answers({
      value: sink.value,
      sink: kind,
      condition: sink.condition,
      reach,
      keys: sink.keys ?? [],
    });
    for (const answer of answers) {
      if (!matters(program, sink.kind, answer) || isGuardedEnough(program, sink, answer)) continue;
      const flow = flowOf(program, drafts, target, answer);
      const source = flow.source.tool === undefined ? flow.source.label : place(flow.source.tool.span);
      const key = [sink.kind, place(flow.sink.span), flow.source.kind, place(answer.sourceSpan), source].join(' ');
      if (!flows.has(key)) flows.set(key, flow);
    }
  }
  return [...flows.values()].sort(bySinkAndSource);
}

/**
 * A sink that something led to is reached from there: its other callers are not the analysis's business. Log calls are in
 * nearly every function, and looking for all callers of those would load most of a repository.
 */
function reachOf(program: Program, { sink, slot }: Target, roots: FlowDrafts['roots']): Reach {
  if (slot !== undefined && sink.kind !== 'prompt-other') return 'everywhere';
  return NEAR.has(sink.kind) || roots?.has(program.fileOf(sink.value)) === false ? 'loaded' : 'everywhere';
}

/** Sinks of which there are many, and whose sources are nearly always near. */
const NEAR: ReadonlySet<SinkKind> = new Set(['log', 'record', 'tool-result', 'prompt-other', 'knowledge', 'memory']);

/** What makes an address fine for a request makes it fine for a browser or a client, too. */
const SOLVED_AS: Partial<Readonly<Record<SinkKind, SinkKind>>> = { redirect: 'url', endpoint: 'url' };

const PRIVATE: readonly SourceKind[] = ['secret', 'sensitive'];
const WRITTEN_BY_MODEL: readonly SourceKind[] = ['model-output'];

/** Sinks for which not every source counts: logging or telling a model what nobody needs to keep secret is fine. */
const SOURCES: Partial<Readonly<Record<SinkKind, readonly SourceKind[]>>> = {
  log: [...PRIVATE, 'model-output', 'request', 'tool-input'],
  'tool-result': PRIVATE,
  'prompt-other': PRIVATE,
  endpoint: ['request', 'tool-input', 'model-output', 'retrieved'],
  redirect: WRITTEN_BY_MODEL,
  recipient: ['model-output', 'tool-input'],
  module: WRITTEN_BY_MODEL,
  markdown: WRITTEN_BY_MODEL,
  record: WRITTEN_BY_MODEL,
  deserialize: ['request', 'tool-input', 'model-output', 'retrieved', 'local'],
  knowledge: ['request'],
  memory: ['request', 'retrieved', 'tool-input', 'model-output'],
};

function matters(program: Program, sink: SinkKind, { source, values }: TaintAnswer): boolean {
  if (SOURCES[sink]?.includes(source.kind) === false) return false;
  if (sink === 'query-filter') return source.objects === true;
  if (sink === 'record') return uncheckedParse(program, values) !== undefined;
  return !PRIVATE.includes(source.kind) || !isRedacted(program, values);
}

/** A check that counts because of how the sink is used. A client must not choose roles, whoever converts its messages. */
function isGuardedEnough(program: Program, sink: Sink, answer: TaintAnswer): boolean {
  if (sink.kind === 'prompt-system') return answer.source.kind !== 'request' && keepsSystemRole(program, sink);
  if (sink.call === undefined) return false;
  if (sink.kind === 'sql') return runsReadOnly(program, sink.call) || isOnlyExplained(program, sink.call, sink.value);
  return (
    answer.weakGuards.some((guard) => guard.enoughIf === 'redirects-checked') && checksRedirects(program, sink.call)
  );
}

function flowOf(program: Program, { tools, limited }: FlowDrafts, target: Target, answer: TaintAnswer): Flow {
  const { source } = answer;
  // Marks are the only ones that set an owner, and they set this type.
  const owner = source.owner as MarkOwner | undefined;
  const sink = sinkOf(program, target);
  const parse = target.sink.kind === 'record' ? uncheckedParse(program, answer.values) : undefined;
  const join = sink.kind === 'path' ? pathJoin(program, answer.values) : undefined;
  const tool = owner?.kind === 'tool' ? toolOf(program, tools, owner, target.sink, answer) : undefined;
  return {
    source: {
      kind: source.kind,
      span: answer.sourceSpan,
      label: owner?.kind === 'tool' ? toolInputLabel(tool, owner.keys) : source.label,
      tool,
      modelCall: owner?.kind === 'model-call' ? owner.modelCall : undefined,
      ...(source.ai === true && { ai: true }),
    },
    sink,
    steps: answer.steps,
    evidence: isApproved(program, target.sink, answer) ? 'heuristic' : answer.evidence,
    weakGuards: answer.weakGuards,
    partial: answer.partial,
    ...(join !== undefined && { join }),
    ...(parse !== undefined && { parse: program.span(parse) }),
    ...(isLimited(program, sink, answer, limited) && { bounded: true }),
    ...(sink.kind.startsWith('prompt-') && { boundary: boundaryOf(program, answer.values, target.sink.around) }),
  };
}

/** What a person is asked before each run. Tools have gates of their own. */
const RUN: ReadonlySet<SinkKind> = new Set(['shell', 'process-arguments', 'code', 'path', 'sql']);

/** A person has seen what the model wrote, or could have, before it is run. */
function isApproved(program: Program, sink: Sink, answer: TaintAnswer): boolean {
  if (answer.source.kind !== 'model-output' || !RUN.has(sink.kind)) return false;
  return isAskedFirst(program, { file: program.fileOf(sink.value), condition: sink.condition }, answer);
}

/** Nobody but who sends a request may be expected to send too much. */
function isLimited(program: Program, sink: FlowSink, answer: TaintAnswer, limited: FlowDrafts['limited']): boolean {
  if (answer.source.kind !== 'request' || !sink.kind.startsWith('prompt-')) return false;
  return limited?.has(program.packageFolder(answer.sourceSpan.file)) === true || isBounded(program, answer.values);
}

function toolOf(
  program: Program,
  drafts: readonly ToolDraft[],
  owner: MarkOwner & { readonly kind: 'tool' },
  sink: Sink,
  answer: TaintAnswer,
): Tool | undefined {
  if (owner.tools.length === 1) return owner.tools[0];
  const sharing = drafts.filter((draft) => owner.tools.includes(draft.tool));
  return dispatchedTool(program, sharing, [...answer.steps.map((step) => step.span), sink.span]);
}

function sinkOf(program: Program, { sink, slot }: Target): FlowSink {
  const call = sink.call === undefined ? undefined : callSite(program, sink.call);
  const value = valueIdentity(program, sink.kind, sink.value);
  return {
    kind: sink.kind,
    span: sink.span,
    label: sink.label,
    call,
    argument: call?.arguments.find((argument) => argument.index === sink.argument),
    effect: sink.effect,
    ...(value !== undefined && { value }),
    ...(sink.program !== undefined && { program: sink.program }),
    slot: slot?.slot,
    modelCall: slot?.owner,
  };
}

interface Place {
  readonly file: string;
  readonly start: number;
}

function place({ file, start }: Place): string {
  return `${file}:${String(start)}`;
}

function bySinkAndSource(left: Flow, right: Flow): number {
  return byPlace(left.sink.span, right.sink.span) || byPlace(left.source.span, right.source.span);
}
