import type { Framework } from '../framework.js';
import { environmentOfServer } from './environments.js';

/** The first SDK: `@modelcontextprotocol/sdk`. */
export const mcpSdk = {
  id: 'mcp-ts-v1',
  title: 'MCP SDK',
  language: 'javascript',
  modules: [
    '@modelcontextprotocol/sdk/server/mcp.js',
    '@modelcontextprotocol/sdk/server/index.js',
    '@modelcontextprotocol/sdk/types.js',
    '@modelcontextprotocol/sdk/client/index.js',
    '@modelcontextprotocol/sdk/client/stdio.js',
    '@modelcontextprotocol/sdk/*',
  ],
  ai: true,
  checkedAgainst: { '@modelcontextprotocol/sdk': ['1'] },
  servers: [
    { call: 'Member[McpServer]', name: 'Argument[0].Member[name]' },
    {
      call: 'Member[Server]',
      name: 'Argument[0].Member[name]',
      callToolHandler: {
        call: 'Member[Server].Instance.Member[setRequestHandler]',
        schema: 'Argument[0]',
        schemaIs: ['Member[CallToolRequestSchema]', 'tools/call'],
        handler: 'Argument[1]',
        toolName: 'Member[params].Member[name]',
        toolArguments: 'Member[params].Member[arguments]',
      },
    },
    {
      call: 'Member[McpServer]',
      callToolHandler: {
        call: 'Member[McpServer].Instance.Member[server].Member[setRequestHandler]',
        schema: 'Argument[0]',
        schemaIs: ['Member[CallToolRequestSchema]', 'tools/call'],
        handler: 'Argument[1]',
        toolName: 'Member[params].Member[name]',
        toolArguments: 'Member[params].Member[arguments]',
      },
    },
  ],
  calls: [
    {
      // Sampling: the client's model answers.
      call: 'Member[Server].Instance.Member[createMessage]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[systemPrompt]' },
        { role: 'messages', at: 'Argument[0].Member[messages]' },
      ],
      outputs: ['ReturnValue.Member[content]'],
    },
    {
      call: 'Member[McpServer].Instance.Member[server].Member[createMessage]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[systemPrompt]' },
        { role: 'messages', at: 'Argument[0].Member[messages]' },
      ],
      outputs: ['ReturnValue.Member[content]'],
    },
  ],
  tools: [
    {
      call: 'Member[McpServer].Instance.Member[registerTool]',
      name: 'Argument[0]',
      description: 'Argument[1].Member[description]',
      schema: 'Argument[1].Member[inputSchema]',
      schemaShape: 'zod-shape',
      handler: 'Argument[2]',
      input: 0,
      options: 'Argument[1]',
      annotations: 'Argument[1].Member[annotations]',
      server: true,
    },
    {
      // (name, [description], [shape], [annotations], handler)
      call: 'Member[McpServer].Instance.Member[tool]',
      name: 'Argument[0]',
      description: 'Argument[1]',
      schema: 'Argument[1..2]',
      schemaShape: 'zod-shape',
      handler: 'Argument[N-1]',
      input: 0,
      annotations: 'Argument[1..3]',
      server: true,
    },
    {
      // Something behind the handler, which the SDK ignores.
      call: 'Member[McpServer].Instance.Member[tool]',
      name: 'Argument[0]',
      description: 'Argument[1]',
      schema: 'Argument[1..2]',
      schemaShape: 'zod-shape',
      handler: 'Argument[N-2]',
      input: 0,
      annotations: 'Argument[1..3]',
      server: true,
    },
  ],
  settings: [
    {
      ...environmentOfServer,
      call: 'Member[StdioClientTransport]',
      at: 'Argument[0].Member[env]',
      subject: 'StdioClientTransport',
    },
  ],
  gates: [
    { call: 'Member[McpServer].Instance.Member[server].Member[elicitInput]', level: 'elicitation' },
    { call: 'Member[Server].Instance.Member[elicitInput]', level: 'elicitation' },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[Client].Instance.Member[callTool,readResource,getPrompt].ReturnValue',
      label: 'result of an MCP server',
    },
    {
      kind: 'request',
      path: 'Member[McpServer].Instance.Member[registerPrompt].Argument[2].Parameter[0]',
      label: 'argument of an MCP prompt',
    },
    {
      kind: 'request',
      path: 'Member[McpServer].Instance.Member[registerResource].Argument[3].Parameter[0,1]',
      label: 'address of an MCP resource',
    },
  ],
} as const satisfies Framework;
