import type { Agent, AppModel, Limit, ModelCall, Tool } from '@leashlint/rules';

/** What the model says about an application, a line per fact, in a fixed order. */
export function factLines(app: AppModel): readonly string[] {
  return [
    ...app.agents.map(agentLine),
    ...app.modelCalls.map(callLine),
    ...app.tools.map(toolLine),
    ...app.settings.map((setting) => `setting ${setting.meaning}: ${setting.label}`),
    ...app.approvals.map((approval) => `approval ${approval.mechanism}: ${approval.outcome}`),
    ...app.supplies.map((supply) => `supply ${supply.server}: ${supply.given}`),
    ...app.mcpServers.map((server) => `server ${server.name ?? '?'}: ${names(server.tools)}`),
    ...new Set(app.flows.map((flow) => `flow ${flow.source.kind} → ${flow.sink.kind}`)),
  ].sort();
}

function agentLine(agent: Agent): string {
  const handoffs = agent.handoffs.map((other) => other.name ?? '?').join(', ');
  return [
    `agent ${agent.name ?? '?'}: ${roles(agent)}`,
    held(agent),
    handoffs === '' ? '' : `hands to ${handoffs}`,
    limits(agent.limits),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function callLine(call: ModelCall): string {
  return [`call ${call.name}: ${roles(call)}`, held(call), limits(call.limits)]
    .filter((part) => part !== '')
    .join('; ');
}

function roles({ slots }: Agent | ModelCall): string {
  return [...new Set(slots.map((slot) => slot.role))].sort().join(', ');
}

function held({ tools, toolsKnown }: Agent | ModelCall): string {
  const known = toolsKnown ? [] : ['?'];
  return tools.length === 0 && toolsKnown
    ? ''
    : `tools ${[names(tools), ...known].filter((part) => part !== '').join(', ')}`;
}

function names(tools: readonly Tool[]): string {
  return tools
    .map((tool) => tool.name ?? '?')
    .sort()
    .join(', ');
}

function limits(list: readonly Limit[]): string {
  return list
    .filter((limit) => limit.kind === 'steps')
    .map((limit) => `steps ${limit.state === 'bounded' ? String(limit.value) : limit.state}`)
    .join(', ');
}

function toolLine(tool: Tool): string {
  const fields = tool.schema.fields.map((field) => field.name).join(', ');
  const does = [...new Set(tool.effects.map((effect) => effect.kind)), tool.hosted].filter(
    (part) => part !== undefined,
  );
  return `tool ${tool.name ?? '?'}(${fields}): ${does.join(', ')}; gated ${tool.gated}`;
}
