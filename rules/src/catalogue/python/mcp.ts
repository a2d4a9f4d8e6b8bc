import type { Framework } from '../framework.js';

/** Model Context Protocol servers: the official SDK's `FastMCP`, called `MCPServer` since 2.0, and the package `fastmcp`. */
export const pythonMcp = {
  id: 'mcp-python',
  title: 'MCP Python SDK',
  language: 'python',
  modules: ['mcp.server.fastmcp', 'mcp.server', 'mcp.server.mcpserver', 'fastmcp'],
  ai: true,
  checkedAgainst: { mcp: ['1.30', '2.3'], 'fastmcp-slim': ['4.2'] },
  tools: [
    {
      call: 'Member[FastMCP,MCPServer].Instance.Member[tool]',
      name: 'Argument[0,name]',
      description: 'Argument[description]',
      decorator: true,
      injected: ['Member[Context]'],
      server: true,
    },
  ],
} as const satisfies Framework;
