import type { Framework } from '../framework.js';
import type { ToolObjectSettingRow } from '../tool-rows.js';

const client = 'Member[default,OpenAI,AzureOpenAI,BedrockOpenAI]';
const clientOfFour = 'Member[default,OpenAI,AzureOpenAI]';

const chatOutputs = [
  'ReturnValue.Member[choices]',
  // With `stream: true` the result is iterated.
  'ReturnValue.ArrayElement.Member[choices]',
] as const;

const responseOutputs = [
  'ReturnValue.Member[output_text,output]',
  'ReturnValue.Member[output_parsed]',
  'ReturnValue.ArrayElement.Member[delta,text,item,response]',
] as const;

const openNetwork = {
  meaning: 'hosted-unrestricted',
  severity: 'info',
} as const;

const hostedMcp = [
  {
    meaning: 'approval-disabled',
    at: 'Member[require_approval]',
    values: ['never'],
    unless: ['Member[allowed_tools]'],
    replacement: "'always'",
    severity: 'error',
    subject: 'hosted MCP server',
  },
] as const satisfies readonly ToolObjectSettingRow[];

export const openai = {
  id: 'openai-node',
  title: 'OpenAI SDK',
  language: 'javascript',
  modules: ['openai', 'openai/*'],
  ai: true,
  checkedAgainst: { openai: ['4', '6', '7'] },
  clients: [
    {
      call: 'Member[default,OpenAI]',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'OPENAI_API_KEY',
      browserOption: 'Argument[0].Member[dangerouslyAllowBrowser]',
    },
    {
      call: 'Member[AzureOpenAI]',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'AZURE_OPENAI_API_KEY',
      browserOption: 'Argument[0].Member[dangerouslyAllowBrowser]',
    },
  ],
  calls: [
    {
      call: `${client}.Instance.Member[chat].Member[completions].Member[create,parse,stream]`,
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [
        { kind: 'tokens', at: 'Argument[0].Member[max_completion_tokens]', default: 'unknown' },
        { kind: 'tokens', at: 'Argument[0].Member[max_tokens]', default: 'unknown' },
      ],
      outputs: chatOutputs,
    },
    {
      call: `${clientOfFour}.Instance.Member[beta].Member[chat].Member[completions].Member[parse,stream]`,
      versions: '<5',
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      outputs: ['ReturnValue.Member[choices]'],
    },
    {
      call: `${client}.Instance.Member[chat].Member[completions].Member[runTools]`,
      versions: '>=5',
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[1].Member[maxChatCompletions]',
          default: 10,
          absurdAbove: 200,
          needsTools: true,
        },
      ],
      outputs: ['ReturnValue.Member[finalContent,finalMessage,allChatCompletions,finalChatCompletion].ReturnValue'],
    },
    {
      call: `${clientOfFour}.Instance.Member[beta].Member[chat].Member[completions].Member[runTools]`,
      versions: '<5',
      slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[1].Member[maxChatCompletions]',
          default: 10,
          absurdAbove: 200,
          needsTools: true,
        },
      ],
      outputs: ['ReturnValue.Member[finalContent,finalMessage,allChatCompletions,finalChatCompletion].ReturnValue'],
    },
    {
      call: `${client}.Instance.Member[responses].Member[create,parse,stream]`,
      slots: [
        { role: 'system', at: 'Argument[0].Member[instructions]' },
        { role: 'messages', at: 'Argument[0].Member[input]' },
      ],
      tools: 'Argument[0].Member[tools]',
      limits: [{ kind: 'tokens', at: 'Argument[0].Member[max_output_tokens]', default: 'unknown' }],
      outputs: responseOutputs,
    },
    {
      call: `${client}.Instance.Member[completions].Member[create]`,
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      limits: [{ kind: 'tokens', at: 'Argument[0].Member[max_tokens]', default: 'unknown' }],
      outputs: chatOutputs,
    },
    {
      call: `${client}.Instance.Member[beta].Member[assistants].Member[create,update]`,
      slots: [
        { role: 'system', at: 'Argument[0].Member[instructions]' },
        { role: 'system', at: 'Argument[1].Member[instructions]' },
      ],
      outputs: [],
      prepares: true,
    },
    {
      call: `${client}.Instance.Member[beta].Member[threads].Member[runs].Member[create,createAndPoll,stream]`,
      slots: [
        { role: 'system', at: 'Argument[1].Member[instructions]' },
        { role: 'system', at: 'Argument[1].Member[additional_instructions]' },
      ],
      outputs: [],
    },
    {
      call: `${client}.Instance.Member[beta].Member[threads].Member[messages].Member[list]`,
      slots: [],
      prepares: true,
      outputs: ['ReturnValue.Member[data]'],
    },
    {
      call: `${client}.Instance.Member[images].Member[generate,edit]`,
      slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
      outputs: [],
    },
    {
      call: `${client}.Instance.Member[audio].Member[transcriptions,translations].Member[create]`,
      slots: [],
      outputs: ['ReturnValue.Member[text]'],
    },
  ],
  tools: [
    {
      call: 'Member[zodFunction]',
      module: 'openai/helpers/zod',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[function]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[zodResponsesFunction]',
      module: 'openai/helpers/zod',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[function]',
      input: 0,
      options: 'Argument[0]',
    },
  ],
  toolObjects: [
    {
      is: { property: 'function', values: [] },
      name: 'Member[function].Member[name]',
      description: 'Member[function].Member[description]',
      schema: 'Member[function].Member[parameters]',
      handler: 'Member[function].Member[function]',
      input: 0,
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
        { at: 'Member[require_approval]', shape: 'value', never: ['never'], insert: "require_approval: 'always'" },
      ],
      settings: hostedMcp,
    },
  ],
  settings: [
    {
      meaning: 'browser-key',
      call: 'Member[default,OpenAI,AzureOpenAI]',
      at: 'Argument[0].Member[dangerouslyAllowBrowser]',
      values: [true],
      severity: 'error',
      subject: 'OpenAI',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[default,OpenAI,AzureOpenAI]',
      at: 'Argument[0].Member[logLevel]',
      versions: '>=5',
      values: ['debug'],
      replacement: "'warn'",
      severity: 'warning',
      subject: 'OpenAI',
      note: 'Request and response bodies are logged at this level.',
    },
  ],
} as const satisfies Framework;
