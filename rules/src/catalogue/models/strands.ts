import type { Framework } from '../framework.js';

const vended = '@strands-agents/sdk/vended-tools';
const web = { tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] } as const;
const shell = { tool: 'shell', capabilities: ['exec'] } as const;

export const strands = {
  id: 'strands-ts',
  title: 'Strands Agents',
  language: 'javascript',
  modules: [
    '@strands-agents/sdk',
    `${vended}/bash`,
    `${vended}/shell`,
    `${vended}/http-request`,
    `${vended}/web-fetch`,
    `${vended}/file-editor`,
    `${vended}/handoff-to-user`,
    '@strands-agents/sdk/vended-interventions/hitl',
    '@strands-agents/sdk/*',
  ],
  ai: true,
  checkedAgainst: { '@strands-agents/sdk': ['1'] },
  supplies: [{ call: 'Member[McpClient]', servers: ['Argument[0].Member[transport]'] }],
  agents: [
    {
      call: 'Member[Agent]',
      module: '@strands-agents/sdk',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
      gates: [{ at: 'Argument[0].Member[interventions]', shape: 'value' }],
      runs: [
        {
          call: 'Member[invoke,stream]',
          slots: [{ role: 'messages', at: 'Argument[0]' }],
          limits: [
            {
              kind: 'steps',
              at: 'Argument[1].Member[limits].Member[turns]',
              default: 'unbounded',
              absurdAbove: 200,
              insert: 'turns: 20',
            },
            { kind: 'tokens', at: 'Argument[1].Member[limits].Member[outputTokens]', default: 'unknown' },
            { kind: 'time', at: 'Argument[1].Member[cancelSignal]', default: 'unknown' },
          ],
          outputs: ['ReturnValue.Member[lastMessage,structuredOutput]', 'ReturnValue.ArrayElement'],
        },
      ],
    },
  ],
  calls: [
    {
      call: 'Member[Graph].Instance.Member[invoke,stream]',
      module: '@strands-agents/sdk',
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      agent: 'Receiver.Argument[0].Member[nodes].ArrayElement',
      outputs: ['ReturnValue.Member[content,results]', 'ReturnValue.ArrayElement'],
    },
    {
      call: 'Member[Swarm].Instance.Member[invoke,stream]',
      module: '@strands-agents/sdk',
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      agent: 'Receiver.Argument[0].Member[nodes].ArrayElement',
      outputs: ['ReturnValue.Member[content,results]', 'ReturnValue.ArrayElement'],
    },
  ],
  tools: [
    {
      call: 'Member[tool,FunctionTool]',
      module: '@strands-agents/sdk',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[0].Member[callback]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[Agent].Instance.Member[asTool]',
      module: '@strands-agents/sdk',
      name: 'Argument[0].Member[name]',
      agent: 'Receiver',
    },
  ],
  hosted: [
    { ...shell, call: 'Member[bash]', module: `${vended}/bash`, constant: true },
    { ...shell, call: 'Member[makeShell,makeBash]', module: `${vended}/shell` },
    { ...web, call: 'Member[httpRequest]', module: `${vended}/http-request`, constant: true },
    { ...web, call: 'Member[webFetch]', module: `${vended}/web-fetch`, constant: true },
    { ...web, call: 'Member[makeWebFetch]', module: `${vended}/web-fetch` },
    {
      call: 'Member[makeFileEditor]',
      module: `${vended}/file-editor`,
      tool: 'edit',
      capabilities: ['write', 'private-read'],
    },
    {
      call: 'Member[fileEditor]',
      module: `${vended}/file-editor`,
      constant: true,
      tool: 'edit',
      capabilities: ['write', 'private-read'],
    },
  ],
  gates: [
    { call: 'Member[HumanInTheLoop]', module: '@strands-agents/sdk/vended-interventions/hitl', level: 'middleware' },
  ],
  settings: [
    {
      meaning: 'approval-disabled',
      call: 'Member[HumanInTheLoop]',
      module: '@strands-agents/sdk/vended-interventions/hitl',
      at: 'Argument[0].Member[allowedTools].ArrayElement',
      values: ['*'],
      severity: 'error',
      subject: 'HumanInTheLoop',
      note: 'Every tool is on the list of tools that need no approval.',
    },
  ],
} as const satisfies Framework;
