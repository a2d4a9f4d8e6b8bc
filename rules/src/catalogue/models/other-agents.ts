import type { Framework } from '../framework.js';
import { wholeEnvironment } from './environments.js';

const js = { language: 'javascript', ai: true, checkedAgainst: {} } as const;

export const googleAdk = {
  ...js,
  id: 'google-adk-js',
  title: 'Google ADK',
  modules: ['@google/adk'],
  agents: [
    {
      call: 'Member[LlmAgent]',
      name: 'Argument[0].Member[name]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[instruction]' },
        { role: 'system', at: 'Argument[0].Member[globalInstruction]' },
      ],
      tools: 'Argument[0].Member[tools]',
    },
  ],
  tools: [
    {
      call: 'Member[FunctionTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [{ at: 'Argument[0].Member[requireConfirmation]', shape: 'value', insert: 'requireConfirmation: true' }],
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
  ],
} as const satisfies Framework;

export const genkit = {
  ...js,
  id: 'genkit',
  title: 'Genkit',
  modules: ['genkit', 'genkit/*'],
  calls: [
    {
      call: 'Member[genkit].ReturnValue.Member[generate,generateStream]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[system]' },
        { role: 'user', at: 'Argument[0].Member[prompt]' },
        { role: 'messages', at: 'Argument[0].Member[messages]' },
      ],
      tools: 'Argument[0].Member[tools]',
      limits: [{ kind: 'steps', at: 'Argument[0].Member[maxTurns]', default: 5, absurdAbove: 200, needsTools: true }],
      outputs: ['ReturnValue.Member[text,output,message,toolRequests,stream]'],
    },
  ],
  tools: [
    {
      call: 'Member[genkit].ReturnValue.Member[defineTool,dynamicTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[1]',
      input: 0,
      options: 'Argument[0]',
    },
  ],
  gates: [
    {
      call: 'Member[genkit].ReturnValue.Member[defineTool].Argument[1].Parameter[1].Member[interrupt]',
      level: 'interrupt',
    },
  ],
} as const satisfies Framework;

export const deepAgents = {
  ...js,
  id: 'deepagents-js',
  title: 'Deep Agents',
  modules: ['deepagents'],
  agents: [
    {
      call: 'Member[createDeepAgent]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
      gates: [{ at: 'Argument[0].Member[interruptOn]', shape: 'map', insert: 'interruptOn: { $name: true }' }],
    },
  ],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[LocalShellBackend]',
      severity: 'error',
      subject: 'LocalShellBackend',
      note: 'Commands run on the host.',
    },
    {
      meaning: 'env-passthrough',
      call: 'Member[LocalShellBackend]',
      at: 'Argument[0].Member[inheritEnv]',
      values: [true],
      removable: true,
      severity: 'warning',
      subject: 'LocalShellBackend',
    },
    {
      ...wholeEnvironment,
      call: 'Member[LocalShellBackend]',
      at: 'Argument[0].Member[env]',
      subject: 'LocalShellBackend',
    },
  ],
} as const satisfies Framework;

export const codexSdk = {
  ...js,
  id: 'codex-sdk',
  title: 'Codex SDK',
  modules: ['@openai/codex-sdk'],
  calls: [
    {
      call: 'Member[Codex].Instance.Member[startThread,resumeThread].ReturnValue.Member[run,runStreamed]',
      slots: [{ role: 'user', at: 'Argument[0]' }],
      outputs: ['ReturnValue.Member[finalResponse,items]'],
    },
  ],
  settings: [
    {
      meaning: 'approval-disabled',
      call: 'Member[Codex].Instance.Member[startThread]',
      at: 'Argument[0].Member[sandboxMode]',
      values: ['danger-full-access'],
      replacement: "'workspace-write'",
      severity: 'error',
      subject: 'startThread',
    },
    {
      meaning: 'env-passthrough',
      call: 'Member[Codex]',
      at: 'Argument[0].Member[env]',
      holds: 'environment',
      severity: 'warning',
      subject: 'Codex',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[Codex].Instance.Member[startThread]',
      at: 'Argument[0].Member[approvalPolicy]',
      values: ['never'],
      unless: ['Argument[0].Member[sandboxMode]'],
      replacement: "'on-request'",
      severity: 'warning',
      subject: 'startThread',
    },
  ],
} as const satisfies Framework;

export const voltAgent = {
  ...js,
  id: 'voltagent',
  title: 'VoltAgent',
  modules: ['@voltagent/core'],
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [{ kind: 'steps', at: 'Argument[0].Member[maxSteps]', default: 5, absurdAbove: 200 }],
      runs: [
        {
          call: 'Member[generateText,streamText,generateObject]',
          slots: [{ role: 'messages', at: 'Argument[0]' }],
          outputs: ['ReturnValue.Member[text,object,textStream]'],
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[createTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [{ at: 'Argument[0].Member[needsApproval]', shape: 'value', insert: 'needsApproval: true' }],
    },
  ],
} as const satisfies Framework;

export const strands = {
  ...js,
  id: 'strands-ts',
  title: 'Strands Agents',
  modules: ['@strands-agents/sdk', '@strands-agents/sdk/*'],
  agents: [
    {
      call: 'Member[Agent]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
      runs: [
        {
          call: 'Member[invoke,stream]',
          slots: [{ role: 'messages', at: 'Argument[0]' }],
          outputs: ['ReturnValue', 'ReturnValue.ArrayElement'],
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[0].Member[callback]',
      input: 0,
      options: 'Argument[0]',
    },
  ],
} as const satisfies Framework;

export const agentKit = {
  ...js,
  id: 'inngest-agent-kit',
  title: 'Inngest AgentKit',
  modules: ['@inngest/agent-kit'],
  agents: [
    {
      call: 'Member[createAgent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[system]' }],
      tools: 'Argument[0].Member[tools]',
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
} as const satisfies Framework;

export const copilotKit = {
  ...js,
  id: 'copilotkit',
  title: 'CopilotKit',
  modules: ['@copilotkit/react-core', '@copilotkit/runtime', '@copilotkit/*'],
  tools: [
    {
      call: 'Member[useCopilotAction,useFrontendTool]',
      module: '@copilotkit/react-core',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[handler]',
      input: 0,
      options: 'Argument[0]',
      gates: [{ at: 'Argument[0].Member[renderAndWaitForResponse]', shape: 'value' }],
    },
  ],
} as const satisfies Framework;
