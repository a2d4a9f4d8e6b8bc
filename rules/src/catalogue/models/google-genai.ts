import type { SlotRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';
import { noBlocking } from './safety-filters.js';

const client = 'Member[GoogleGenAI]';
const config = 'Argument[0].Member[config]';
const system = { role: 'system', at: `${config}.Member[systemInstruction]` } as const satisfies SlotRow;
const rounds = {
  kind: 'steps',
  at: `${config}.Member[automaticFunctionCalling].Member[maximumRemoteCalls]`,
  default: 10,
  absurdAbove: 200,
  needsTools: true,
} as const;
const tokens = { kind: 'tokens', at: `${config}.Member[maxOutputTokens]`, default: 'unknown' } as const;
const outputs = [
  'ReturnValue.Member[text,candidates,functionCalls,executableCode]',
  'ReturnValue.ArrayElement.Member[text,candidates,functionCalls]',
] as const;

export const googleGenAi = {
  id: 'google-genai-js',
  title: 'Google Gen AI SDK',
  language: 'javascript',
  modules: ['@google/genai', '@google/genai/*'],
  ai: true,
  checkedAgainst: { '@google/genai': ['1', '3'] },
  clients: [{ call: client, credential: 'Argument[0].Member[apiKey]', envVariable: 'GEMINI_API_KEY' }],
  calls: [
    {
      call: `${client}.Instance.Member[models].Member[generateContent,generateContentStream]`,
      slots: [system, { role: 'messages', at: 'Argument[0].Member[contents]' }],
      tools: `${config}.Member[tools]`,
      limits: [rounds, tokens],
      outputs,
    },
    {
      call: `${client}.Instance.Member[chats].Member[create]`,
      slots: [system, { role: 'messages', at: 'Argument[0].Member[history]' }],
      tools: `${config}.Member[tools]`,
      limits: [rounds, tokens],
      outputs: [],
      prepares: true,
    },
    {
      call: `${client}.Instance.Member[chats].Member[create].ReturnValue.Member[sendMessage,sendMessageStream]`,
      slots: [system, { role: 'user', at: 'Argument[0].Member[message]' }],
      outputs,
    },
    {
      call: `${client}.Instance.Member[live].Member[connect]`,
      slots: [system],
      tools: `${config}.Member[tools]`,
      outputs: ['Argument[0].Member[callbacks].Member[onmessage].Parameter[0]'],
    },
  ],
  toolObjects: [
    { is: { property: 'codeExecution', values: [] }, hosted: { tool: 'code', capabilities: ['exec'] } },
    {
      is: { property: 'googleSearch', values: [] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in', 'egress'] },
    },
    {
      is: { property: 'urlContext', values: [] },
      hosted: { tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] },
      settings: [
        {
          meaning: 'hosted-unrestricted',
          severity: 'info',
          subject: 'urlContext',
          note: 'Gemini has no list of allowed sites for it.',
        },
      ],
    },
    {
      is: { property: 'computerUse', values: [] },
      hosted: { tool: 'computer', capabilities: ['untrusted-in', 'egress', 'exec'] },
      settings: [
        {
          meaning: 'safety-disabled',
          at: 'Member[computerUse].Member[enablePromptInjectionDetection]',
          values: [false],
          replacement: 'true',
          severity: 'warning',
          subject: 'computerUse',
          note: 'Pages that talk to the model are not looked for.',
        },
        {
          meaning: 'safety-disabled',
          at: 'Member[computerUse].Member[disabledSafetyPolicies].ArrayElement',
          severity: 'warning',
          subject: 'computerUse',
        },
      ],
    },
    { is: { property: 'fileSearch', values: [] }, hosted: { tool: 'file-search', capabilities: ['private-read'] } },
  ],
  settings: [
    {
      ...noBlocking,
      call: `${client}.Instance.Member[models].Member[generateContent,generateContentStream]`,
      at: `${config}.Member[safetySettings].ArrayElement.Member[threshold]`,
      subject: 'generateContent',
    },
    {
      ...noBlocking,
      call: `${client}.Instance.Member[chats].Member[create]`,
      at: `${config}.Member[safetySettings].ArrayElement.Member[threshold]`,
      subject: 'chats.create',
    },
  ],
} as const satisfies Framework;

const noBlockingOf024 = ['BLOCK_NONE', 'Member[HarmBlockThreshold].Member[BLOCK_NONE]'] as const;

/** The SDK before `@google/genai`, at the end of its life and still widely used. */
export const googleGenerativeAi = {
  id: 'google-generative-ai-js',
  title: 'Google Generative AI SDK',
  language: 'javascript',
  modules: ['@google/generative-ai'],
  ai: true,
  checkedAgainst: { '@google/generative-ai': ['0.24'] },
  clients: [{ call: 'Member[GoogleGenerativeAI]', credential: 'Argument[0]' }],
  calls: [
    {
      call: 'Member[GoogleGenerativeAI].Instance.Member[getGenerativeModel]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemInstruction]' }],
      tools: 'Argument[0].Member[tools]',
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[GoogleGenerativeAI].Instance.Member[getGenerativeModel].ReturnValue.Member[generateContent,generateContentStream]',
      slots: [
        { role: 'user', at: 'Argument[0]' },
        { role: 'system', at: 'Argument[0].Member[systemInstruction]' },
        { role: 'messages', at: 'Argument[0].Member[contents]' },
      ],
      outputs: ['ReturnValue.Member[response,stream]'],
    },
    {
      call: 'Member[GoogleGenerativeAI].Instance.Member[getGenerativeModel].ReturnValue.Member[startChat]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[systemInstruction]' },
        { role: 'messages', at: 'Argument[0].Member[history]' },
      ],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[GoogleGenerativeAI].Instance.Member[getGenerativeModel].ReturnValue.Member[startChat].ReturnValue.Member[sendMessage,sendMessageStream]',
      slots: [{ role: 'user', at: 'Argument[0]' }],
      outputs: ['ReturnValue.Member[response,stream]'],
    },
  ],
  settings: [
    {
      ...noBlocking,
      values: noBlockingOf024,
      call: 'Member[GoogleGenerativeAI].Instance.Member[getGenerativeModel]',
      at: 'Argument[0].Member[safetySettings].ArrayElement.Member[threshold]',
      subject: 'getGenerativeModel',
    },
    {
      ...noBlocking,
      values: noBlockingOf024,
      call: 'Member[GoogleGenerativeAI].Instance.Member[getGenerativeModel].ReturnValue.Member[generateContent,generateContentStream,startChat]',
      at: 'Argument[0].Member[safetySettings].ArrayElement.Member[threshold]',
      subject: 'generateContent',
    },
  ],
} as const satisfies Framework;
