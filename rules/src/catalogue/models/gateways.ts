import type { Framework } from '../framework.js';

const base = { language: 'javascript', ai: true } as const;
const chat = 'Argument[0].Member[chatRequest]';

const functionTool = {
  is: { property: 'function', values: [] },
  name: 'Member[function].Member[name]',
  description: 'Member[function].Member[description]',
  schema: 'Member[function].Member[parameters]',
} as const;

export const openRouter = {
  ...base,
  id: 'openrouter-js',
  title: 'OpenRouter',
  modules: ['@openrouter/sdk'],
  checkedAgainst: { '@openrouter/sdk': ['1'] },
  clients: [
    { call: 'Member[OpenRouter]', credential: 'Argument[0].Member[apiKey]', envVariable: 'OPENROUTER_API_KEY' },
  ],
  calls: [
    {
      call: 'Member[OpenRouter].Instance.Member[chat].Member[send]',
      slots: [{ role: 'messages', at: `${chat}.Member[messages]` }],
      tools: `${chat}.Member[tools]`,
      limits: [{ kind: 'tokens', at: `${chat}.Member[maxTokens]`, default: 'unknown' }],
      outputs: ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement'],
    },
    {
      call: 'Member[OpenRouter].Instance.Member[callModel]',
      slots: [
        { role: 'messages', at: 'Argument[0].Member[input]' },
        { role: 'system', at: 'Argument[0].Member[instructions]' },
      ],
      tools: 'Argument[0].Member[tools]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[0].Member[stopWhen]',
          default: 5,
          absurdAbove: 200,
          needsTools: true,
        },
      ],
      outputs: [
        'ReturnValue.Member[getText,getResponse].ReturnValue',
        'ReturnValue.Member[getTextStream].ReturnValue.ArrayElement',
      ],
    },
  ],
  toolObjects: [functionTool],
} as const satisfies Framework;

/** Follows the OpenAI client. */
export const portkey = {
  ...base,
  id: 'portkey-js',
  title: 'Portkey',
  modules: ['portkey-ai'],
  checkedAgainst: { 'portkey-ai': ['3'] },
  clients: [
    {
      call: 'Member[default,Portkey]',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'PORTKEY_API_KEY',
      browserOption: 'Argument[0].Member[dangerouslyAllowBrowser]',
    },
  ],
  calls: [
    {
      call: 'Member[default,Portkey].Instance.Member[chat].Member[completions].Member[create]',
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [{ kind: 'tokens', at: 'Argument[0].Member[max_tokens]', default: 'unknown' }],
      outputs: ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement.Member[choices]'],
    },
    {
      call: 'Member[default,Portkey].Instance.Member[completions].Member[create]',
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      outputs: ['ReturnValue.Member[choices]'],
    },
  ],
  toolObjects: [functionTool],
  settings: [
    {
      meaning: 'browser-key',
      call: 'Member[default,Portkey]',
      at: 'Argument[0].Member[dangerouslyAllowBrowser]',
      values: [true],
      severity: 'error',
      subject: 'Portkey',
    },
  ],
} as const satisfies Framework;
