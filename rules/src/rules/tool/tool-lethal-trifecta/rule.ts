import { addGate } from '../../../fix/offers.js';
import type { Agent, ModelCall } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Exposure, Tool } from '../../../model/tool.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'tool-lethal-trifecta',
    title: 'One agent combines private data, untrusted content and an outbound channel',
    family: 'tool',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI01', 'ASI02', 'AML.T0086', 'AML.M0030', 'CWE-653'],
  },
  *check(app) {
    const seen = new Set<string>();
    for (const user of [...app.agents, ...app.modelCalls]) {
      const parts = trifecta(toolsOf(user));
      if (parts === undefined) continue;
      // A call that runs an agent has its tools: one root cause.
      const key = parts.map(({ exposure }) => place(exposure.span)).join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      yield finding(app, user, parts);
    }
  },
} satisfies Rule;

interface Part {
  readonly tool: Tool;
  readonly exposure: Exposure;
}

const PARTS = ['private-read', 'untrusted-in', 'egress'] as const;

/** One tool for each part; undefined if one is missing. A person who is asked breaks the chain. */
function trifecta(tools: readonly Tool[]): readonly [Part, Part, Part] | undefined {
  const [read, take, send] = PARTS.map((part) => {
    for (const tool of tools) {
      if (tool.gated === 'yes' || (part === 'egress' && tool.gated === 'unknown')) continue;
      const exposure = tool.exposures.find((candidate) => candidate.part === part);
      if (exposure !== undefined) return { tool, exposure };
    }
    return undefined;
  });
  return read && take && send && [read, take, send];
}

/** Tools of the agent, of those that it hands over to, and of those that run as its tools. */
function toolsOf(user: Agent | ModelCall): readonly Tool[] {
  const tools = new Set<Tool>();
  const agents = new Set<Agent | ModelCall>([user]);
  for (const agent of agents) {
    for (const tool of agent.tools) {
      tools.add(tool);
      if (tool.agent !== undefined && tool.gated === 'no') agents.add(tool.agent);
    }
    if ('handoffs' in agent) for (const other of agent.handoffs) agents.add(other);
  }
  return [...tools];
}

function finding(app: AppModel, user: Agent | ModelCall, [read, take, send]: readonly [Part, Part, Part]): RuleFinding {
  const name = user.name === undefined || user.name === '' ? 'the agent' : `\`${user.name}\``;
  return {
    message: `${name} reads private data (${shown(read)}), takes in what strangers write (${shown(take)}) and can send it away (${shown(send)}) without asking anybody`,
    help: 'Ask a person before anything leaves, fix the recipients or hosts in code, or give the parts to agents that do not talk to each other.',
    severity: lowered('warning', inTest(app, user.span)),
    evidence: 'likely',
    primary: 'calleeSpan' in user ? user.calleeSpan : user.span,
    related: [
      { span: read.exposure.span, message: `private data: ${described(read)}` },
      { span: take.exposure.span, message: `untrusted content: ${described(take)}` },
      { span: send.exposure.span, message: `way out: ${described(send)}` },
    ],
    fixes: send.tool.gateOffers.map((offer) => addGate(app, offer)),
  };
}

function shown({ tool }: Part): string {
  return tool.name === undefined ? 'a tool without a name' : `\`${tool.name}\``;
}

function described({ tool, exposure }: Part): string {
  if (tool.hosted !== undefined && tool.handler === undefined)
    return `tool ${shown({ tool, exposure })} is run by the provider`;
  return `tool ${shown({ tool, exposure })} reaches \`${exposure.label}\``;
}

function place({ file, start }: Span): string {
  return `${file}:${String(start)}`;
}
