import type { Framework } from '../framework.js';
import type { SettingRow } from '../setting-rows.js';
import type { HostedToolRow } from '../tool-rows.js';
import { environmentOfServer } from './environments.js';

const toolGates = [
  { at: 'Argument[0].Member[needsApproval]', shape: 'value', insert: 'needsApproval: true', deprecated: '>=4' },
] as const;

const CREATED: readonly (readonly [string, string])[] = [
  ['Member[openai]', 'Member[createOpenAI]'],
  ['Member[anthropic]', 'Member[createAnthropic]'],
  ['Member[google]', 'Member[createGoogle,createGoogleGenerativeAI]'],
];

/** A provider that code makes with its own key has the tools of the ready-made one. */
function alsoCreated<Row extends { readonly call: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => {
    const pair = CREATED.find(([ready]) => row.call.startsWith(`${ready}.`));
    if (pair === undefined) return [row];
    const [ready, create] = pair;
    return [row, { ...row, call: `${create}.ReturnValue${row.call.slice(ready.length)}` }];
  });
}

/** Provider packages of the AI SDK: their clients and the tools that a provider runs. */
export const aiSdkProviders = {
  id: 'ai-sdk-providers',
  title: 'Vercel AI SDK providers',
  language: 'javascript',
  modules: ['@ai-sdk/openai', '@ai-sdk/anthropic', '@ai-sdk/google', '@ai-sdk/react', '@ai-sdk/mcp', '@ai-sdk/*'],
  ai: true,
  checkedAgainst: {
    '@ai-sdk/openai': ['4'],
    '@ai-sdk/anthropic': ['4'],
    '@ai-sdk/google': ['4'],
    '@ai-sdk/react': ['4'],
    '@ai-sdk/mcp': ['2'],
  },
  clients: [
    {
      call: 'Member[createOpenAI]',
      module: '@ai-sdk/openai',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'OPENAI_API_KEY',
    },
    {
      call: 'Member[createAnthropic]',
      module: '@ai-sdk/anthropic',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'ANTHROPIC_API_KEY',
    },
    {
      call: 'Member[createGoogle,createGoogleGenerativeAI]',
      module: '@ai-sdk/google',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
    },
  ],
  hosted: alsoCreated<HostedToolRow>([
    {
      call: 'Member[openai].Member[tools].Member[webSearch,webSearchPreview]',
      module: '@ai-sdk/openai',
      tool: 'web-search',
      capabilities: ['untrusted-in', 'egress'],
      options: 'Argument[0]',
    },
    {
      call: 'Member[openai].Member[tools].Member[codeInterpreter]',
      module: '@ai-sdk/openai',
      tool: 'code',
      capabilities: ['exec'],
      options: 'Argument[0]',
    },
    {
      call: 'Member[openai].Member[tools].Member[shell,localShell]',
      module: '@ai-sdk/openai',
      tool: 'shell',
      capabilities: ['exec'],
      options: 'Argument[0]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      gates: toolGates,
    },
    {
      call: 'Member[openai].Member[tools].Member[applyPatch]',
      module: '@ai-sdk/openai',
      tool: 'edit',
      capabilities: ['write'],
      options: 'Argument[0]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      gates: toolGates,
    },
    {
      call: 'Member[openai].Member[tools].Member[fileSearch]',
      module: '@ai-sdk/openai',
      tool: 'file-search',
      capabilities: ['private-read'],
      options: 'Argument[0]',
    },
    {
      call: 'Member[openai].Member[tools].Member[imageGeneration]',
      module: '@ai-sdk/openai',
      tool: 'image',
      capabilities: [],
      options: 'Argument[0]',
    },
    {
      call: 'Member[openai].Member[tools].Member[mcp]',
      module: '@ai-sdk/openai',
      tool: 'mcp',
      capabilities: ['untrusted-in', 'egress'],
      options: 'Argument[0]',
      gates: [
        {
          at: 'Argument[0].Member[requireApproval]',
          shape: 'value',
          never: ['never'],
          insert: "requireApproval: 'always'",
        },
      ],
    },
    {
      call: 'Member[anthropic].Member[tools].Member[bash_20241022,bash_20250124]',
      module: '@ai-sdk/anthropic',
      tool: 'shell',
      capabilities: ['exec'],
      options: 'Argument[0]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      gates: toolGates,
    },
    {
      call: 'Member[anthropic].Member[tools].Member[computer_20241022,computer_20250124,computer_20251124]',
      module: '@ai-sdk/anthropic',
      tool: 'computer',
      capabilities: ['untrusted-in', 'egress', 'exec'],
      options: 'Argument[0]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      gates: toolGates,
    },
    {
      call: 'Member[anthropic].Member[tools].Member[textEditor_20241022,textEditor_20250124,textEditor_20250429,textEditor_20250728]',
      module: '@ai-sdk/anthropic',
      tool: 'edit',
      capabilities: ['write'],
      options: 'Argument[0]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      gates: toolGates,
    },
    {
      call: 'Member[anthropic].Member[tools].Member[codeExecution_20250522,codeExecution_20250825,codeExecution_20260120]',
      module: '@ai-sdk/anthropic',
      tool: 'code',
      capabilities: ['exec'],
      options: 'Argument[0]',
    },
    {
      call: 'Member[anthropic].Member[tools].Member[webFetch_20250910,webFetch_20260209,webFetch_20260318]',
      module: '@ai-sdk/anthropic',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
      options: 'Argument[0]',
    },
    {
      call: 'Member[anthropic].Member[tools].Member[webSearch_20250305,webSearch_20260209,webSearch_20260318]',
      module: '@ai-sdk/anthropic',
      tool: 'web-search',
      capabilities: ['untrusted-in', 'egress'],
      options: 'Argument[0]',
    },
    {
      call: 'Member[google].Member[tools].Member[googleSearch,enterpriseWebSearch]',
      module: '@ai-sdk/google',
      tool: 'web-search',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[google].Member[tools].Member[urlContext]',
      module: '@ai-sdk/google',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[google].Member[tools].Member[codeExecution]',
      module: '@ai-sdk/google',
      tool: 'code',
      capabilities: ['exec'],
    },
  ]),
  supplies: [
    {
      call: 'Member[createMCPClient,experimental_createMCPClient].ReturnValue.Member[tools]',
      module: '@ai-sdk/mcp',
      of: 'receiver',
      servers: ['Argument[0].Member[transport]'],
      allow: ['Argument[0].Member[schemas]'],
    },
  ],
  settings: alsoCreated<SettingRow>([
    {
      ...environmentOfServer,
      call: 'Member[StdioMCPTransport,Experimental_StdioMCPTransport]',
      module: '@ai-sdk/mcp/mcp-stdio',
      at: 'Argument[0].Member[env]',
      subject: 'StdioMCPTransport',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[openai].Member[tools].Member[mcp]',
      module: '@ai-sdk/openai',
      at: 'Argument[0].Member[requireApproval]',
      values: ['never'],
      unless: ['Argument[0].Member[allowedTools]'],
      replacement: "'always'",
      severity: 'error',
      subject: 'openai.tools.mcp',
    },
    {
      meaning: 'hosted-unrestricted',
      call: 'Member[anthropic].Member[tools].Member[webFetch_20250910,webFetch_20260209,webFetch_20260318]',
      module: '@ai-sdk/anthropic',
      at: 'Argument[0].Member[allowedDomains]',
      absent: true,
      unless: ['Argument[0].Member[blockedDomains]'],
      replacement: "allowedDomains: ['example.com']",
      severity: 'warning',
      subject: 'anthropic.tools.webFetch',
    },
    {
      meaning: 'hosted-unrestricted',
      call: 'Member[anthropic].Member[tools].Member[webSearch_20250305,webSearch_20260209,webSearch_20260318]',
      module: '@ai-sdk/anthropic',
      at: 'Argument[0].Member[allowedDomains]',
      absent: true,
      unless: ['Argument[0].Member[blockedDomains]'],
      replacement: "allowedDomains: ['example.com']",
      severity: 'info',
      subject: 'anthropic.tools.webSearch',
    },
  ]),
  sources: [
    {
      kind: 'model-output',
      path: 'Member[useChat].ReturnValue.Member[messages]',
      module: '@ai-sdk/react',
      label: 'message of a model',
    },
    {
      kind: 'model-output',
      path: 'Member[useCompletion].ReturnValue.Member[completion]',
      module: '@ai-sdk/react',
      label: 'completion of a model',
    },
    {
      kind: 'model-output',
      path: 'Member[experimental_useObject].ReturnValue.Member[object]',
      module: '@ai-sdk/react',
      label: 'object of a model',
    },
  ],
} as const satisfies Framework;
