import type { Agent } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry, UserEntry } from '../entries.js';
import { follow, followTokens, ownKeys } from '../catalogue/relative.js';
import type { UserTable } from './users.js';

/** Tells agents whom they hand conversations to, and tools which agent runs as them. */
export function linkAgents(context: ModelContext, users: UserTable, tools: readonly ToolEntry[]): void {
  const { program, catalogue } = context;
  for (const agent of users.agents()) {
    const rows = catalogue.match('agents', program.fileOf(agent.ref), calleeOrigins(program, agent.ref));
    const held = rows.flatMap(({ row }) => {
      if (row.handoffs === undefined) return [];
      return follow(program, agent.ref, row.handoffs).values.flatMap(({ ref }) => members(program, ref));
    });
    agent.entry.handoffs = entriesOf(held.flatMap((ref) => agentsAt(program, users, ref)));
  }
  for (const tool of tools) {
    const rows = catalogue.match('tools', program.fileOf(tool.ref), calleeOrigins(program, tool.ref));
    const [agent] = rows.flatMap(({ row }) => {
      if (row.agent === undefined) return [];
      return follow(program, tool.ref, row.agent).values.flatMap(({ ref }) => agentsAt(program, users, ref));
    });
    tool.tool.agent = agent?.entry;
  }
}

export function calleeOrigins(program: Program, call: Ref): ReturnType<Program['origins']> {
  const value = program.value(call);
  return value.kind === 'call' ? program.origins(program.ref(program.fileOf(call), value.callee)) : [];
}

/** Elements of a list, or values of a map. */
export function members(program: Program, ref: Ref): readonly Ref[] {
  const object = program.object(ref);
  if (object !== undefined) return ownKeys(program, object).flatMap((key) => program.property(object, key).values);
  return followTokens(program, ref, [{ kind: 'ArrayElement' }]).values.map((item) => item.ref);
}

/** The agent itself, or the one that a call of the framework wraps: `handoff(agent)`. */
export function agentsAt(program: Program, users: UserTable, ref: Ref, depth = 0): readonly UserEntry<Agent>[] {
  if (depth > 2) return [];
  return program.origins(ref).flatMap((origin) => {
    if (origin.kind === 'module') return [];
    const agent = users.agentAt(origin.at);
    if (agent !== undefined) return [agent];
    const value = program.value(origin.at);
    const [first] = origin.kind === 'api' && value.kind === 'call' ? value.arguments : [];
    return first === undefined
      ? []
      : agentsAt(program, users, program.ref(program.fileOf(origin.at), first.value), depth + 1);
  });
}

function entriesOf(agents: readonly UserEntry<Agent>[]): readonly Agent[] {
  return [...new Set(agents.map((agent) => agent.entry))];
}
