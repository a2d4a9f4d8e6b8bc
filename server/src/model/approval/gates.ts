import type { Gate, Span, Tool } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry, UserEntry } from '../entries.js';
import { gateOffers } from './gate-offers.js';
import { attachedMiddleware, middlewareGate } from './middleware.js';
import { gateState, optionState } from './gate-values.js';
import { askingCall, handlerGates } from './handler-gates.js';
import { follow, followTokens, isOpen, ownKeys } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { optionName } from '../agents/slots.js';

/** Finds every gate of tools, agents and calls, and completes the entries with them. */
export function resolveGates(
  context: ModelContext,
  calls: readonly Sighting[],
  tools: readonly ToolEntry[],
  users: readonly UserEntry[],
): void {
  const interrupts = interruptedFiles(context, calls, tools);
  for (const user of users) user.entry.gates = ownGates(context, user);
  for (const tool of tools) {
    const holders = users.filter((user) => user.tools.includes(tool));
    const own = toolGates(context, tool);
    const perUser = holders
      .map((user) => ({ user, cover: coverage(context, user, tool, interrupts) }))
      .filter(({ user }, _, all) => !runsGated(user, all))
      .map(({ cover }) => cover);
    tool.tool.users = holders.map((user) => user.entry.span);
    tool.tool.gates = distinct([...own.gates, ...perUser.flatMap((cover) => cover.gates)]);
    tool.tool.gated = verdict(tool, own, perUser);
    tool.tool.gateOffers = gateOffers(context, tool, holders);
  }
}

/** An agent by itself does nothing: where every call that runs it asks, it needs no gate of its own. */
function runsGated(user: UserEntry, all: readonly { readonly user: UserEntry; readonly cover: Cover }[]): boolean {
  const running = all.filter((other) => other.user.runs.includes(user));
  return running.length > 0 && running.every(({ cover }) => answer(cover) === 'yes');
}

interface Cover {
  readonly gates: readonly Gate[];
  /** Something unresolved may be a further gate. */
  readonly open: boolean;
}

function verdict(tool: ToolEntry, own: Cover, users: readonly Cover[]): Tool['gated'] {
  const mine = answer(own);
  if (mine !== 'no') return mine;
  if (users.length === 0) return tool.server || mayBeGatedByUser(tool) ? 'unknown' : 'no';
  const answers = users.map(answer);
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function answer(cover: Cover): Tool['gated'] {
  if (cover.gates.some((gate) => gate.state === 'asks' || gate.state === 'conditional')) return 'yes';
  return cover.open || cover.gates.some((gate) => gate.state === 'unknown') ? 'unknown' : 'no';
}

/** The framework has gates beside the tool, and who uses the tool was not seen. */
function mayBeGatedByUser(tool: ToolEntry): boolean {
  const { framework } = tool.provenance;
  if (tool.gateRows.length === 0) return true;
  const rows = [...(framework.calls ?? []), ...(framework.agents ?? [])];
  return rows.some((row) => row.gates !== undefined && row.gates.length > 0) || hasMiddleware(tool);
}

function hasMiddleware(tool: ToolEntry | UserEntry): boolean {
  const { framework } = tool.provenance;
  return (framework.gates ?? []).some((row) => row.level === 'middleware' || row.level === 'callback');
}

function toolGates(context: ModelContext, tool: ToolEntry): Cover {
  const { program } = context;
  let open = tool.open && tool.gateRows.length > 0;
  const gates: Gate[] = [];
  for (const row of tool.gateRows) {
    const { values, open: unresolved } = follow(program, tool.optionsAt ?? tool.ref, row.at);
    open ||= unresolved && values.length === 0;
    for (const value of values) {
      const state = gateState(program, value.ref, row, tool.tool.name);
      if (state) gates.push({ level: 'tool', state, name: optionName(row.at), span: siteSpan(program, value) });
    }
  }
  const handler = handlerGates(context, tool.handlers);
  return { gates: [...gates, ...handler.gates], open: open || handler.unresolvedQuestion };
}

/** Gates of the agent or call itself, each option once. */
function ownGates(context: ModelContext, user: UserEntry): readonly Gate[] {
  const { program } = context;
  const level = levelOf(user);
  const options = user.gateRows.flatMap((row) =>
    follow(program, user.ref, row.at).values.map((value): Gate => {
      const state = optionState(program, value.ref, row);
      return { level, state, name: optionName(row.at), span: siteSpan(program, value) };
    }),
  );
  return [
    ...options,
    ...attachedMiddleware(context, user).map((middleware) => middlewareGate(context, middleware, undefined)),
  ].filter((gate) => gate !== undefined);
}

function levelOf(user: UserEntry): 'call' | 'agent' {
  return 'calleeSpan' in user.entry ? 'call' : 'agent';
}

/** Gates that cover one tool as this agent or call wires it, those of the agent that a call runs included. */
function coverage(context: ModelContext, user: UserEntry, tool: ToolEntry, interrupts: ReadonlySet<string>): Cover {
  const { program } = context;
  const name = tool.tool.name;
  const gates: Gate[] = [];
  let open = false;
  for (const row of user.gateRows) {
    const { values, open: unresolved } = follow(program, user.ref, row.at);
    open ||= unresolved && values.length === 0;
    if (values.length === 0 && row.absent === 'asks') {
      gates.push({ level: levelOf(user), state: 'asks', name: optionName(row.at), span: user.entry.span });
    }
    for (const value of values) {
      const state = gateState(program, value.ref, row, name);
      if (state) gates.push({ level: levelOf(user), state, name: optionName(row.at), span: siteSpan(program, value) });
    }
  }
  for (const middleware of attachedMiddleware(context, user)) {
    const gate = middlewareGate(context, middleware, name ?? '');
    if (gate) gates.push(gate);
  }
  if (hasMiddleware(user)) open ||= user.entry.options?.open === true || holdsUnresolvedList(context, user);
  open ||= interrupts.has(user.entry.span.file);
  const inner = user.runs.map((run) => coverage(context, run, tool, interrupts));
  return {
    gates: [...gates, ...inner.flatMap((cover) => cover.gates)],
    open: open || inner.some((cover) => cover.open),
  };
}

/** `middleware: common` or `middleware: [...common]` that nothing resolves. */
function holdsUnresolvedList({ program }: ModelContext, user: UserEntry): boolean {
  const call = program.value(user.ref);
  if (call.kind !== 'call') return false;
  const file = program.fileOf(user.ref);
  const toolOptions = toolOptionNames(user);
  return call.arguments.some((given) => {
    const argument = program.ref(file, given.value);
    if (given.name !== undefined && given.spread !== true) {
      return !toolOptions.has(given.name) && isUnresolvedList(program, argument);
    }
    const object = given.spread ? undefined : program.object(argument);
    if (object === undefined) return program.origins(argument).some((origin) => origin.kind === 'unknown');
    const lists = ownKeys(program, object)
      .filter((key) => !toolOptions.has(key))
      .flatMap((key) => program.property(object, key).values);
    return isOpen(program, object) || lists.some((list) => isUnresolvedList(program, list));
  });
}

function isUnresolvedList(program: Program, value: Ref): boolean {
  const isList = program
    .origins(value)
    .some((origin) => origin.kind === 'value' && program.value(origin.at).kind === 'array');
  return isList && followTokens(program, value, [{ kind: 'ArrayElement' }]).open;
}

function toolOptionNames({ provenance }: UserEntry): ReadonlySet<string> {
  const rows = [...(provenance.framework.calls ?? []), ...(provenance.framework.agents ?? [])];
  return new Set(
    rows.flatMap((row) => (row.tools === undefined ? [] : [optionName(row.tools).split('.').at(-1) ?? ''])),
  );
}

/** Files whose own control flow asks a person outside of handlers: a graph with `interrupt()` in a node. */
function interruptedFiles(
  context: ModelContext,
  calls: readonly Sighting[],
  tools: readonly ToolEntry[],
): ReadonlySet<string> {
  const asking = calls
    .flatMap(({ ref }) => askingCall(context, ref) ?? [])
    .filter((gate) => gate.level === 'interrupt');
  if (asking.length === 0) return new Set();
  const inHandlers = new Set(
    tools.flatMap((tool) => handlerGates(context, tool.handlers).gates.map((gate) => place(gate.span))),
  );
  return new Set(asking.filter((gate) => !inHandlers.has(place(gate.span))).map((gate) => gate.span.file));
}

function place({ file, start }: Span): string {
  return `${file}:${String(start)}`;
}

function distinct(gates: readonly Gate[]): readonly Gate[] {
  return [
    ...new Map(gates.map((gate) => [`${gate.span.file}:${String(gate.span.start)}:${gate.name}`, gate])).values(),
  ];
}
