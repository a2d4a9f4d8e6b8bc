import type { Framework } from '../framework.js';

const text = ['ReturnValue.Member[text,toolCalls,toolResults,reasoningText,steps,output]'] as const;
const stream = ['ReturnValue.Member[text,steps]', 'ReturnValue.Member[textStream,fullStream].ArrayElement'] as const;
const object = ['ReturnValue.Member[object]'] as const;
const stepOption = { kind: 'steps', default: 5, absurdAbove: 200, insert: 'maxSteps: 10' } as const;

const run = {
  slots: [{ role: 'messages', at: 'Argument[0]' }],
  limits: [
    { kind: 'tokens', at: 'Argument[1].Member[maxOutputTokens]', default: 'unknown' },
    { kind: 'time', at: 'Argument[1].Member[abortSignal]', default: 'unknown' },
  ],
} as const;

const ownGate = { at: 'Argument[0].Member[needsApproval]', shape: 'value', insert: 'needsApproval: true' } as const;

export const voltAgent = {
  id: 'voltagent',
  title: 'VoltAgent',
  language: 'javascript',
  modules: ['@voltagent/core'],
  ai: true,
  checkedAgainst: { '@voltagent/core': ['2'] },
  supplies: [
    {
      call: 'Member[MCPConfiguration].Instance.Member[getTools,getToolsets]',
      of: 'receiver',
      servers: ['Argument[0].Member[servers].Member[*]'],
    },
  ],
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
      handoffs: 'Argument[0].Member[subAgents]',
      limits: [
        { ...stepOption, at: 'Argument[0].Member[maxSteps]' },
        { kind: 'tokens', at: 'Argument[0].Member[maxOutputTokens]', default: 'unknown' },
      ],
      runs: [
        { ...run, call: 'Member[generateText]', outputs: text },
        {
          ...run,
          call: 'Member[streamText]',
          outputs: stream,
        },
        { slots: run.slots, call: 'Member[generateObject]', outputs: object },
        {
          slots: run.slots,
          call: 'Member[streamObject]',
          outputs: [...object, 'ReturnValue.Member[partialObjectStream,textStream].ArrayElement'],
        },
      ],
    },
    {
      call: 'Member[PlanAgent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
      runs: [
        { ...run, call: 'Member[generateText]', outputs: text },
        {
          ...run,
          call: 'Member[streamText]',
          outputs: stream,
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[createTool,tool,Tool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [ownGate],
    },
    { call: 'Member[Agent].Instance.Member[toTool]', name: 'Argument[0].Member[name]', agent: 'Receiver' },
  ],
  toolSets: [{ call: 'Member[createToolkit]', tools: 'Argument[0].Member[tools]' }],
  hosted: [{ call: 'Member[createRetrieverTool]', tool: 'retrieval', capabilities: ['private-read'] }],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[LocalSandbox]',
      at: 'Argument[0].Member[isolation]',
      absent: true,
      replacement: "isolation: { provider: 'bwrap' }",
      severity: 'error',
      subject: 'LocalSandbox',
      note: 'Commands run on the host.',
    },
    {
      meaning: 'env-passthrough',
      call: 'Member[LocalSandbox]',
      at: 'Argument[0].Member[inheritProcessEnv]',
      values: [true],
      removable: true,
      severity: 'warning',
      subject: 'LocalSandbox',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[BaseRetriever].Instance.Member[retrieve].ReturnValue',
      label: 'retrieved document',
    },
    {
      kind: 'retrieved',
      path: 'Member[VoltAgentRagRetriever].Instance.Member[retrieve].ReturnValue',
      label: 'retrieved document',
    },
  ],
} as const satisfies Framework;
