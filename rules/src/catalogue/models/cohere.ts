import type { Framework } from '../framework.js';

const safety = {
  meaning: 'safety-disabled',
  at: 'Argument[0].Member[safetyMode]',
  replacement: "'CONTEXTUAL'",
  severity: 'warning',
  subject: 'chat',
} as const;

const functionTool = {
  name: 'Member[function].Member[name]',
  description: 'Member[function].Member[description]',
  schema: 'Member[function].Member[parameters]',
} as const;

const tokens = { kind: 'tokens', at: 'Argument[0].Member[maxTokens]', default: 'unknown' } as const;
const first = 'Member[CohereClient].Instance';

export const cohere = {
  id: 'cohere-js',
  title: 'Cohere',
  language: 'javascript',
  modules: ['cohere-ai'],
  ai: true,
  checkedAgainst: { 'cohere-ai': ['8'] },
  clients: [
    {
      call: 'Member[CohereClient,CohereClientV2]',
      credential: 'Argument[0].Member[token]',
      envVariable: 'CO_API_KEY',
    },
  ],
  calls: [
    {
      call: 'Member[CohereClientV2].Instance.Member[chat,chatStream]',
      slots: [
        { role: 'messages', at: 'Argument[0].Member[messages]' },
        { role: 'user', at: 'Argument[0].Member[documents]' },
      ],
      tools: 'Argument[0].Member[tools]',
      limits: [tokens],
      outputs: ['ReturnValue.Member[message]', 'ReturnValue.ArrayElement'],
    },
    {
      call: `${first}.Member[v2].Member[chat,chatStream]`,
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [tokens],
      outputs: ['ReturnValue.Member[message]', 'ReturnValue.ArrayElement'],
    },
    {
      call: `${first}.Member[chat,chatStream]`,
      slots: [
        { role: 'system', at: 'Argument[0].Member[preamble]' },
        { role: 'user', at: 'Argument[0].Member[message]' },
        { role: 'messages', at: 'Argument[0].Member[chatHistory]' },
        { role: 'user', at: 'Argument[0].Member[documents]' },
      ],
      tools: 'Argument[0].Member[tools]',
      limits: [tokens],
      outputs: ['ReturnValue.Member[text,toolCalls]', 'ReturnValue.ArrayElement'],
    },
    {
      call: `${first}.Member[generate]`,
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      limits: [tokens],
      outputs: ['ReturnValue.Member[generations]'],
    },
  ],
  toolObjects: [
    { is: { property: 'function', values: [] }, ...functionTool },
    {
      is: { property: 'parameterDefinitions', values: [] },
      name: 'Member[name]',
      description: 'Member[description]',
      schema: 'Member[parameterDefinitions]',
    },
  ],
  settings: [
    { ...safety, call: 'Member[CohereClientV2].Instance.Member[chat,chatStream]', values: ['OFF'] },
    { ...safety, call: `${first}.Member[v2].Member[chat,chatStream]`, values: ['OFF'] },
    { ...safety, call: `${first}.Member[chat,chatStream]`, values: ['NONE'] },
    {
      meaning: 'dangerous-opt-in',
      call: `${first}.Member[chat,chatStream]`,
      at: 'Argument[0].Member[rawPrompting]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'chat',
      note: 'The message goes to the model as it is, special tokens included.',
    },
  ],
} as const satisfies Framework;
