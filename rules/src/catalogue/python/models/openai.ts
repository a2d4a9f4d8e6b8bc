import type { EndpointRow } from '../../agent-rows.js';
import type { Framework } from '../../framework.js';
import type { ToolObjectSettingRow } from '../../tool-rows.js';

const plain = 'Member[OpenAI,AsyncOpenAI,Client,AsyncClient]';
const azure = 'Member[AzureOpenAI,AsyncAzureOpenAI]';
const made = 'Member[OpenAI,AsyncOpenAI,Client,AsyncClient,AzureOpenAI,AsyncAzureOpenAI].Instance.';

const chatOutputs = [
  'ReturnValue.Member[choices]',
  // With `stream=True` the result is iterated.
  'ReturnValue.ArrayElement.Member[choices]',
] as const;

const chat = {
  slots: [{ role: 'messages', at: 'Argument[messages]' }],
  tools: 'Argument[tools]',
  limits: [
    { kind: 'tokens', at: 'Argument[max_completion_tokens]', default: 'unknown' },
    { kind: 'tokens', at: 'Argument[max_tokens]', default: 'unknown' },
  ],
} as const;

const responses = {
  slots: [
    { role: 'system', at: 'Argument[instructions]' },
    { role: 'messages', at: 'Argument[input]' },
  ],
  tools: 'Argument[tools]',
  limits: [{ kind: 'tokens', at: 'Argument[max_output_tokens]', default: 'unknown' }],
} as const;

const openNetwork = { meaning: 'hosted-unrestricted', severity: 'info' } as const;

const hostedMcp = [
  {
    meaning: 'approval-disabled',
    at: 'Member[require_approval]',
    values: ['never'],
    unless: ['Member[allowed_tools]'],
    replacement: '"always"',
    severity: 'error',
    subject: 'hosted MCP server',
  },
] as const satisfies readonly ToolObjectSettingRow[];

const endpoint = {
  at: 'Argument[base_url]',
  credentials: ['Argument[api_key]'],
} as const satisfies Partial<EndpointRow>;

/** A client, or the module itself, which has one. */
const clients = [made, ''] as const;

export const pythonOpenAi = {
  id: 'openai-python',
  title: 'OpenAI SDK',
  language: 'python',
  modules: ['openai'],
  ai: true,
  checkedAgainst: { openai: ['1.109', '2.54', '3.54'] },
  clients: [
    { call: plain, credential: 'Argument[api_key]', envVariable: 'OPENAI_API_KEY' },
    { call: azure, credential: 'Argument[api_key]', envVariable: 'AZURE_OPENAI_API_KEY' },
  ],
  endpoints: [{ ...endpoint, call: plain, envVariable: 'OPENAI_API_KEY' }],
  guardrails: clients.map((of) => ({ verdict: 'result', call: `${of}Member[moderations].Member[create]` })),
  calls: clients.flatMap(
    (of) =>
      [
        {
          ...chat,
          call: `${of}Member[chat].Member[completions].Member[create]`,
          outputs: chatOutputs,
        },
        {
          ...chat,
          call: `${of}Member[chat].Member[completions].Member[parse]`,
          outputs: chatOutputs.slice(0, 1),
        },
        {
          ...chat,
          call: `${of}Member[chat].Member[completions].Member[stream]`,
          outputs: ['ReturnValue.ArrayElement', 'ReturnValue.Member[get_final_completion].ReturnValue.Member[choices]'],
        },
        {
          ...chat,
          call: `${of}Member[chat].Member[completions].Member[with_raw_response].Member[create]`,
          outputs: ['ReturnValue.Member[parse].ReturnValue.Member[choices]'],
        },
        {
          ...chat,
          call: `${of}Member[beta].Member[chat].Member[completions].Member[parse,stream]`,
          outputs: ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement'],
        },
        {
          ...responses,
          call: `${of}Member[responses].Member[create]`,
          outputs: [
            'ReturnValue.Member[output_text,output]',
            'ReturnValue.ArrayElement.Member[delta,text,item,response]',
          ],
        },
        {
          ...responses,
          call: `${of}Member[responses].Member[parse]`,
          outputs: ['ReturnValue.Member[output_text,output,output_parsed]'],
        },
        {
          ...responses,
          call: `${of}Member[responses].Member[stream]`,
          outputs: [
            'ReturnValue.ArrayElement.Member[delta,text,item,response]',
            'ReturnValue.Member[get_final_response].ReturnValue.Member[output_text,output,output_parsed]',
          ],
        },
        {
          call: `${of}Member[completions].Member[create]`,
          slots: [{ role: 'user', at: 'Argument[prompt]' }],
          limits: [{ kind: 'tokens', at: 'Argument[max_tokens]', default: 'unknown' }],
          outputs: chatOutputs,
        },
        {
          call: `${of}Member[beta].Member[assistants].Member[create,update]`,
          slots: [{ role: 'system', at: 'Argument[instructions]' }],
          tools: 'Argument[tools]',
          outputs: [],
          prepares: true,
        },
        {
          call: `${of}Member[beta].Member[threads].Member[runs].Member[create,create_and_poll,stream]`,
          slots: [
            { role: 'system', at: 'Argument[instructions]' },
            { role: 'system', at: 'Argument[additional_instructions]' },
          ],
          outputs: [],
        },
        {
          call: `${of}Member[beta].Member[threads].Member[messages].Member[create]`,
          slots: [{ role: 'user', at: 'Argument[content]' }],
          outputs: [],
          prepares: true,
        },
        {
          call: `${of}Member[beta].Member[threads].Member[messages].Member[list]`,
          slots: [],
          prepares: true,
          outputs: ['ReturnValue.Member[data]', 'ReturnValue.ArrayElement'],
        },
        {
          call: `${of}Member[images].Member[generate,edit]`,
          slots: [{ role: 'user', at: 'Argument[prompt]' }],
          outputs: [],
        },
        {
          call: `${of}Member[audio].Member[transcriptions,translations].Member[create]`,
          slots: [],
          outputs: ['ReturnValue.Member[text]'],
        },
      ] as const,
  ),
  tools: [
    {
      call: 'Member[pydantic_function_tool]',
      name: 'Argument[name]',
      description: 'Argument[description]',
      schema: 'Argument[0]',
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
      is: { property: 'type', values: ['function'] },
      name: 'Member[name]',
      description: 'Member[description]',
      schema: 'Member[parameters]',
    },
    {
      is: { property: 'type', values: ['web_search', 'web_search_*'] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in', 'egress'] },
      settings: [{ ...openNetwork, at: 'Member[filters]', absent: true, subject: 'web_search' }],
    },
    {
      is: { property: 'type', values: ['code_interpreter'] },
      hosted: { tool: 'code', capabilities: ['exec'] },
      settings: [
        {
          ...openNetwork,
          at: 'Member[container].Member[network_policy].Member[allowed_domains].ArrayElement',
          values: ['*'],
          severity: 'warning',
          subject: 'code_interpreter',
        },
      ],
    },
    {
      is: { property: 'type', values: ['shell', 'local_shell'] },
      hosted: { tool: 'shell', capabilities: ['exec'] },
      settings: [
        {
          ...openNetwork,
          at: 'Member[environment].Member[network_policy].Member[allowed_domains].ArrayElement',
          values: ['*'],
          severity: 'warning',
          subject: 'shell',
        },
      ],
    },
    { is: { property: 'type', values: ['apply_patch'] }, hosted: { tool: 'edit', capabilities: ['write'] } },
    {
      is: { property: 'type', values: ['computer', 'computer_*'] },
      hosted: { tool: 'computer', capabilities: ['untrusted-in', 'egress', 'exec'] },
    },
    {
      is: { property: 'type', values: ['file_search'] },
      hosted: { tool: 'file-search', capabilities: ['private-read'] },
    },
    { is: { property: 'type', values: ['image_generation'] }, hosted: { tool: 'image', capabilities: [] } },
    {
      is: { property: 'type', values: ['mcp'] },
      hosted: { tool: 'mcp', capabilities: ['untrusted-in', 'egress'] },
      // The API asks when the option is absent.
      gates: [
        { at: 'Member[require_approval]', shape: 'value', never: ['never'], insert: '"require_approval": "always"' },
      ],
      settings: hostedMcp,
    },
  ],
} as const satisfies Framework;

/** Before 1.0 the module had the calls. Read from the documentation: the old package has no wheel for today's Python. */
export const pythonOpenAiBeforeOne = {
  id: 'openai-python-0',
  title: 'OpenAI SDK',
  language: 'python',
  modules: ['openai'],
  ai: true,
  checkedAgainst: {},
  calls: [
    {
      call: 'Member[ChatCompletion].Member[create,acreate]',
      slots: [{ role: 'messages', at: 'Argument[messages]' }],
      limits: [{ kind: 'tokens', at: 'Argument[max_tokens]', default: 'unknown' }],
      outputs: chatOutputs,
    },
    {
      call: 'Member[Completion].Member[create,acreate]',
      slots: [{ role: 'user', at: 'Argument[prompt]' }],
      limits: [{ kind: 'tokens', at: 'Argument[max_tokens]', default: 'unknown' }],
      outputs: chatOutputs,
    },
  ],
} as const satisfies Framework;
