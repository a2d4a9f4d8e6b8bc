import type { Framework } from '../framework.js';

/** Providers whose SDKs follow the OpenAI client. */
export const groqSdk = {
  id: 'groq-js',
  title: 'Groq SDK',
  language: 'javascript',
  modules: ['groq-sdk'],
  ai: true,
  checkedAgainst: { 'groq-sdk': ['1'] },
  clients: [
    {
      call: 'Member[default,Groq]',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'GROQ_API_KEY',
      browserOption: 'Argument[0].Member[dangerouslyAllowBrowser]',
    },
  ],
  calls: [
    {
      call: 'Member[default,Groq].Instance.Member[chat].Member[completions].Member[create]',
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [{ kind: 'tokens', at: 'Argument[0].Member[max_completion_tokens]', default: 'unknown' }],
      outputs: ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement.Member[choices]'],
    },
  ],
  toolObjects: [
    {
      is: { property: 'function', values: [] },
      name: 'Member[function].Member[name]',
      description: 'Member[function].Member[description]',
      schema: 'Member[function].Member[parameters]',
    },
  ],
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[default,Groq].Instance.Member[chat].Member[completions].Member[create]',
      at: 'Argument[0].Member[disable_tool_validation]',
      values: [true],
      replacement: 'false',
      severity: 'error',
      subject: 'Groq',
      note: 'The model may call tools and use arguments that were not declared.',
    },
    {
      meaning: 'browser-key',
      call: 'Member[default,Groq]',
      at: 'Argument[0].Member[dangerouslyAllowBrowser]',
      values: [true],
      severity: 'error',
      subject: 'Groq',
    },
  ],
} as const satisfies Framework;

const chatOutputs = ['ReturnValue.Member[message]', 'ReturnValue.ArrayElement.Member[message]'] as const;
const textOutputs = ['ReturnValue.Member[response]', 'ReturnValue.ArrayElement.Member[response]'] as const;

export const ollama = {
  id: 'ollama-js',
  title: 'Ollama',
  language: 'javascript',
  modules: ['ollama', 'ollama/browser'],
  ai: true,
  checkedAgainst: { ollama: ['0'] },
  calls: [
    {
      call: 'Member[default].Member[chat]',
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      outputs: chatOutputs,
    },
    {
      call: 'Member[Ollama].Instance.Member[chat]',
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      outputs: chatOutputs,
    },
    {
      call: 'Member[default].Member[generate]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[system]' },
        { role: 'user', at: 'Argument[0].Member[prompt]' },
      ],
      outputs: textOutputs,
    },
    {
      call: 'Member[Ollama].Instance.Member[generate]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[system]' },
        { role: 'user', at: 'Argument[0].Member[prompt]' },
      ],
      outputs: textOutputs,
    },
  ],
  toolObjects: [
    {
      is: { property: 'function', values: [] },
      name: 'Member[function].Member[name]',
      description: 'Member[function].Member[description]',
      schema: 'Member[function].Member[parameters]',
    },
  ],
} as const satisfies Framework;
