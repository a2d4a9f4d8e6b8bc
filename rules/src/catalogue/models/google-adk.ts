import type { Framework } from '../framework.js';

const ownGate = {
  at: 'Argument[0].Member[requireConfirmation]',
  shape: 'value',
  insert: 'requireConfirmation: true',
} as const;

const confirmation = {
  meaning: 'approval-disabled',
  values: [true],
  replacement: 'false',
  severity: 'warning',
} as const;
const runConfig = 'Argument[0].Member[runConfig]';

export const googleAdk = {
  id: 'google-adk-js',
  title: 'Google ADK',
  language: 'javascript',
  modules: ['@google/adk'],
  ai: true,
  checkedAgainst: { '@google/adk': ['2'] },
  clients: [{ call: 'Member[Gemini]', credential: 'Argument[0].Member[apiKey]', envVariable: 'GEMINI_API_KEY' }],
  calls: [
    {
      call: 'Member[Runner,InMemoryRunner].Instance.Member[runAsync,runEphemeral]',
      slots: [{ role: 'user', at: 'Argument[0].Member[newMessage]' }],
      agent: 'Receiver.Argument[0].Member[agent]',
      limits: [
        {
          kind: 'steps',
          at: `${runConfig}.Member[maxLlmCalls]`,
          default: 500,
          unbounded: [0, -1],
          absurdAbove: 1000,
        },
      ],
      outputs: ['ReturnValue.ArrayElement.Member[content]'],
    },
    {
      call: 'Member[Runner,InMemoryRunner].Instance.Member[runLive]',
      slots: [],
      agent: 'Receiver.Argument[0].Member[agent]',
      outputs: ['ReturnValue.ArrayElement.Member[content]'],
    },
  ],
  supplies: [{ call: 'Member[MCPToolset]', servers: ['Argument[0]'], allow: ['Argument[1]'] }],
  agents: [
    {
      call: 'Member[LlmAgent]',
      name: 'Argument[0].Member[name]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[instruction]' },
        { role: 'system', at: 'Argument[0].Member[globalInstruction]' },
      ],
      tools: 'Argument[0].Member[tools]',
      handoffs: 'Argument[0].Member[subAgents]',
      gates: [{ at: 'Argument[0].Member[beforeToolCallback]', shape: 'value' }],
    },
    {
      call: 'Member[SequentialAgent,ParallelAgent]',
      name: 'Argument[0].Member[name]',
      slots: [],
      handoffs: 'Argument[0].Member[subAgents]',
    },
    {
      call: 'Member[LoopAgent]',
      name: 'Argument[0].Member[name]',
      slots: [],
      handoffs: 'Argument[0].Member[subAgents]',
      // A sub-agent may leave the loop by itself.
      limits: [
        { kind: 'steps', at: 'Argument[0].Member[maxIterations]', default: 'unknown', insert: 'maxIterations: 10' },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[FunctionTool,LongRunningFunctionTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [ownGate],
    },
    {
      call: 'Member[AgentTool]',
      name: 'Argument[0].Member[agent].Member[name]',
      agent: 'Argument[0].Member[agent]',
    },
  ],
  toolClasses: [{ base: 'Member[BaseTool]', name: 'name', description: 'description', handler: 'runAsync', input: 0 }],
  hosted: [
    { call: 'Member[GoogleSearchTool,EnterpriseWebSearchTool]', tool: 'web-search', capabilities: ['untrusted-in'] },
    {
      call: 'Member[GOOGLE_SEARCH,ENTERPRISE_WEB_SEARCH]',
      constant: true,
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
    { call: 'Member[UrlContextTool]', tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] },
    {
      call: 'Member[URL_CONTEXT,LOAD_WEB_PAGE]',
      constant: true,
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    { call: 'Member[VertexAiSearchTool]', tool: 'file-search', capabilities: ['private-read'], options: 'Argument[0]' },
    {
      call: 'Member[VertexRagRetrievalTool]',
      tool: 'retrieval',
      capabilities: ['private-read'],
      options: 'Argument[0]',
    },
  ],
  gates: [
    {
      call: 'Member[FunctionTool,LongRunningFunctionTool].Argument[0].Member[execute].Parameter[1].Member[requestConfirmation]',
      level: 'in-handler',
    },
  ],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[UnsafeLocalCodeExecutor]',
      severity: 'error',
      subject: 'UnsafeLocalCodeExecutor',
      note: 'Generated code runs on the host.',
    },
    ...(['Runner', 'InMemoryRunner'] as const).flatMap(
      (runner) =>
        [
          {
            ...confirmation,
            call: `Member[${runner}].Instance.Member[runAsync,runEphemeral,runLive]`,
            at: `${runConfig}.Member[plainTextToolConfirmation]`,
            subject: 'RunConfig',
            note: 'A plain "yes" in the conversation confirms a tool call.',
          },
          {
            ...confirmation,
            call: `Member[${runner}].Instance.Member[runAsync,runEphemeral,runLive]`,
            at: `${runConfig}.Member[allowRemoteToolConfirmation]`,
            subject: 'RunConfig',
            note: 'A remote agent may confirm tool calls.',
          },
        ] as const,
    ),
  ],
  sources: [{ kind: 'retrieved', path: 'Member[loadWebPage].ReturnValue', label: 'fetched page' }],
} as const satisfies Framework;
