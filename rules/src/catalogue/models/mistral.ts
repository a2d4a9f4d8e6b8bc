import type { Framework } from '../framework.js';

const client = 'Member[Mistral].Instance';
const tokens = { kind: 'tokens', at: 'Argument[0].Member[maxTokens]', default: 'unknown' } as const;
const choices = ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement.Member[data].Member[choices]'] as const;

const chat = {
  slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
  tools: 'Argument[0].Member[tools]',
  limits: [tokens],
} as const;

const conversation = {
  slots: [
    { role: 'messages', at: 'Argument[0].Member[inputs]' },
    { role: 'system', at: 'Argument[0].Member[instructions]' },
  ],
  tools: 'Argument[0].Member[tools]',
} as const;

const unread = { property: 'type' } as const;

export const mistral = {
  id: 'mistral-js',
  title: 'Mistral',
  language: 'javascript',
  modules: ['@mistralai/mistralai'],
  ai: true,
  checkedAgainst: { '@mistralai/mistralai': ['2'] },
  clients: [{ call: 'Member[Mistral]', credential: 'Argument[0].Member[apiKey]', envVariable: 'MISTRAL_API_KEY' }],
  calls: [
    { ...chat, call: `${client}.Member[chat,agents].Member[complete]`, outputs: choices.slice(0, 1) },
    { ...chat, call: `${client}.Member[chat,agents].Member[stream]`, outputs: choices.slice(1) },
    {
      call: `${client}.Member[chat].Member[parse]`,
      slots: chat.slots,
      tools: chat.tools,
      limits: chat.limits,
      outputs: choices.slice(0, 1),
    },
    {
      call: `${client}.Member[fim].Member[complete]`,
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      outputs: choices.slice(0, 1),
    },
    {
      ...conversation,
      call: `${client}.Member[beta].Member[conversations].Member[start]`,
      outputs: ['ReturnValue.Member[outputs]'],
    },
    {
      ...conversation,
      call: `${client}.Member[beta].Member[conversations].Member[startStream]`,
      outputs: ['ReturnValue.ArrayElement.Member[data]'],
    },
    {
      call: `${client}.Member[beta].Member[conversations].Member[append]`,
      slots: [{ role: 'messages', at: 'Argument[0].Member[conversationAppendRequest].Member[inputs]' }],
      outputs: ['ReturnValue.Member[outputs]'],
    },
  ],
  agents: [
    {
      call: `${client}.Member[beta].Member[agents].Member[create]`,
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
    },
  ],
  toolObjects: [
    {
      is: { property: 'function', values: [] },
      name: 'Member[function].Member[name]',
      description: 'Member[function].Member[description]',
      schema: 'Member[function].Member[parameters]',
    },
    {
      is: { ...unread, values: ['web_search', 'web_search_premium'] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in'] },
    },
    { is: { ...unread, values: ['code_interpreter'] }, hosted: { tool: 'code', capabilities: ['exec'] } },
    {
      is: { ...unread, values: ['document_library'] },
      hosted: { tool: 'file-search', capabilities: ['private-read'] },
    },
    { is: { ...unread, values: ['image_generation'] }, hosted: { tool: 'image', capabilities: [] } },
  ],
} as const satisfies Framework;
