import type { Framework } from '../framework.js';

export const fastMcp = {
  id: 'fastmcp-ts',
  title: 'FastMCP',
  language: 'javascript',
  modules: ['fastmcp'],
  ai: true,
  checkedAgainst: { fastmcp: ['4'] },
  servers: [{ call: 'Member[FastMCP]', name: 'Argument[0].Member[name]' }],
  tools: [
    {
      call: 'Member[FastMCP].Instance.Member[addTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      annotations: 'Argument[0].Member[annotations]',
      server: true,
    },
  ],
} as const satisfies Framework;

/** The adapter hands its callback a server of the MCP SDK. */
export const mcpHandler = {
  id: 'mcp-handler',
  title: 'mcp-handler',
  language: 'javascript',
  modules: ['mcp-handler', '@vercel/mcp-adapter'],
  ai: true,
  checkedAgainst: { 'mcp-handler': ['2'] },
  tools: [
    {
      call: 'Member[createMcpHandler].Argument[0].Parameter[0].Member[registerTool]',
      versions: '>=2',
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
} as const satisfies Framework;

/** Before version 2 it was a server of the first MCP SDK. */
export const mcpHandlerBeforeTwo = {
  id: 'mcp-handler-1',
  title: 'mcp-handler',
  language: 'javascript',
  modules: ['mcp-handler', '@vercel/mcp-adapter'],
  ai: true,
  checkedAgainst: {},
  tools: [
    {
      call: 'Member[createMcpHandler].Argument[0].Parameter[0].Member[registerTool]',
      versions: '<2',
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
      call: 'Member[createMcpHandler].Argument[0].Parameter[0].Member[tool]',
      versions: '<2',
      name: 'Argument[0]',
      description: 'Argument[1]',
      schema: 'Argument[1..2]',
      schemaShape: 'zod-shape',
      handler: 'Argument[N-1]',
      input: 0,
      annotations: 'Argument[1..3]',
      server: true,
    },
  ],
} as const satisfies Framework;
