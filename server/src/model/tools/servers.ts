import type { FrameworkRef, McpServer, McpServerRow, Tool } from '@leashlint/rules';
import type { Value } from '../../facts.js';
import type { FunctionRef, Origin, Program, Ref } from '../../program/program.js';
import { parsePath, parseToken, tokenCovers } from '../catalogue/access-path.js';
import { annotationsAt } from './annotations.js';
import { dispatcherTools } from './dispatchers.js';
import { emptyTool } from './empty-tool.js';
import type { Building, ModelContext, Provenance, ToolEntry } from '../entries.js';
import { listedValues } from '../catalogue/listed-values.js';
import { follow } from '../catalogue/relative.js';
import { find, functionsOf, proseOf, provenanceOf, textOf } from '../catalogue/row-values.js';
import { readSchema } from '../schema/schema.js';
import { inputsOf } from './tools.js';
import type { Sighting } from '../catalogue/sightings.js';

interface ServerEntry {
  readonly server: Building<McpServer>;
  readonly ref: Ref;
}

/** MCP servers with the tools that are registered on them; tools of low-level servers are added to the entries. */
export function serversOf(
  context: ModelContext,
  calls: readonly Sighting[],
  tools: readonly ToolEntry[],
): { readonly servers: readonly McpServer[]; readonly dispatched: readonly ToolEntry[] } {
  const servers = calls.flatMap((call) => serverAt(context, call) ?? []);
  const connections = calls.filter(isConnection);
  const dispatched = [
    ...calls.flatMap((call) => dispatchedTools(context, call, calls)),
    ...dispatcherTools(context, calls),
  ];
  for (const { server, ref } of servers) {
    server.transport = transportOf(context, ref, connections);
    server.tools = [
      ...tools.filter((tool) => tool.server && receives(context, tool.ref, ref)),
      ...dispatched.filter((tool) => tool.receiver === ref),
    ].map((tool) => tool.tool);
  }
  return { servers: servers.map((entry) => entry.server), dispatched };
}

function serverAt({ program, catalogue }: ModelContext, { ref, file, callee }: Sighting): ServerEntry | undefined {
  const matches = catalogue.match('servers', file, callee);
  const [first] = matches;
  if (first === undefined) return undefined;
  const names = matches.map((match) => textOf(program, find(program, ref, match.row.name, 'text').value?.ref));
  return {
    ref,
    server: {
      name: names.find((name) => name !== undefined),
      framework: first.ref,
      span: program.span(ref),
      transport: 'unknown',
      tools: [],
    },
  };
}

function receives({ program }: Pick<ModelContext, 'program'>, call: Ref, server: Ref): boolean {
  // `@server.tool(…)` is a call of what the method gives.
  const value = program.value(call);
  const callee = value.kind === 'call' ? program.ref(program.fileOf(call), value.callee) : call;
  const method = program.value(callee).kind === 'call' ? callee : call;
  return follow(program, method, 'Receiver').values.some(({ ref }) =>
    program.origins(ref).some((origin) => origin.at === server),
  );
}

const TRANSPORTS: readonly (readonly [RegExp, McpServer['transport']])[] = [
  [/stdio/i, 'stdio'],
  [/sse/i, 'sse'],
  [/http/i, 'http'],
];

/** The class of what the server is connected to. */
function transportOf({ program }: ModelContext, server: Ref, connections: readonly Sighting[]): McpServer['transport'] {
  for (const { ref } of connections) {
    if (!receives({ program }, ref, server)) continue;
    const [transport] = follow(program, ref, 'Argument[0]').values;
    const origin = transport && program.origins(transport.ref).find((candidate) => candidate.kind === 'api');
    const made = origin?.kind === 'api' ? (origin.path.at(-2) ?? '') : '';
    const known = TRANSPORTS.find(([pattern]) => pattern.test(made));
    if (known) return known[1];
  }
  return 'unknown';
}

function isConnection({ callee }: Sighting): boolean {
  return callee.some((origin) => origin.kind === 'api' && origin.path.at(-1) === 'Member[connect]');
}

type DispatchRow = NonNullable<McpServerRow['callToolHandler']>;

interface HandlerCall {
  readonly row: DispatchRow;
  readonly framework: FrameworkRef;
  readonly provenance: Provenance;
  readonly receiver: Ref | undefined;
}

/** `server.setRequestHandler(schema, handler)` of a server row. */
function handlerCall({ program, catalogue }: ModelContext, { ref, file, callee }: Sighting): HandlerCall | undefined {
  for (const origin of callee) {
    if (origin.kind !== 'api') continue;
    const instance = origin.path.indexOf('Instance');
    if (instance < 0) continue;
    const made: Origin = { ...origin, path: origin.path.slice(0, instance) };
    for (const match of catalogue.match('servers', file, [made])) {
      const row = match.row.callToolHandler;
      if (row === undefined || !endsLike(row.call, origin.path, instance)) continue;
      return {
        row,
        framework: match.ref,
        provenance: provenanceOf(match.framework, match.ref),
        receiver: serverBehind(program, ref),
      };
    }
  }
  return undefined;
}

/** The steps after the instance are the same; before it, the server row has matched. */
function endsLike(path: string, concrete: readonly string[], instance: number): boolean {
  const tokens = parsePath(path);
  const own = tokens.slice(tokens.findIndex((token) => token.kind === 'Instance') + 1);
  const rest = concrete.slice(instance + 1).map(parseToken);
  return (
    own.length === rest.length &&
    own.every((token, index) => {
      const other = rest[index];
      return other !== undefined && tokenCovers(token, other);
    })
  );
}

/** The construction that the receiver comes from, through `mcp.server`. */
function serverBehind(program: Program, call: Ref): Ref | undefined {
  let [current] = follow(program, call, 'Receiver').values.map(({ ref }) => ref);
  for (let step = 0; step < 3 && current !== undefined; step += 1) {
    const [origin] = program.origins(current);
    if (origin === undefined) return undefined;
    const value = program.value(origin.at);
    if (value.kind !== 'member') return origin.at;
    current = program.ref(program.fileOf(origin.at), value.object);
  }
  return current;
}

export interface DispatchedTool extends ToolEntry {
  /** The server. */
  readonly receiver: Ref | undefined;
}

function dispatchedTools(context: ModelContext, call: Sighting, calls: readonly Sighting[]): readonly DispatchedTool[] {
  const { program } = context;
  const handler = handlerCall(context, call);
  if (handler === undefined || !handlesToolCalls(program, call.ref, handler.row)) return [];
  const found = find(program, call.ref, handler.row.handler);
  const handlers = found.value ? functionsOf(program, found.value.ref) : [];
  const inputs = inputsOf(program, handlers, 0, handler.row.toolArguments);
  const listed = listedTools(context, handler, calls);
  const tools =
    listed.length > 0
      ? listed
      : comparedNames(program, handlers, handler.row).map((name) =>
          namedTool(program, call.ref, handler.framework, name),
        );
  const whole = tools.length > 0 ? tools : [namedTool(program, call.ref, handler.framework, undefined)];
  const [fn] = handlers;
  const span =
    fn === undefined ? undefined : program.spanOfRange(program.fileOfFunction(fn), program.function(fn).range);
  return whole.map(({ tool, ref }) => {
    tool.handler = span;
    return {
      tool,
      ref,
      handlers,
      inputs,
      dispatch: true,
      nameKeys: memberNames(handler.row.toolName),
      provenance: handler.provenance,
      gateRows: [],
      settingRows: [],
      server: true,
      open: false,
      receiver: handler.receiver,
    };
  });
}

function memberNames(path: string): readonly string[] {
  return parsePath(path).flatMap((token) => (token.kind === 'Member' ? token.names.slice(0, 1) : []));
}

function handlesToolCalls(program: Program, call: Ref, row: DispatchRow): boolean {
  return follow(program, call, row.schema).values.some(({ ref }) =>
    program.origins(ref).some((origin) => {
      if (origin.kind === 'api') return row.schemaIs.includes(origin.path.join('.'));
      const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
      return value?.kind === 'literal' && row.schemaIs.some((wanted) => wanted === value.value);
    }),
  );
}

export interface NamedTool {
  readonly tool: Building<Tool>;
  readonly ref: Ref;
}

/** Tools that another handler of the same server returns as `{ tools: [...] }`. */
function listedTools(context: ModelContext, handler: HandlerCall, calls: readonly Sighting[]): readonly NamedTool[] {
  const { program } = context;
  return calls.flatMap((call) => {
    const other = handlerCall(context, call);
    if (other === undefined || other.receiver !== handler.receiver) return [];
    return functionsOf(program, find(program, call.ref, other.row.handler).value?.ref ?? call.ref).flatMap((fn) =>
      returnedTools(program, fn, handler.framework),
    );
  });
}

function returnedTools(program: Program, fn: FunctionRef, framework: FrameworkRef): readonly NamedTool[] {
  const file = program.fileOfFunction(fn);
  return program.function(fn).returns.flatMap((exit) => {
    const object = exit.value === -1 ? undefined : program.object(program.ref(file, exit.value));
    if (object === undefined) return [];
    return program
      .property(object, 'tools')
      .values.flatMap((list) => listedValues(program, list).flatMap((item) => listedTool(program, item, framework)));
  });
}

/** One tool per name that the item may have: `all.map((t) => ({ name: t.name }))` lists them all. */
function listedTool(program: Program, item: Ref, framework: FrameworkRef): readonly NamedTool[] {
  const object = program.object(item);
  if (object === undefined) return [];
  const names = follow(program, object, 'Member[name]').values.flatMap(({ ref }) => namesBehind(program, ref));
  const [only, ...others] = names;
  if (only === undefined) return [];
  if (others.length > 0) return names.map(({ name, at }) => namedTool(program, at, framework, name));
  const [description] = program.property(object, 'description').values;
  const [schema] = program.property(object, 'inputSchema').values;
  const { tool, ref } = namedTool(program, object, framework, only.name);
  tool.nameSpan = program.span(only.at);
  tool.description = proseOf(program, description);
  if (schema !== undefined) tool.schema = readSchema(program, schema);
  tool.annotations = annotationsAt(program, object, 'Member[annotations]');
  return [{ tool, ref }];
}

interface Name {
  readonly name: string;
  readonly at: Ref;
}

function namesBehind(program: Program, ref: Ref): readonly Name[] {
  const whole = textOf(program, ref);
  const origins = program.origins(ref).filter((origin) => origin.kind === 'value');
  if (whole !== undefined) return [{ name: whole, at: origins[0]?.at ?? ref }];
  return origins.flatMap(({ at }) => {
    const name = textOf(program, at);
    return name === undefined ? [] : [{ name, at }];
  });
}

export function namedTool(program: Program, ref: Ref, framework: FrameworkRef, name: string | undefined): NamedTool {
  const tool = emptyTool(program.span(ref), framework);
  return { tool: { ...tool, name, schema: { ...tool.schema, dialect: 'json-schema' }, served: true }, ref };
}

/** Names that the handler compares the requested name with: `switch (request.params.name)`. */
function comparedNames(program: Program, handlers: readonly FunctionRef[], row: DispatchRow): readonly string[] {
  const names = new Set<string>();
  for (const fn of handlers) {
    const file = program.fileOfFunction(fn);
    const parameter = program.function(fn).parameters[0]?.value;
    const key = parsePath(row.toolName).at(-1);
    if (parameter === undefined || key?.kind !== 'Member') continue;
    for (const value of file.facts.values) {
      if (value.kind !== 'operation' || !/^[!=]==?$/.test(value.operator)) continue;
      const isName = value.inputs.some((input) => {
        const member = file.facts.values[input];
        return (
          member?.kind === 'member' && key.names.includes(member.key) && startsAt(file.facts.values, input, parameter)
        );
      });
      if (!isName) continue;
      for (const input of value.inputs) {
        const literal = program.literals(program.ref(file, input))?.[0];
        if (typeof literal === 'string') names.add(literal);
      }
    }
  }
  return [...names];
}

function startsAt(values: readonly Value[], from: number, parameter: number): boolean {
  let id = from;
  for (let step = 0; step < 8 && id !== parameter; step += 1) {
    const value = values[id];
    if (value?.kind !== 'member') return false;
    id = value.object;
  }
  return id === parameter;
}
