import type { Agent, AppModel, Effect, Flow, Gate, Limit, ModelCall, Route, SchemaField, Tool } from '@leashlint/rules';

/**
 * What the model says about an application, in words that do not depend on its language: names are written with
 * underscores, options and callees are left out.
 */
export function parityLines(app: AppModel): readonly string[] {
  return [
    ...app.agents.map((agent) => line(`agent ${common(agent.name)}`, ...conduct(agent), handoffs(agent))),
    ...app.modelCalls.map((call) => line('call', ...conduct(call), call.unboundedLoop ? 'loop unbounded' : '')),
    ...app.tools.map(toolLine),
    ...app.mcpServers.map((server) => `server ${common(server.name)} ${server.transport}: ${names(server.tools)}`),
    ...app.clients.map(
      (client) => `client: ${client.credential ? 'credential given' : (client.envVariable ?? 'no key')}`,
    ),
    ...app.secrets.map(({ format, literal }) => `secret ${format}: ${literal}`),
    ...app.settings.map(({ meaning }) => `setting ${meaning}`),
    ...app.approvals.map(({ outcome }) => `approval ${outcome}`),
    ...app.guardrails.map(({ failure }) => `guardrail ${failure}`),
    ...app.routes.map((route) => `route ${route.transport}: ${route.authentication.state}; reaches ${reached(route)}`),
    ...app.flows.map(flowLine),
  ].sort();
}

/** `runCommand` and `run_command` are one name. */
function common(name: string | undefined): string {
  return name === undefined ? '?' : name.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

function line(head: string, ...parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? head : `${head}: ${said.join('; ')}`;
}

function list(items: readonly string[]): string {
  return [...items].sort().join(', ');
}

function conduct(user: Agent | ModelCall): readonly string[] {
  const open = user.toolsKnown ? [] : ['?'];
  const tools = [...user.tools.map(({ name }) => common(name)).sort(), ...open].join(', ');
  return [
    list([...new Set(user.slots.map(({ role }) => role))]),
    tools === '' ? '' : `tools ${tools}`,
    gates(user.gates),
    list(user.limits.map(limit)),
  ];
}

function reached({ reaches }: Route): string {
  return list([...new Set(reaches.map(({ kind }) => kind))]);
}

function handoffs(agent: Agent): string {
  const others = list(agent.handoffs.map(({ name }) => common(name)));
  return others === '' ? '' : `hands to ${others}`;
}

function limit({ kind, state, value }: Limit): string {
  return `${kind} ${state === 'bounded' && value !== undefined ? String(value) : state}`;
}

function gates(given: readonly Gate[]): string {
  return list(given.map(({ level, state }) => `gate ${level} ${state}`));
}

function names(tools: readonly Tool[]): string {
  return list(tools.map(({ name }) => common(name)));
}

function toolLine(tool: Tool): string {
  const { state, fields } = tool.schema;
  const input = state === 'fields' ? fields.map(field).join(', ') : state;
  return line(
    `tool ${common(tool.name)}(${input})`,
    tool.hosted ?? '',
    list([...new Set(tool.effects.map(effect))]),
    gates(tool.gates),
    `gated ${tool.gated}`,
    tool.served ? 'served' : '',
  );
}

function effect({ kind, chosenBy, change }: Effect): string {
  return `${kind} chosen by ${chosenBy}${change === 'none' ? '' : ` ${change}`}`;
}

/** `path: string fixed` passes no free text. */
function field({ name, type, constrained, optional, fields }: SchemaField): string {
  const inner = fields === undefined ? '' : ` {${fields.map(field).join(', ')}}`;
  return `${common(name)}${optional ? '?' : ''}: ${type}${inner}${constrained && type === 'string' ? ' fixed' : ''}`;
}

function flowLine({ source, sink, partial, weakGuards, boundary }: Flow): string {
  const guards = weakGuards.length === 0 ? '' : `; ${String(weakGuards.length)} weak`;
  const stands = boundary === undefined ? '' : `; ${boundary.state}`;
  return `flow ${source.kind} → ${sink.kind}${partial ? ' partial' : ''}${stands}${guards}`;
}
