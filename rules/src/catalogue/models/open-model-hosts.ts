import type { Framework } from '../framework.js';

const base = { language: 'javascript', ai: true } as const;
const messages = { role: 'messages', at: 'Argument[0].Member[messages]' } as const;
const choices = ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement.Member[choices]'] as const;

const functionTool = {
  is: { property: 'function', values: [] },
  name: 'Member[function].Member[name]',
  description: 'Member[function].Member[description]',
  schema: 'Member[function].Member[parameters]',
} as const;

export const together = {
  ...base,
  id: 'together-js',
  title: 'Together',
  modules: ['together-ai'],
  checkedAgainst: { 'together-ai': ['0'] },
  clients: [
    { call: 'Member[default,Together]', credential: 'Argument[0].Member[apiKey]', envVariable: 'TOGETHER_API_KEY' },
  ],
  calls: [
    {
      call: 'Member[default,Together].Instance.Member[chat].Member[completions].Member[create]',
      slots: [messages],
      tools: 'Argument[0].Member[tools]',
      limits: [{ kind: 'tokens', at: 'Argument[0].Member[max_tokens]', default: 'unknown' }],
      outputs: choices,
    },
    {
      call: 'Member[default,Together].Instance.Member[completions].Member[create]',
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      limits: [{ kind: 'tokens', at: 'Argument[0].Member[max_tokens]', default: 'unknown' }],
      outputs: choices,
    },
  ],
  toolObjects: [functionTool],
} as const satisfies Framework;

const hub = 'Member[InferenceClient,HfInference].Instance';
const tokens = { kind: 'tokens', at: 'Argument[0].Member[max_tokens]', default: 'unknown' } as const;

export const huggingFace = {
  ...base,
  id: 'hf-inference-js',
  title: 'Hugging Face',
  modules: ['@huggingface/inference'],
  checkedAgainst: { '@huggingface/inference': ['4'] },
  clients: [{ call: 'Member[InferenceClient,HfInference]', credential: 'Argument[0]', envVariable: 'HF_TOKEN' }],
  calls: [
    ...([hub + '.', ''] as const).flatMap(
      (of) =>
        [
          {
            call: `${of}Member[chatCompletion]`,
            slots: [messages],
            tools: 'Argument[0].Member[tools]',
            limits: [tokens],
            outputs: ['ReturnValue.Member[choices]'],
          },
          {
            call: `${of}Member[chatCompletionStream]`,
            slots: [messages],
            tools: 'Argument[0].Member[tools]',
            limits: [tokens],
            outputs: ['ReturnValue.ArrayElement.Member[choices]'],
          },
          {
            call: `${of}Member[textGeneration]`,
            slots: [{ role: 'user', at: 'Argument[0].Member[inputs]' }],
            outputs: ['ReturnValue.Member[generated_text]'],
          },
          {
            call: `${of}Member[textGenerationStream]`,
            slots: [{ role: 'user', at: 'Argument[0].Member[inputs]' }],
            outputs: ['ReturnValue.ArrayElement.Member[token,generated_text]'],
          },
        ] as const,
    ),
  ],
  toolObjects: [functionTool],
} as const satisfies Framework;

const replicateSlots = [
  { role: 'user', at: 'Argument[1].Member[input].Member[prompt]' },
  { role: 'system', at: 'Argument[1].Member[input].Member[system_prompt]' },
] as const;

export const replicate = {
  ...base,
  id: 'replicate',
  title: 'Replicate',
  modules: ['replicate'],
  checkedAgainst: { replicate: ['1'] },
  clients: [{ call: 'Member[default]', credential: 'Argument[0].Member[auth]', envVariable: 'REPLICATE_API_TOKEN' }],
  calls: [
    { call: 'Member[default].Instance.Member[run]', slots: replicateSlots, outputs: ['ReturnValue'] },
    { call: 'Member[default].Instance.Member[stream]', slots: replicateSlots, outputs: ['ReturnValue.ArrayElement'] },
  ],
} as const satisfies Framework;

/** Models that run in this process; read from the documentation. */
export const transformersJs = {
  ...base,
  id: 'transformers-js',
  title: 'Transformers.js',
  modules: ['@huggingface/transformers', '@xenova/transformers'],
  checkedAgainst: {},
  calls: [
    {
      call: 'Member[pipeline].ReturnValue',
      slots: [{ role: 'user', at: 'Argument[0]' }],
      limits: [{ kind: 'tokens', at: 'Argument[1].Member[max_new_tokens]', default: 'unknown' }],
      outputs: [
        'ReturnValue.ArrayElement.Member[generated_text,summary_text,translation_text]',
        'ReturnValue.Member[answer,text]',
      ],
    },
  ],
} as const satisfies Framework;
