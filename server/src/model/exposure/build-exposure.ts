import type { AppModel, Authentication, Listener, McpTransport } from '@leashlint/rules';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { ModelCallEntry, ModelContext, ToolEntry } from '../entries.js';
import { byPlace } from '../places.js';
import { follow } from '../catalogue/relative.js';
import { parsePath } from '../catalogue/access-path.js';
import { listenerAt, whereOf } from './listening.js';
import { type TransportDraft, transportOptions, transportsIn } from './mcp-transports.js';
import { createRequestChecks } from './request-checks.js';
import { type RouteEntry, routesOf } from './routes.js';
import { createTargets } from './targets.js';
import { tokenForwards } from './token-forwards.js';
import { createWebApps } from './web-apps.js';

export interface Exposed {
  readonly modelCalls: readonly ModelCallEntry[];
  readonly tools: readonly ToolEntry[];
}

/** What the application offers to a network, and who may use it. Loads the files from which its handlers are reached. */
export function buildExposure(
  context: ModelContext,
  { modelCalls, tools }: Exposed,
): Pick<AppModel, 'routes' | 'mcpTransports' | 'tokenForwards'> {
  const { program } = context;
  loadCallers(
    program,
    modelCalls.filter(({ tools: given, prepares }) => given.length > 0 && !prepares).map(({ ref }) => ref),
  );
  const loaded = [...program.files()];
  const early = transportsIn(context, loaded).drafts;
  loadCallers(
    program,
    early.map(({ ref }) => ref),
  );
  for (const { ref, row } of early) {
    if (row.kind === 'server') loadUsersOf(program, ref);
  }
  loadTakers(context);
  const files = [...program.files()];
  const transports = transportsIn(context, files);
  const entries = routesOf(
    context,
    {
      apps: createWebApps(context),
      checks: createRequestChecks(context),
      transports,
      targetsOf: createTargets(context, modelCalls, transports),
    },
    files,
  );
  const routes = entries.map((entry) => entry.route).sort((left, right) => byPlace(left.span, right.span));
  return {
    routes,
    mcpTransports: transports.drafts.flatMap((draft) => transportOf(context, draft, entries, tools) ?? []),
    tokenForwards: tokenForwards(context, entries, tools),
  };
}

const MAX_LEVELS = 6;
const MAX_FUNCTIONS = 300;

/** Loads the files from which calls are reached, so that the handlers on the way are there. */
function loadCallers(program: Program, calls: readonly Ref[]): void {
  let level = [...new Set(calls.map((call) => program.functionOf(call)))];
  const seen = new Set<FunctionRef>(level);
  for (let depth = 0; depth < MAX_LEVELS && level.length > 0 && seen.size < MAX_FUNCTIONS; depth++) {
    const next: FunctionRef[] = [];
    for (const fn of level) {
      const { kind, parent } = program.function(fn);
      if (kind === 'module') continue;
      const above = program.callers(fn, 'everywhere').map((call) => program.functionOf(call));
      if (parent !== undefined) above.push(program.functionRef(program.fileOfFunction(fn), parent));
      for (const one of above) {
        if (seen.has(one)) continue;
        seen.add(one);
        next.push(one);
      }
    }
    level = next;
  }
}

const MAX_PARTS = 40;
const MAX_ROUNDS = 3;

/** Loads the files that take routers and their like, or start an app: what stands there runs before their routes. */
function loadTakers(context: ModelContext): void {
  const { program } = context;
  const asked = new Set<Ref>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const apps = createWebApps(context);
    const found = new Set(
      program
        .files()
        .filter(({ facts }) => facts.language === 'python')
        .flatMap((file) => apps.registrationsIn(file))
        .filter(({ app }) => !app.foreign && !asked.has(app.id))
        .map(({ app }) => app.id),
    );
    if (found.size === 0 || asked.size > MAX_PARTS) return;
    for (const id of found) {
      asked.add(id);
      loadUsersOf(program, id);
    }
  }
}

/** Loads the files that import what a call makes, or the function that makes it and gives it: `create_app`. */
function loadUsersOf(program: Program, made: Ref): void {
  const file = program.fileOf(made);
  const { kind, name, returns } = program.function(program.functionOf(made));
  const gives = returns.some(({ value }) => value >= 0 && isMadeAt(program, program.ref(file, value), made));
  if (kind === 'function' && name !== undefined && gives) program.loadUsers(file.path, name);
  for (const entry of file.facts.exports) {
    if (!('value' in entry)) continue;
    const value = program.ref(file, entry.value);
    if (isMadeAt(program, value, made)) program.loadUsers(file.path, entry.name);
  }
}

function isMadeAt(program: Program, value: Ref, made: Ref): boolean {
  return program.origins(value).some(({ at }) => at === made);
}

const WORST: readonly Authentication['state'][] = ['no', 'optional', 'unknown', 'yes'];

function transportOf(
  context: ModelContext,
  draft: TransportDraft,
  entries: readonly RouteEntry[],
  tools: readonly ToolEntry[],
): McpTransport | undefined {
  const { program } = context;
  const { framework, name, ref } = draft;
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (value.kind !== 'call') return undefined;
  const folder = program.packageFolder(file.path);
  const base = {
    framework,
    name,
    span: program.span(ref),
    calleeSpan: program.spanOfRange(file, value.calleeRange),
    options: transportOptions(context, draft),
    tools: tools
      .filter((tool) => tool.server && program.packageFolder(tool.tool.span.file) === folder)
      .map(({ tool }) => tool),
  };
  const mine = entries.filter(({ hits }) => hits.some(({ target }) => target.kind === 'mcp' && target.at === ref));
  if (mine.length === 0) return draft.row.kind === 'server' ? startedServer(context, draft, base) : undefined;
  const posts = mine.filter(({ route }) => !/^(?:GET|DELETE|OPTIONS|HEAD) /.test(route.label));
  const judged = posts.length > 0 ? posts : mine;
  const [worst] = judged
    .map(({ route }) => route.authentication)
    .sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state));
  if (worst === undefined) return undefined;
  const hosts = [draft.hostCheck, ...judged.map(({ host }) => host)];
  const listeners = new Map(
    mine.flatMap(({ route }) => route.listeners).map((one) => [`${one.span.file}:${String(one.span.start)}`, one]),
  );
  return {
    ...base,
    hostCheck:
      checksItself(draft, mine) || hosts.includes('yes') ? 'yes' : hosts.includes('unknown') ? 'unknown' : 'no',
    routes: mine.map(({ route }) => route),
    listeners: [...listeners.values()],
    authentication: draft.authentication === 'no' ? worst : { ...worst, state: draft.authentication },
    hosted: mine.some(({ route }) => route.hosted),
  };
}

function checksItself({ row }: TransportDraft, mine: readonly RouteEntry[]): boolean {
  const listeners = mine.flatMap(({ route }) => route.listeners);
  return row.checksLocalHost === true && listeners.every(({ where }) => where === 'loopback');
}

type Start = NonNullable<TransportDraft['row']['start']>;

function asksForHttp(program: Program, call: Ref, { when, values }: Start): boolean {
  const asked = follow(program, call, when).values;
  if (values === undefined) return asked.length > 0;
  return asked.some(({ ref }) => program.literals(ref)?.some((one) => values.includes(String(one))) === true);
}

/** Where a server binds that may have been told when it was made, or in between: `server.settings.host = '0.0.0.0'`. */
function startedAt(context: ModelContext, call: Ref, { ref }: TransportDraft, start: Start): Listener {
  const { program } = context;
  const own = listenerAt(context, call, { host: [start.host], absent: start.absent });
  if (own.host !== undefined || own.where === 'unknown') return own;
  const at = start.assigned === undefined ? undefined : assignedTo(program, ref, start.assigned);
  if (at !== undefined) {
    const told = listenerAt(context, call, { host: [], absent: start.absent });
    return { ...told, where: whereOf(program, at), host: program.span(at) };
  }
  const made =
    start.made === undefined ? undefined : listenerAt(context, ref, { host: [start.made], absent: start.absent });
  return made === undefined || (made.host === undefined && made.where !== 'unknown')
    ? own
    : { ...made, call: own.call, span: own.span };
}

/** The value that an attribute of an attribute of the server gets. */
function assignedTo(program: Program, server: Ref, path: string): Ref | undefined {
  const [outer, inner] = parsePath(path).flatMap((token) => (token.kind === 'Member' ? token.names : []));
  for (const file of program.files()) {
    for (const store of file.facts.stores) {
      const object = file.facts.values[store.object];
      if (store.key !== inner || object?.kind !== 'member' || object.key !== outer) continue;
      const of = program.origins(program.ref(file, object.object));
      if (of.some((origin) => origin.at === server)) return program.ref(file, store.value);
    }
  }
  return undefined;
}

type Base = Pick<McpTransport, 'framework' | 'name' | 'span' | 'calleeSpan' | 'options' | 'tools'>;

/** A server that listens by itself: where `start` asks for HTTP. */
function startedServer(context: ModelContext, draft: TransportDraft, base: Base): McpTransport | undefined {
  const { program } = context;
  const { start } = draft.row;
  if (start === undefined) return undefined;
  const methods = [start.method, ...(start.also ?? []), ...(start.always ?? [])];
  const listeners = program.files().flatMap((file) =>
    file.facts.values.flatMap((value, id) => {
      const callee = value.kind === 'call' ? file.facts.values[value.callee] : undefined;
      if (callee?.kind !== 'member' || !methods.includes(callee.key)) return [];
      if (!program.origins(program.ref(file, callee.object)).some((origin) => origin.at === draft.ref)) return [];
      const call = program.ref(file, id);
      const served = start.always?.includes(callee.key) === true || asksForHttp(program, call, start);
      return served ? [startedAt(context, call, draft, start)] : [];
    }),
  );
  if (listeners.length === 0) return undefined;
  const state = draft.authentication;
  const local = draft.row.checksLocalHost === true && listeners.every(({ where }) => where === 'loopback');
  return {
    ...base,
    hostCheck: local ? 'yes' : draft.hostCheck,
    routes: [],
    listeners,
    authentication: { state, evidence: [], later: undefined },
    hosted: false,
  };
}
