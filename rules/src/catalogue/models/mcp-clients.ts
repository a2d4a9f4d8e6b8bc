import type { Framework } from '../framework.js';
import { environmentOfServer, wholeEnvironment } from './environments.js';

const unchecked = { language: 'javascript', ai: true, checkedAgainst: {} } as const;

/** Clients that start several MCP servers from a map of commands. */
export const mcpClients = {
  ...unchecked,
  id: 'mcp-clients',
  title: 'MCP client',
  modules: ['@langchain/mcp-adapters', '@mastra/mcp', '@genkit-ai/mcp', 'mcp-use'],
  supplies: [
    {
      call: 'Member[MultiServerMCPClient].Instance.Member[getTools]',
      module: '@langchain/mcp-adapters',
      of: 'receiver',
      servers: ['Argument[0].Member[mcpServers].Member[*]', 'Argument[0].Member[*]'],
    },
    {
      call: 'Member[MCPClient,MCPConfiguration].Instance.Member[getTools,listTools,getToolsets,listToolsets]',
      module: '@mastra/mcp',
      of: 'receiver',
      servers: ['Argument[0].Member[servers].Member[*]'],
    },
    {
      call: 'Member[createMcpHost].ReturnValue.Member[getActiveTools]',
      module: '@genkit-ai/mcp',
      of: 'receiver',
      servers: ['Argument[0].Member[mcpServers].Member[*]'],
    },
  ],
  settings: [
    {
      // Version 4 of the AI SDK.
      ...environmentOfServer,
      call: 'Member[Experimental_StdioMCPTransport]',
      module: 'ai/mcp-stdio',
      at: 'Argument[0].Member[env]',
      subject: 'StdioMCPTransport',
    },
    {
      ...wholeEnvironment,
      call: 'Member[MultiServerMCPClient,createMcpHost]',
      at: 'Argument[0].Member[mcpServers].Member[*].Member[env]',
      subject: 'MCP server',
    },
    {
      ...wholeEnvironment,
      call: 'Member[MultiServerMCPClient]',
      at: 'Argument[0].Member[*].Member[env]',
      subject: 'MCP server',
    },
    {
      ...wholeEnvironment,
      call: 'Member[MCPClient,MCPConfiguration]',
      at: 'Argument[0].Member[servers].Member[*].Member[env]',
      subject: 'MCP server',
    },
    {
      ...wholeEnvironment,
      call: 'Member[MCPClient].Member[fromDict]',
      module: 'mcp-use',
      at: 'Argument[0].Member[mcpServers].Member[*].Member[env]',
      subject: 'MCP server',
    },
  ],
} as const satisfies Framework;
