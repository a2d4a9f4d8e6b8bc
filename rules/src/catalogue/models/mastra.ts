import type { ModelCallRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';

const options = 'Argument[1]';
const text = 'text,object,toolCalls,toolResults,steps,reasoningText,files';

const run = {
  slots: [
    { role: 'messages', at: 'Argument[0]' },
    { role: 'system', at: `${options}.Member[instructions]` },
    { role: 'messages', at: `${options}.Member[context]` },
  ],
  limits: [
    { kind: 'steps', at: `${options}.Member[maxSteps]`, default: 5, absurdAbove: 200, insert: 'maxSteps: 10' },
    { kind: 'time', at: `${options}.Member[abortSignal]`, default: 'unknown' },
  ],
  gates: [{ at: `${options}.Member[requireToolApproval]`, shape: 'value' }],
} as const;

const tool = {
  call: 'Member[createTool]',
  module: '@mastra/core/tools',
  name: 'Argument[0].Member[id]',
  description: 'Argument[0].Member[description]',
  schema: 'Argument[0].Member[inputSchema]',
  handler: 'Argument[0].Member[execute]',
  input: 0,
  options: 'Argument[0]',
} as const;

const outputs = [`ReturnValue.Member[${text}]`, 'ReturnValue.Member[textStream,fullStream,objectStream]'] as const;
const agentOf = 'Member[getAgent,getAgentById].ReturnValue';

/** Agents that code gets by name, from the registry or from what a step or tool is handed. Which one is not known. */
const registered: readonly ModelCallRow[] = [
  ['@mastra/core', 'Member[Mastra].Instance'],
  ['@mastra/core/mastra', 'Member[Mastra].Instance'],
  ['@mastra/core/workflows', 'Member[createStep].Argument[0].Member[execute].Parameter[0].Member[mastra]'],
  ['@mastra/core/tools', 'Member[createTool].Argument[0].Member[execute].Parameter[1].Member[mastra]'],
].flatMap(([module = '', registry = '']) => [
  {
    ...run,
    module,
    call: `${registry}.${agentOf}.Member[generate]`,
    agent: 'Receiver',
    outputs: outputs.slice(0, 1),
  },
  { ...run, module, call: `${registry}.${agentOf}.Member[stream]`, agent: 'Receiver', outputs },
]);

export const mastra = {
  id: 'mastra',
  title: 'Mastra',
  language: 'javascript',
  modules: [
    '@mastra/core',
    '@mastra/core/agent',
    '@mastra/core/tools',
    '@mastra/core/mastra',
    '@mastra/core/workflows',
    '@mastra/core/workspace',
    '@mastra/core/*',
    '@mastra/mcp',
  ],
  ai: true,
  checkedAgainst: { '@mastra/core': ['1'], '@mastra/mcp': ['2'] },
  calls: registered,
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
      handoffs: 'Argument[0].Member[agents]',
      gates: [{ at: 'Argument[0].Member[defaultOptions].Member[requireToolApproval]', shape: 'value' }],
      runs: [
        { ...run, call: 'Member[generate]', outputs: [`ReturnValue.Member[${text}]`] },
        {
          ...run,
          call: 'Member[stream]',
          outputs,
        },
        {
          ...run,
          call: 'Member[generateLegacy,streamLegacy]',
          limits: run.limits.slice(0, 1),
          outputs: ['ReturnValue.Member[text,object,toolCalls,steps,textStream,fullStream]'],
        },
        { call: 'Member[network]', slots: run.slots.slice(0, 1), outputs: ['ReturnValue.ArrayElement'] },
      ],
    },
  ],
  tools: [
    {
      ...tool,
      versions: '>=1',
      gates: [{ at: 'Argument[0].Member[requireApproval]', shape: 'value', insert: 'requireApproval: true' }],
    },
  ],
  servers: [{ call: 'Member[MCPServer]', module: '@mastra/mcp', name: 'Argument[0].Member[name]' }],
  gates: [
    {
      call: 'Member[createTool].Argument[0].Member[execute].Parameter[1].Member[agent].Member[suspend]',
      module: '@mastra/core/tools',
      level: 'interrupt',
      versions: '>=1',
    },
  ],
  approvals: [
    { name: 'approveToolCall', approves: 'Member[Agent].Instance.Member[approveToolCall,approveToolCallGenerate]' },
  ],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[LocalSandbox]',
      module: '@mastra/core/workspace',
      at: 'Argument[0].Member[isolation]',
      values: ['none'],
      absent: true,
      replacement: "'bwrap'",
      severity: 'error',
      subject: 'LocalSandbox',
      note: 'Commands run on the host.',
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[LocalFilesystem]',
      module: '@mastra/core/workspace',
      at: 'Argument[0].Member[contained]',
      values: [false],
      replacement: 'true',
      severity: 'error',
      subject: 'LocalFilesystem',
      note: 'The agent reaches every file of the host.',
    },
  ],
} as const satisfies Framework;

/** Before version 1 a tool got its input as `context` of one object. */
export const mastraBeforeOne = {
  id: 'mastra-0',
  title: 'Mastra',
  language: 'javascript',
  modules: ['@mastra/core', '@mastra/core/*'],
  ai: true,
  checkedAgainst: {},
  tools: [
    { ...tool, module: '@mastra/core', versions: '<1', inputPath: 'Member[context]' },
    { ...tool, versions: '<1', inputPath: 'Member[context]' },
  ],
} as const satisfies Framework;

/** The client of a Mastra server; its tools run in the browser. */
export const mastraClient = {
  id: 'mastra-client',
  title: 'Mastra',
  language: 'javascript',
  modules: ['@mastra/client-js'],
  ai: true,
  checkedAgainst: {},
  calls: [
    {
      call: 'Member[MastraClient].Instance.Member[getAgent].ReturnValue.Member[generate,stream]',
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      agent: 'Receiver',
      outputs: ['ReturnValue.Member[text,object]'],
    },
  ],
  tools: [
    {
      call: 'Member[createTool]',
      name: 'Argument[0].Member[id]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
    },
  ],
} as const satisfies Framework;
