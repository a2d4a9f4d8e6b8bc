import type { SlotRow } from '../../agent-rows.js';
import type { Framework } from '../../framework.js';

const direct = 'Member[Anthropic,AsyncAnthropic,Client,AsyncClient]';
const made =
  'Member[Anthropic,AsyncAnthropic,Client,AsyncClient,AnthropicBedrock,AsyncAnthropicBedrock,AnthropicVertex,AsyncAnthropicVertex,AnthropicFoundry,AsyncAnthropicFoundry].Instance';

const slots = [
  { role: 'system', at: 'Argument[system]' },
  { role: 'messages', at: 'Argument[messages]' },
] as const satisfies readonly SlotRow[];

const tools = 'Argument[tools]';
const limits = [{ kind: 'tokens', at: 'Argument[max_tokens]', default: 'unknown' }] as const;

const streamed = [
  'ReturnValue.ArrayElement',
  'ReturnValue.Member[text_stream].ArrayElement',
  'ReturnValue.Member[get_final_message].ReturnValue.Member[content]',
  'ReturnValue.Member[get_final_text].ReturnValue',
] as const;

const domains = {
  meaning: 'hosted-unrestricted',
  at: 'Member[allowed_domains]',
  absent: true,
  unless: ['Member[blocked_domains]'],
  replacement: '"allowed_domains": ["example.com"]',
  severity: 'warning',
} as const;

const functionTool = {
  name: 'Argument[name]',
  description: 'Argument[description]',
  schema: 'Argument[input_schema]',
  decorator: true,
} as const;

export const pythonAnthropic = {
  id: 'anthropic-python',
  title: 'Anthropic SDK',
  language: 'python',
  modules: ['anthropic'],
  ai: true,
  checkedAgainst: { anthropic: ['0.125', '1.17', '2.12'] },
  clients: [
    { call: direct, credential: 'Argument[api_key]', envVariable: 'ANTHROPIC_API_KEY' },
    { call: direct, credential: 'Argument[auth_token]', envVariable: 'ANTHROPIC_AUTH_TOKEN' },
  ],
  endpoints: [
    {
      call: direct,
      at: 'Argument[base_url]',
      credentials: ['Argument[api_key]', 'Argument[auth_token]'],
      envVariable: 'ANTHROPIC_API_KEY',
    },
  ],
  calls: [
    {
      call: `${made}.Member[messages].Member[create]`,
      slots,
      tools,
      limits,
      outputs: ['ReturnValue.Member[content]', 'ReturnValue.ArrayElement.Member[delta,content_block]'],
    },
    { call: `${made}.Member[messages].Member[stream]`, slots, tools, limits, outputs: streamed },
    {
      call: `${made}.Member[beta].Member[messages].Member[create]`,
      slots,
      tools,
      limits,
      outputs: ['ReturnValue.Member[content]', 'ReturnValue.ArrayElement.Member[delta,content_block]'],
    },
    ...(['messages', 'beta].Member[messages'] as const).map(
      (part) =>
        ({
          call: `${made}.Member[${part}].Member[with_raw_response].Member[create]`,
          slots,
          tools,
          limits,
          outputs: ['ReturnValue.Member[parse].ReturnValue.Member[content]'],
        }) as const,
    ),
    {
      call: `${made}.Member[messages].Member[parse]`,
      versions: '>=1',
      slots,
      tools,
      limits,
      outputs: ['ReturnValue.Member[content,parsed_output]'],
    },
    {
      call: `${made}.Member[beta].Member[messages].Member[parse]`,
      slots,
      tools,
      limits,
      outputs: ['ReturnValue.Member[content,parsed_output]'],
    },
    { call: `${made}.Member[beta].Member[messages].Member[stream]`, slots, tools, limits, outputs: streamed },
    {
      call: `${made}.Member[beta].Member[messages].Member[tool_runner]`,
      slots,
      tools,
      limits: [
        ...limits,
        {
          kind: 'steps',
          at: 'Argument[max_iterations]',
          default: 'unbounded',
          absurdAbove: 200,
          insert: 'max_iterations=10',
        },
      ],
      outputs: ['ReturnValue.Member[until_done].ReturnValue.Member[content]', 'ReturnValue.ArrayElement'],
    },
    {
      call: `${made}.Member[completions].Member[create]`,
      versions: '<1',
      slots: [{ role: 'user', at: 'Argument[prompt]' }],
      limits: [{ kind: 'tokens', at: 'Argument[max_tokens_to_sample]', default: 'unknown' }],
      outputs: ['ReturnValue.Member[completion]'],
    },
  ],
  tools: [{ ...functionTool, call: 'Member[beta_tool,beta_async_tool]' }],
  toolObjects: [
    {
      is: { property: 'input_schema', values: [] },
      name: 'Member[name]',
      description: 'Member[description]',
      schema: 'Member[input_schema]',
    },
    {
      is: { property: 'type', values: ['web_search_*'] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in', 'egress'] },
      settings: [{ ...domains, severity: 'info', subject: 'web_search' }],
    },
    {
      is: { property: 'type', values: ['web_fetch_*'] },
      hosted: { tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] },
      settings: [{ ...domains, subject: 'web_fetch' }],
    },
    { is: { property: 'type', values: ['code_execution_*'] }, hosted: { tool: 'code', capabilities: ['exec'] } },
    { is: { property: 'type', values: ['bash_*'] }, hosted: { tool: 'shell', capabilities: ['exec'] } },
    {
      is: { property: 'type', values: ['computer_*'] },
      hosted: { tool: 'computer', capabilities: ['untrusted-in', 'egress', 'exec'] },
    },
    { is: { property: 'type', values: ['text_editor_*'] }, hosted: { tool: 'edit', capabilities: ['write'] } },
    { is: { property: 'type', values: ['memory_*'] }, hosted: { tool: 'retrieval', capabilities: ['write'] } },
  ],
} as const satisfies Framework;
