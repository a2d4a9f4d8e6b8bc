import type { LimitRow, SlotRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';
import { noBlocking } from './safety-filters.js';

const prompts = [
  { role: 'system', at: 'Argument[0].Member[system]' },
  { role: 'system', at: 'Argument[0].Member[instructions]', versions: '>=7' },
  { role: 'user', at: 'Argument[0].Member[prompt]' },
  { role: 'messages', at: 'Argument[0].Member[messages]' },
] as const satisfies readonly SlotRow[];

const tokens = [
  { kind: 'tokens', at: 'Argument[0].Member[maxTokens]', default: 'unknown', versions: '<5' },
  { kind: 'tokens', at: 'Argument[0].Member[maxOutputTokens]', default: 'unknown', versions: '>=5' },
  { kind: 'time', at: 'Argument[0].Member[abortSignal]', default: 'unbounded' },
] as const satisfies readonly LimitRow[];

const timeout = { kind: 'time', at: 'Argument[0].Member[timeout]', default: 'unbounded', versions: '>=6' } as const;

const stepOption = { kind: 'steps', at: 'Argument[0].Member[stopWhen]', absurdAbove: 200, needsTools: true } as const;

const fiveSteps = { ...stepOption, insert: 'stopWhen: stepCountIs(20)', insertImport: 'stepCountIs' } as const;
const sixSteps = { ...fiveSteps, unbounded: ['Member[isLoopFinished]'] } as const;
const sevenSteps = { ...sixSteps, insert: 'stopWhen: isStepCount(20)', insertImport: 'isStepCount' } as const;

/** The default is a single step, so that a missing option is a bound. */
const callSteps = [
  { kind: 'steps', at: 'Argument[0].Member[maxSteps]', default: 1, absurdAbove: 200, needsTools: true, versions: '<5' },
  { ...fiveSteps, default: 1, versions: '>=5 <6' },
  { ...sixSteps, default: 1, versions: '>=6 <7' },
  { ...sevenSteps, default: 1, versions: '>=7' },
] as const satisfies readonly LimitRow[];

const agentSteps = [
  { ...sixSteps, default: 20, versions: '<7' },
  { ...sevenSteps, default: 20, versions: '>=7' },
] as const satisfies readonly LimitRow[];

const callGates = [
  {
    at: 'Argument[0].Member[toolApproval]',
    shape: 'map',
    never: ['approved', 'not-applicable'],
    insert: "toolApproval: { $name: 'user-approval' }",
    versions: '>=7',
  },
] as const;

const toolGates = [
  {
    at: 'Argument[0].Member[needsApproval]',
    shape: 'value',
    input: 0,
    insert: 'needsApproval: true',
    deprecated: '>=7',
    versions: '>=6',
  },
] as const;

const textOutputs = ['ReturnValue.Member[text,reasoning,toolCalls,steps,response,sources]'] as const;

export const vercelAi = {
  id: 'vercel-ai',
  title: 'Vercel AI SDK',
  language: 'javascript',
  modules: ['ai', 'ai/*'],
  ai: true,
  checkedAgainst: { ai: ['4', '5', '6', '7'] },
  sources: [
    {
      kind: 'secret',
      path: 'Member[tool].Argument[0].Member[execute].Parameter[1].Member[context].Member[*]',
      named: 'secret',
      label: "secret of the tool's context",
      versions: '>=7',
    },
  ],
  calls: [
    {
      call: 'Member[generateText]',
      slots: prompts,
      tools: 'Argument[0].Member[tools]',
      active: 'Argument[0].Member[activeTools,experimental_activeTools]',
      gates: callGates,
      limits: [...callSteps, ...tokens, timeout],
      outputs: [...textOutputs, 'ReturnValue.Member[content,reasoningText,output,experimental_output]'],
    },
    {
      call: 'Member[streamText]',
      slots: prompts,
      tools: 'Argument[0].Member[tools]',
      active: 'Argument[0].Member[activeTools,experimental_activeTools]',
      gates: callGates,
      limits: [...callSteps, ...tokens, timeout],
      outputs: [
        ...textOutputs,
        'ReturnValue.Member[content,reasoningText,output]',
        'ReturnValue.Member[textStream,fullStream,stream,partialOutputStream,experimental_partialOutputStream]',
        // What callbacks of the call get.
        'Argument[0].Member[onFinish,onStepFinish,onChunk].Parameter[0]',
      ],
    },
    {
      call: 'Member[generateObject]',
      slots: prompts,
      limits: tokens,
      outputs: ['ReturnValue.Member[object]'],
    },
    {
      call: 'Member[streamObject]',
      slots: prompts,
      limits: tokens,
      outputs: [
        'ReturnValue.Member[object,partialObjectStream,elementStream,textStream,fullStream]',
        'Argument[0].Member[onFinish].Parameter[0]',
      ],
    },
    {
      call: 'Member[createAgentUIStreamResponse,createAgentUIStream,pipeAgentUIStreamToResponse]',
      versions: '>=6',
      slots: [{ role: 'messages', at: 'Argument[0].Member[uiMessages]' }],
      agent: 'Argument[0].Member[agent]',
      outputs: [],
    },
    {
      call: 'Member[generateImage,experimental_generateImage]',
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      outputs: [],
    },
    {
      call: 'Member[experimental_transcribe,transcribe]',
      slots: [],
      outputs: ['ReturnValue.Member[text]'],
    },
  ],
  agents: [
    {
      call: 'Member[Experimental_Agent]',
      versions: '>=5 <6',
      slots: [{ role: 'system', at: 'Argument[0].Member[system]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [
        { ...fiveSteps, default: 1 },
        { kind: 'tokens', at: 'Argument[0].Member[maxOutputTokens]', default: 'unknown' },
      ],
      runs: [
        {
          call: 'Member[generate,stream]',
          slots: prompts.slice(2),
          outputs: ['ReturnValue.Member[text,content,toolCalls,steps]'],
        },
      ],
    },
    {
      call: 'Member[ToolLoopAgent,Experimental_Agent]',
      versions: '>=6',
      name: 'Argument[0].Member[id]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
      gates: callGates,
      limits: [...agentSteps, { kind: 'tokens', at: 'Argument[0].Member[maxOutputTokens]', default: 'unknown' }],
      runs: [
        {
          call: 'Member[generate,stream]',
          slots: [
            { role: 'user', at: 'Argument[0].Member[prompt]' },
            { role: 'messages', at: 'Argument[0].Member[messages]' },
          ],
          outputs: ['ReturnValue.Member[text,content,toolCalls,steps,output,textStream,fullStream]'],
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      versions: '<5',
      name: 'key',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[tool,dynamicTool]',
      versions: '>=5',
      name: 'key',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: toolGates,
    },
  ],
  supplies: [
    {
      call: 'Member[experimental_createMCPClient].ReturnValue.Member[tools]',
      versions: '<6',
      of: 'receiver',
      servers: ['Argument[0].Member[transport]'],
      allow: ['Argument[0].Member[schemas]'],
    },
  ],
  settings: [
    {
      ...noBlocking,
      call: 'Member[generateText,streamText,generateObject,streamObject]',
      at: 'Argument[0].Member[providerOptions].Member[google,vertex].Member[safetySettings].ArrayElement.Member[threshold]',
      subject: 'providerOptions.google',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[generateText,streamText,generateObject,streamObject]',
      at: 'Argument[0].Member[experimental_telemetry].Member[isEnabled]',
      values: [true],
      unless: [
        'Argument[0].Member[experimental_telemetry].Member[recordInputs]',
        'Argument[0].Member[experimental_telemetry].Member[recordOutputs]',
      ],
      replacement: 'true, recordInputs: false, recordOutputs: false',
      severity: 'warning',
      subject: 'experimental_telemetry',
      note: 'Inputs and outputs are recorded unless recordInputs and recordOutputs are false.',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[generateText,streamText,generateObject,streamObject]',
      at: 'Argument[0].Member[experimental_telemetry].Member[recordInputs]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'experimental_telemetry',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[generateText,streamText,generateObject,streamObject]',
      at: 'Argument[0].Member[experimental_telemetry].Member[recordOutputs]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'experimental_telemetry',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[generateText,streamText]',
      versions: '>=7',
      at: 'Argument[0].Member[telemetry].Member[recordInputs]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'telemetry',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[generateText,streamText]',
      versions: '>=7',
      at: 'Argument[0].Member[telemetry].Member[recordOutputs]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'telemetry',
    },
    {
      meaning: 'system-messages-allowed',
      call: 'Member[generateText,streamText]',
      versions: '>=7',
      at: 'Argument[0].Member[allowSystemInMessages]',
      values: [true],
      replacement: 'false',
      severity: 'error',
      subject: 'allowSystemInMessages',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[generateText,streamText]',
      versions: '>=7',
      at: 'Argument[0].Member[toolApproval].Member[*]',
      values: ['approved'],
      replacement: "'user-approval'",
      severity: 'error',
      subject: 'toolApproval',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[ToolLoopAgent,Experimental_Agent]',
      versions: '>=7',
      at: 'Argument[0].Member[toolApproval].Member[*]',
      values: ['approved'],
      replacement: "'user-approval'",
      severity: 'error',
      subject: 'toolApproval',
    },
  ],
  passThroughs: [
    { call: 'Member[convertToCoreMessages]', versions: '<6', from: ['Argument[0]'] },
    { call: 'Member[convertToModelMessages]', versions: '>=5', from: ['Argument[0]'] },
    { call: 'Member[pruneMessages]', versions: '>=5', from: ['Argument[0].Member[messages]'] },
    { call: 'Member[parsePartialJson]', versions: '>=5', from: ['Argument[0]'] },
  ],
  sanitizers: [
    {
      call: 'Member[validateUIMessages,safeValidateUIMessages]',
      versions: '>=5',
      cleans: ['prompt-messages', 'prompt-role'],
    },
  ],
} as const satisfies Framework;
