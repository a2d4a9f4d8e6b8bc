import type { Framework } from '../framework.js';
import { environmentOfServer } from './environments.js';

/** The second SDK: `@modelcontextprotocol/server` and `/client`. */
export const mcpSdkV2 = {
  id: 'mcp-ts-v2',
  title: 'MCP SDK',
  language: 'javascript',
  modules: [
    '@modelcontextprotocol/server',
    '@modelcontextprotocol/client',
    '@modelcontextprotocol/client/stdio',
    '@modelcontextprotocol/server/*',
    '@modelcontextprotocol/client/*',
  ],
  ai: true,
  checkedAgainst: { '@modelcontextprotocol/server': ['2'], '@modelcontextprotocol/client': ['2'] },
  servers: [
    { call: 'Member[McpServer]', module: '@modelcontextprotocol/server', name: 'Argument[0].Member[name]' },
    {
      call: 'Member[Server]',
      module: '@modelcontextprotocol/server',
      name: 'Argument[0].Member[name]',
      callToolHandler: {
        call: 'Member[Server].Instance.Member[setRequestHandler]',
        schema: 'Argument[0]',
        schemaIs: ['tools/call'],
        handler: 'Argument[1]',
        toolName: 'Member[params].Member[name]',
        toolArguments: 'Member[params].Member[arguments]',
      },
    },
  ],
  tools: [
    {
      call: 'Member[McpServer].Instance.Member[registerTool]',
      module: '@modelcontextprotocol/server',
      name: 'Argument[0]',
      description: 'Argument[1].Member[description]',
      schema: 'Argument[1].Member[inputSchema]',
      handler: 'Argument[2]',
      input: 0,
      options: 'Argument[1]',
      annotations: 'Argument[1].Member[annotations]',
      server: true,
    },
  ],
  settings: [
    {
      ...environmentOfServer,
      call: 'Member[StdioClientTransport]',
      module: '@modelcontextprotocol/client/stdio',
      at: 'Argument[0].Member[env]',
      subject: 'StdioClientTransport',
    },
  ],
  gates: [
    {
      call: 'Member[Server].Instance.Member[elicitInput]',
      module: '@modelcontextprotocol/server',
      level: 'elicitation',
    },
    {
      call: 'Member[McpServer].Instance.Member[server].Member[elicitInput]',
      module: '@modelcontextprotocol/server',
      level: 'elicitation',
    },
    {
      call: 'Member[McpServer].Instance.Member[registerTool].Argument[2].Parameter[1].Member[mcpReq].Member[elicitInput]',
      module: '@modelcontextprotocol/server',
      level: 'elicitation',
    },
    { call: 'Member[inputRequired]', module: '@modelcontextprotocol/server', level: 'elicitation' },
    {
      call: 'Member[inputRequired].Member[elicit,elicitUrl]',
      module: '@modelcontextprotocol/server',
      level: 'elicitation',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[Client].Instance.Member[callTool,readResource,getPrompt].ReturnValue',
      module: '@modelcontextprotocol/client',
      label: 'result of an MCP server',
    },
  ],
} as const satisfies Framework;
