import type { Framework } from '../framework.js';

const run = {
  call: 'Member[run]',
  slots: [{ role: 'user', at: 'Argument[0]' }],
} as const;

export const agentKit = {
  id: 'inngest-agent-kit',
  title: 'Inngest AgentKit',
  language: 'javascript',
  modules: ['@inngest/agent-kit'],
  ai: true,
  checkedAgainst: { '@inngest/agent-kit': ['0.13'] },
  clients: [
    { call: 'Member[openai]', credential: 'Argument[0].Member[apiKey]', envVariable: 'OPENAI_API_KEY' },
    { call: 'Member[anthropic]', credential: 'Argument[0].Member[apiKey]', envVariable: 'ANTHROPIC_API_KEY' },
    { call: 'Member[gemini]', credential: 'Argument[0].Member[apiKey]', envVariable: 'GEMINI_API_KEY' },
  ],
  agents: [
    {
      call: 'Member[createAgent,createRoutingAgent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[system]' }],
      tools: 'Argument[0].Member[tools]',
      runs: [{ ...run, outputs: ['ReturnValue.Member[output,toolCalls,raw]'] }],
    },
    {
      call: 'Member[createNetwork]',
      name: 'Argument[0].Member[name]',
      slots: [],
      handoffs: 'Argument[0].Member[agents]',
      // Without the option the router alone decides when the network is done.
      limits: [
        { kind: 'steps', at: 'Argument[0].Member[maxIter]', default: 'unknown', absurdAbove: 200, unbounded: [0] },
      ],
      runs: [{ ...run, outputs: ['ReturnValue.Member[state]'] }],
    },
  ],
  tools: [
    {
      call: 'Member[createTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[handler]',
      input: 0,
      options: 'Argument[0]',
    },
  ],
  gates: [
    {
      // A person sends the event.
      call: 'Member[createTool].Argument[0].Member[handler].Parameter[1].Member[step].Member[waitForEvent]',
      level: 'in-handler',
    },
  ],
} as const satisfies Framework;
