import type { Framework } from '../framework.js';

const maxTurns = { kind: 'steps', default: 10, unbounded: [null], absurdAbove: 200 } as const;
const ownGate = {
  at: 'Argument[0].Member[needsApproval]',
  shape: 'value',
  insert: 'needsApproval: true',
} as const;
const output = 'ReturnValue.Member[finalOutput,newItems,output,history,rawResponses]';

export const openaiAgents = {
  id: 'openai-agents-js',
  title: 'OpenAI Agents SDK',
  language: 'javascript',
  modules: [
    '@openai/agents',
    '@openai/agents/realtime',
    '@openai/agents/sandbox',
    '@openai/agents/sandbox/local',
    '@openai/agents-core',
    '@openai/agents-openai',
    '@openai/agents-realtime',
    '@openai/agents/*',
    '@openai/agents-core/*',
  ],
  ai: true,
  checkedAgainst: { '@openai/agents': ['0.20'] },
  clients: [
    { call: 'Member[setDefaultOpenAIKey]', credential: 'Argument[0]', envVariable: 'OPENAI_API_KEY' },
    { call: 'Member[OpenAIProvider]', credential: 'Argument[0].Member[apiKey]', envVariable: 'OPENAI_API_KEY' },
  ],
  calls: [
    {
      call: 'Member[run]',
      slots: [{ role: 'messages', at: 'Argument[1]' }],
      agent: 'Argument[0]',
      limits: [{ ...maxTurns, at: 'Argument[2].Member[maxTurns]', insert: 'maxTurns: 10' }],
      outputs: [output, 'ReturnValue.ArrayElement'],
    },
    {
      call: 'Member[Runner].Instance.Member[run]',
      slots: [{ role: 'messages', at: 'Argument[1]' }],
      agent: 'Argument[0]',
      limits: [{ ...maxTurns, at: 'Argument[2].Member[maxTurns]', insert: 'maxTurns: 10' }],
      outputs: [output, 'ReturnValue.ArrayElement'],
    },
    {
      call: 'Member[RealtimeSession].Instance.Member[sendMessage]',
      slots: [{ role: 'user', at: 'Argument[0]' }],
      outputs: [],
    },
  ],
  agents: [
    {
      call: 'Member[Agent,RealtimeAgent,SandboxAgent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
    },
    {
      call: 'Member[Agent].Member[create]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [ownGate],
    },
    {
      call: 'Member[Agent].Instance.Member[asTool]',
      name: 'Argument[0].Member[toolName]',
      description: 'Argument[0].Member[toolDescription]',
      options: 'Argument[0]',
      gates: [ownGate],
    },
  ],
  hosted: [
    {
      call: 'Member[webSearchTool]',
      tool: 'web-search',
      capabilities: ['untrusted-in', 'egress'],
      options: 'Argument[0]',
    },
    { call: 'Member[fileSearchTool]', tool: 'file-search', capabilities: ['private-read'], options: 'Argument[1]' },
    { call: 'Member[codeInterpreterTool]', tool: 'code', capabilities: ['exec'], options: 'Argument[0]' },
    { call: 'Member[imageGenerationTool]', tool: 'image', capabilities: [], options: 'Argument[0]' },
    {
      call: 'Member[hostedMcpTool]',
      tool: 'mcp',
      capabilities: ['untrusted-in', 'egress'],
      options: 'Argument[0]',
      gates: [
        {
          at: 'Argument[0].Member[requireApproval]',
          shape: 'value',
          never: ['never'],
          insert: "requireApproval: 'always'",
        },
      ],
    },
    {
      call: 'Member[computerTool]',
      tool: 'computer',
      capabilities: ['untrusted-in', 'egress', 'exec'],
      options: 'Argument[0]',
      gates: [ownGate],
    },
    {
      call: 'Member[shellTool]',
      tool: 'shell',
      capabilities: ['exec'],
      options: 'Argument[0]',
      handler: 'Argument[0].Member[shell].Member[run]',
      input: 0,
      gates: [ownGate],
    },
    {
      call: 'Member[applyPatchTool]',
      tool: 'edit',
      capabilities: ['write'],
      options: 'Argument[0]',
      gates: [ownGate],
    },
  ],
  approvals: [
    {
      name: 'state.approve',
      approves: 'Member[run].ReturnValue.Member[state].Member[approve]',
    },
    {
      name: 'state.approve',
      approves: 'Member[Runner].Instance.Member[run].ReturnValue.Member[state].Member[approve]',
    },
    { name: 'state.approve', approves: 'Member[RunState].Instance.Member[approve]' },
    { name: 'session.approve', approves: 'Member[RealtimeSession].Instance.Member[approve]' },
    {
      name: 'onApproval',
      callback: 'Member[hostedMcpTool,shellTool,applyPatchTool].Argument[0].Member[onApproval]',
      grants: { property: 'approve', values: [true] },
      denial: "{ approve: false, reason: 'A person has to approve this.' }",
    },
  ],
  settings: [
    {
      meaning: 'approval-disabled',
      call: 'Member[hostedMcpTool]',
      at: 'Argument[0].Member[requireApproval]',
      values: ['never'],
      unless: ['Argument[0].Member[allowedTools]'],
      replacement: "'always'",
      severity: 'error',
      subject: 'hostedMcpTool',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[hostedMcpTool]',
      at: 'Argument[0].Member[requireApproval]',
      absent: true,
      unless: ['Argument[0].Member[allowedTools]'],
      replacement: "requireApproval: 'always'",
      severity: 'warning',
      subject: 'hostedMcpTool',
      note: 'Without the option the SDK sends `never` to the API.',
    },
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[UnixLocalSandboxClient]',
      severity: 'warning',
      subject: 'UnixLocalSandboxClient',
      note: 'It runs commands on the host and does not confine them.',
    },
    {
      meaning: 'hosted-unrestricted',
      call: 'Member[webSearchTool]',
      at: 'Argument[0].Member[filters]',
      absent: true,
      replacement: "filters: { allowedDomains: ['example.com'] }",
      severity: 'info',
      subject: 'webSearchTool',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[Runner]',
      at: 'Argument[0].Member[traceIncludeSensitiveData]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'Runner',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[MCPServerStdio,MCPServerStreamableHttp,MCPServerSSE].Instance.Member[callTool].ReturnValue',
      label: 'result of an MCP server',
    },
  ],
} as const satisfies Framework;
