import type { Framework } from '../framework.js';

const javascript = { language: 'javascript', ai: true, checkedAgainst: {} } as const;

/** Models of the Hugging Face Hub in transformers.js, and prompts of the LangChain Hub. */
export const artifactHubs = {
  ...javascript,
  id: 'artifact-hubs',
  title: 'Hubs',
  modules: [
    '@huggingface/transformers',
    '@xenova/transformers',
    'langchain/hub',
    'langchain/hub/node',
    '@huggingface/hub',
  ],
  artifacts: [
    ...(['@huggingface/transformers', '@xenova/transformers'] as const).flatMap(
      (module) =>
        [
          {
            module,
            call: 'Member[pipeline]',
            kind: 'model',
            name: 'Argument[1]',
            registry: 'the Hugging Face Hub',
            pin: 'Argument[2].Member[revision]',
          },
          {
            module,
            call: 'Member[*].Member[from_pretrained]',
            kind: 'model',
            name: 'Argument[0]',
            registry: 'the Hugging Face Hub',
            pin: 'Argument[1].Member[revision]',
          },
        ] as const,
    ),
    {
      module: 'langchain/hub',
      call: 'Member[pull]',
      kind: 'prompt',
      name: 'Argument[0]',
      registry: 'the LangChain Hub',
      pinAfter: ':',
    },
    {
      module: 'langchain/hub/node',
      call: 'Member[pull]',
      kind: 'prompt',
      name: 'Argument[0]',
      registry: 'the LangChain Hub',
      pinAfter: ':',
    },
  ],
} as const satisfies Framework;

const own = { command: 'Argument[0].Member[command]', args: 'Argument[0].Member[args]' } as const;
const listed = { command: 'Member[command]', args: 'Member[args]' } as const;

/** Clients that start MCP servers by command lines. */
export const mcpLaunches = {
  ...javascript,
  id: 'mcp-launches',
  title: 'MCP client',
  modules: [
    '@modelcontextprotocol/sdk/client/stdio.js',
    '@openai/agents',
    '@langchain/mcp-adapters',
    '@mastra/mcp',
    '@ai-sdk/mcp/mcp-stdio',
    '@anthropic-ai/claude-agent-sdk',
  ],
  checkedAgainst: {
    '@modelcontextprotocol/sdk': ['1'],
    '@openai/agents': ['0.20'],
    '@langchain/mcp-adapters': ['1'],
    '@mastra/mcp': ['2'],
    '@ai-sdk/mcp': ['2'],
    '@anthropic-ai/claude-agent-sdk': ['0.2'],
  },
  launches: [
    { module: '@modelcontextprotocol/sdk/client/stdio.js', call: 'Member[StdioClientTransport]', ...own },
    { module: '@ai-sdk/mcp/mcp-stdio', call: 'Member[Experimental_StdioMCPTransport]', ...own },
    { module: '@openai/agents', call: 'Member[MCPServerStdio]', ...own },
    { module: '@openai/agents', call: 'Member[MCPServerStdio]', command: 'Argument[0].Member[fullCommand]' },
    {
      module: '@langchain/mcp-adapters',
      call: 'Member[MultiServerMCPClient]',
      servers: 'Argument[0].Member[mcpServers].Member[*]',
      ...listed,
    },
    {
      module: '@langchain/mcp-adapters',
      call: 'Member[MultiServerMCPClient]',
      servers: 'Argument[0].Member[*]',
      ...listed,
    },
    { module: '@mastra/mcp', call: 'Member[MCPClient]', servers: 'Argument[0].Member[servers].Member[*]', ...listed },
    {
      module: '@anthropic-ai/claude-agent-sdk',
      call: 'Member[query]',
      servers: 'Argument[0].Member[options].Member[mcpServers].Member[*]',
      ...listed,
    },
  ],
} as const satisfies Framework;

/** The same in other packages and in other versions. */
export const otherMcpLaunches = {
  ...javascript,
  id: 'other-mcp-launches',
  title: 'MCP client',
  modules: [
    '@modelcontextprotocol/sdk/client/stdio',
    '@modelcontextprotocol/client',
    '@modelcontextprotocol/client/stdio',
    '@ai-sdk/mcp/mcp-stdio',
    'ai/mcp-stdio',
    '@openai/agents-core',
    '@mastra/mcp',
    '@genkit-ai/mcp',
    'mcp-use',
    '@anthropic-ai/claude-code',
    '@voltagent/core',
  ],
  launches: [
    { module: '@modelcontextprotocol/sdk/client/stdio', call: 'Member[StdioClientTransport]', ...own },
    { module: '@modelcontextprotocol/client', call: 'Member[StdioClientTransport]', ...own },
    { module: '@modelcontextprotocol/client/stdio', call: 'Member[StdioClientTransport]', ...own },
    { module: '@ai-sdk/mcp/mcp-stdio', call: 'Member[StdioMCPTransport]', ...own },
    { module: 'ai/mcp-stdio', call: 'Member[StdioMCPTransport,Experimental_StdioMCPTransport]', ...own },
    { module: '@openai/agents-core', call: 'Member[MCPServerStdio]', ...own },
    { module: '@openai/agents-core', call: 'Member[MCPServerStdio]', command: 'Argument[0].Member[fullCommand]' },
    {
      module: '@mastra/mcp',
      call: 'Member[MCPConfiguration]',
      servers: 'Argument[0].Member[servers].Member[*]',
      ...listed,
    },
    {
      module: '@genkit-ai/mcp',
      call: 'Member[createMcpHost]',
      servers: 'Argument[0].Member[mcpServers].Member[*]',
      ...listed,
    },
    {
      module: 'mcp-use',
      call: 'Member[MCPClient].Member[fromDict]',
      servers: 'Argument[0].Member[mcpServers].Member[*]',
      ...listed,
    },
    {
      module: '@anthropic-ai/claude-code',
      call: 'Member[query]',
      servers: 'Argument[0].Member[options].Member[mcpServers].Member[*]',
      ...listed,
    },
    {
      module: '@voltagent/core',
      call: 'Member[MCPConfiguration]',
      servers: 'Argument[0].Member[servers].Member[*]',
      ...listed,
    },
  ],
} as const satisfies Framework;

/** Files of examples that a provider trains a model on. */
export const fineTuning = {
  ...javascript,
  id: 'fine-tuning',
  title: 'OpenAI',
  modules: ['openai'],
  checkedAgainst: { openai: ['7'] },
  trainings: [
    {
      call: 'Member[default,OpenAI].Instance.Member[files].Member[create]',
      data: ['Argument[0].Member[file]'],
      when: { at: 'Argument[0].Member[purpose]', values: ['fine-tune'] },
    },
  ],
} as const satisfies Framework;
