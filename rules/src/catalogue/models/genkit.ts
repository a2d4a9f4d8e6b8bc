import type { ModelCallRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';

/** What `genkit()` makes, and what is annotated with its type. */
const instances = ['Member[genkit].ReturnValue', 'Member[Genkit].Instance'] as const;
const outputs = ['ReturnValue.Member[text,output,message,messages,toolRequests,reasoning,data]'] as const;
const streamed = [
  'ReturnValue.Member[stream].ArrayElement',
  'ReturnValue.Member[response].Member[text,output,message,toolRequests]',
] as const;

const request = {
  slots: [
    { role: 'system', at: 'Argument[0].Member[system]' },
    { role: 'user', at: 'Argument[0].Member[prompt]' },
    { role: 'messages', at: 'Argument[0].Member[messages]' },
    { role: 'user', at: 'Argument[0].Member[docs]' },
  ],
  tools: 'Argument[0].Member[tools]',
  limits: [
    { kind: 'steps', at: 'Argument[0].Member[maxTurns]', default: 5, absurdAbove: 200, needsTools: true },
    { kind: 'tokens', at: 'Argument[0].Member[config].Member[maxOutputTokens]', default: 'unknown' },
    { kind: 'time', at: 'Argument[0].Member[abortSignal]', default: 'unknown' },
  ],
} as const;

const calls: readonly ModelCallRow[] = instances.flatMap((ai): readonly ModelCallRow[] => [
  { ...request, call: `${ai}.Member[generate]`, outputs },
  { ...request, call: `${ai}.Member[generateStream]`, outputs: streamed },
  {
    call: `${ai}.Member[definePrompt]`,
    slots: [
      { role: 'system', at: 'Argument[0].Member[system]' },
      { role: 'template', at: 'Argument[0].Member[prompt]' },
      { role: 'template', at: 'Argument[1]' },
      { role: 'messages', at: 'Argument[0].Member[messages]' },
    ],
    tools: 'Argument[0].Member[tools]',
    outputs: [],
    prepares: true,
  },
  { call: `${ai}.Member[definePrompt,prompt].ReturnValue`, slots: [], tools: 'Argument[1].Member[tools]', outputs },
  {
    call: `${ai}.Member[definePrompt,prompt].ReturnValue.Member[stream]`,
    slots: [],
    tools: 'Argument[1].Member[tools]',
    outputs: streamed,
  },
]);

export const genkit: Framework = {
  id: 'genkit',
  title: 'Genkit',
  language: 'javascript',
  modules: ['genkit', 'genkit/beta', 'genkit/*'],
  ai: true,
  checkedAgainst: { genkit: ['1'] },
  calls,
  tools: [
    ...instances.map((ai) => ({
      call: `${ai}.Member[defineTool,dynamicTool]`,
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[1]',
      input: 0,
      options: 'Argument[0]',
    })),
    // A tool that never runs: the caller answers.
    {
      call: 'Member[genkit].ReturnValue.Member[defineInterrupt]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      options: 'Argument[0]',
    },
  ],
  gates: instances.map((ai) => ({
    call: `${ai}.Member[defineTool,dynamicTool].Argument[1].Parameter[1].Member[interrupt]`,
    level: 'interrupt',
  })),
  sources: instances.flatMap((ai) => [
    { kind: 'retrieved', path: `${ai}.Member[retrieve].ReturnValue`, label: 'retrieved document' },
    { kind: 'retrieved', path: `${ai}.Member[rerank].ReturnValue`, label: 'retrieved document' },
  ]),
};
