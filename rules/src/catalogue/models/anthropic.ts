import type { SlotRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';

const client = 'Member[default,Anthropic]';

const slots = [
  { role: 'system', at: 'Argument[0].Member[system]' },
  { role: 'messages', at: 'Argument[0].Member[messages]' },
] as const satisfies readonly SlotRow[];

const limits = [{ kind: 'tokens', at: 'Argument[0].Member[max_tokens]', default: 'unknown' }] as const;

const outputs = [
  'ReturnValue.Member[content,parsed_output]',
  'ReturnValue.Member[finalMessage,finalText].ReturnValue',
  'ReturnValue.ArrayElement.Member[delta,content_block]',
] as const;

const domains = {
  meaning: 'hosted-unrestricted',
  at: 'Member[allowed_domains]',
  absent: true,
  unless: ['Member[blocked_domains]'],
  replacement: "allowed_domains: ['example.com']",
  severity: 'warning',
} as const;

export const anthropic = {
  id: 'anthropic-js',
  title: 'Anthropic SDK',
  language: 'javascript',
  modules: [
    '@anthropic-ai/sdk',
    '@anthropic-ai/sdk/helpers/beta/zod',
    '@anthropic-ai/sdk/helpers/beta/json-schema',
    '@anthropic-ai/sdk/*',
    '@anthropic-ai/bedrock-sdk',
    '@anthropic-ai/vertex-sdk',
    '@anthropic-ai/foundry-sdk',
  ],
  ai: true,
  checkedAgainst: { '@anthropic-ai/sdk': ['0.137', '1'] },
  clients: [
    {
      call: client,
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'ANTHROPIC_API_KEY',
      browserOption: 'Argument[0].Member[dangerouslyAllowBrowser]',
    },
    { call: client, credential: 'Argument[0].Member[authToken]', envVariable: 'ANTHROPIC_AUTH_TOKEN' },
  ],
  calls: [
    {
      call: `${client}.Instance.Member[messages].Member[create,parse,stream]`,
      slots,
      tools: 'Argument[0].Member[tools]',
      limits,
      outputs,
    },
    {
      call: `${client}.Instance.Member[beta].Member[messages].Member[create,parse,stream]`,
      slots,
      tools: 'Argument[0].Member[tools]',
      limits,
      outputs,
    },
    {
      call: `${client}.Instance.Member[beta].Member[messages].Member[toolRunner]`,
      slots,
      tools: 'Argument[0].Member[tools]',
      limits: [
        ...limits,
        {
          kind: 'steps',
          at: 'Argument[0].Member[max_iterations]',
          default: 'unbounded',
          absurdAbove: 200,
          insert: 'max_iterations: 10',
        },
      ],
      outputs: [
        'ReturnValue.Member[content]',
        'ReturnValue.Member[done,runUntilDone].ReturnValue.Member[content]',
        'ReturnValue.ArrayElement',
      ],
    },
    {
      call: `${client}.Instance.Member[completions].Member[create]`,
      versions: '<1',
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      limits: [{ kind: 'tokens', at: 'Argument[0].Member[max_tokens_to_sample]', default: 'unknown' }],
      outputs: ['ReturnValue.Member[completion]'],
    },
  ],
  tools: [
    {
      call: 'Member[betaZodTool]',
      module: '@anthropic-ai/sdk/helpers/beta/zod',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[0].Member[run]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[betaTool]',
      module: '@anthropic-ai/sdk/helpers/beta/json-schema',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[0].Member[run]',
      input: 0,
      options: 'Argument[0]',
    },
  ],
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
  settings: [
    {
      meaning: 'browser-key',
      call: client,
      at: 'Argument[0].Member[dangerouslyAllowBrowser]',
      values: [true],
      severity: 'error',
      subject: 'Anthropic',
    },
    {
      meaning: 'content-recorded',
      call: client,
      at: 'Argument[0].Member[logLevel]',
      values: ['debug'],
      replacement: "'warn'",
      severity: 'warning',
      subject: 'Anthropic',
      note: 'Request and response bodies are logged at this level.',
    },
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[betaBashTool,betaAgentToolset20260401]',
      module: '@anthropic-ai/sdk/tools/agent-toolset/node',
      versions: '>=1',
      severity: 'error',
      subject: 'agent toolset',
      note: 'Its bash tool runs on the host and is not confined to the working directory.',
    },
  ],
} as const satisfies Framework;
