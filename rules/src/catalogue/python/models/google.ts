import type { SlotRow } from '../../agent-rows.js';
import type { Framework } from '../../framework.js';
import { noBlocking } from '../../models/safety-filters.js';

const python = { language: 'python', ai: true } as const;
const blocking = { ...noBlocking, replacement: '"BLOCK_MEDIUM_AND_ABOVE"' } as const;

/** A client, or its part whose calls are awaited. */
const clients = ['Member[Client].Instance', 'Member[Client].Instance.Member[aio]'] as const;
const config = 'Argument[config]';
const system = { role: 'system', at: `${config}.Member[system_instruction]` } as const satisfies SlotRow;
const rounds = {
  kind: 'steps',
  at: `${config}.Member[automatic_function_calling].Member[maximum_remote_calls]`,
  default: 10,
  absurdAbove: 200,
  needsTools: true,
} as const;
const tokens = { kind: 'tokens', at: `${config}.Member[max_output_tokens]`, default: 'unknown' } as const;
const whole = 'ReturnValue.Member[text,candidates,function_calls,executable_code,parsed]';
const parts = 'ReturnValue.ArrayElement.Member[text,candidates,function_calls]';

export const pythonGoogleGenAi = {
  ...python,
  id: 'google-genai-python',
  title: 'Google Gen AI SDK',
  modules: ['google.genai', 'google.genai.types'],
  checkedAgainst: { 'google-genai': ['1.75', '3.4'] },
  clients: [
    { call: 'Member[Client]', module: 'google.genai', credential: 'Argument[api_key]', envVariable: 'GEMINI_API_KEY' },
  ],
  calls: clients.flatMap(
    (of) =>
      [
        {
          call: `${of}.Member[models].Member[generate_content]`,
          module: 'google.genai',
          slots: [system, { role: 'messages', at: 'Argument[contents]' }],
          tools: `${config}.Member[tools]`,
          limits: [rounds, tokens],
          outputs: [whole],
        },
        {
          call: `${of}.Member[models].Member[generate_content_stream]`,
          module: 'google.genai',
          slots: [system, { role: 'messages', at: 'Argument[contents]' }],
          tools: `${config}.Member[tools]`,
          limits: [rounds, tokens],
          outputs: [parts],
        },
        {
          call: `${of}.Member[chats].Member[create]`,
          module: 'google.genai',
          slots: [system, { role: 'messages', at: 'Argument[history]' }],
          tools: `${config}.Member[tools]`,
          limits: [rounds, tokens],
          outputs: [],
          prepares: true,
        },
        {
          call: `${of}.Member[chats].Member[create].ReturnValue.Member[send_message]`,
          module: 'google.genai',
          slots: [system, { role: 'user', at: 'Argument[0,message]' }],
          outputs: [whole],
        },
        {
          call: `${of}.Member[chats].Member[create].ReturnValue.Member[send_message_stream]`,
          module: 'google.genai',
          slots: [system, { role: 'user', at: 'Argument[0,message]' }],
          outputs: [parts],
        },
      ] as const,
  ),
  /** Functions in the list of tools are run by the SDK. */
  functionTools: [{}],
  toolObjects: [
    { is: { property: 'code_execution', values: [] }, hosted: { tool: 'code', capabilities: ['exec'] } },
    {
      is: { property: 'google_search', values: [] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in', 'egress'] },
    },
    {
      is: { property: 'google_search_retrieval', values: [] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in', 'egress'] },
    },
    {
      is: { property: 'url_context', values: [] },
      hosted: { tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] },
      settings: [
        {
          meaning: 'hosted-unrestricted',
          severity: 'info',
          subject: 'url_context',
          note: 'Gemini has no list of allowed sites for it.',
        },
      ],
    },
    {
      is: { property: 'computer_use', values: [] },
      hosted: { tool: 'computer', capabilities: ['untrusted-in', 'egress', 'exec'] },
    },
    { is: { property: 'file_search', values: [] }, hosted: { tool: 'file-search', capabilities: ['private-read'] } },
  ],
  settings: clients.flatMap(
    (of) =>
      [
        {
          ...blocking,
          call: `${of}.Member[models].Member[generate_content,generate_content_stream]`,
          module: 'google.genai',
          at: `${config}.Member[safety_settings].ArrayElement.Member[threshold]`,
          subject: 'generate_content',
        },
        {
          ...blocking,
          call: `${of}.Member[chats].Member[create]`,
          module: 'google.genai',
          at: `${config}.Member[safety_settings].ArrayElement.Member[threshold]`,
          subject: 'chats.create',
        },
      ] as const,
  ),
} as const satisfies Framework;

const model = 'Member[GenerativeModel].Instance';
const chat = `${model}.Member[start_chat].ReturnValue`;
const answer = [
  'ReturnValue.Member[text,candidates,parts]',
  'ReturnValue.ArrayElement.Member[text,candidates,parts]',
] as const;

/** The same classes in the SDK before `google-genai`, at the end of its life and still widely used, and in Vertex AI. */
const generativeModel = (asks: string, sends: string) =>
  ({
    calls: [
      {
        call: `${model}.Member[${asks}]`,
        slots: [{ role: 'messages', at: 'Argument[0,contents]' }],
        agent: 'Receiver',
        tools: 'Argument[tools]',
        outputs: answer,
      },
      {
        call: `${model}.Member[start_chat]`,
        slots: [{ role: 'messages', at: 'Argument[history]' }],
        agent: 'Receiver',
        outputs: [],
        prepares: true,
      },
      { call: `${chat}.Member[${sends}]`, slots: [{ role: 'user', at: 'Argument[0,content]' }], outputs: answer },
    ],
    agents: [
      {
        call: 'Member[GenerativeModel]',
        slots: [{ role: 'system', at: 'Argument[system_instruction]' }],
        tools: 'Argument[tools]',
      },
    ],
    functionTools: [{}],
  }) as const;

export const pythonGoogleGenerativeAi = {
  ...python,
  ...generativeModel('generate_content,generate_content_async', 'send_message,send_message_async'),
  id: 'google-generativeai-python',
  title: 'Google Generative AI SDK',
  modules: ['google.generativeai'],
  checkedAgainst: { 'google-generativeai': ['0.8'] },
  clients: [{ call: 'Member[configure]', credential: 'Argument[api_key]', envVariable: 'GEMINI_API_KEY' }],
} as const satisfies Framework;

/** Read from the documentation: the package is too large for a test. */
export const pythonVertexAi = {
  ...python,
  ...generativeModel('generate_content,generate_content_async', 'send_message,send_message_async'),
  id: 'vertexai-python',
  title: 'Vertex AI SDK',
  modules: ['vertexai.generative_models', 'vertexai.preview.generative_models'],
  checkedAgainst: {},
} as const satisfies Framework;
