import type { Framework } from '../framework.js';

const python = { language: 'python', ai: true, checkedAgainst: {} } as const;
const own = { command: 'Argument[0,command]', args: 'Argument[1,args]' } as const;
const listed = { command: 'Member[command]', args: 'Member[args]' } as const;

/** Clients that start MCP servers by command lines. */
export const pythonMcpLaunches = {
  ...python,
  id: 'mcp-launches-python',
  title: 'MCP client',
  modules: [
    'mcp',
    'mcp.client.stdio',
    'agents.mcp',
    'pydantic_ai.mcp',
    'langchain_mcp_adapters.client',
    'langchain_mcp_adapters.sessions',
    'claude_agent_sdk',
    'claude_code_sdk',
    'autogen_ext.tools.mcp',
    'llama_index.tools.mcp',
    'agno.tools.mcp',
    'fastmcp.client.transports',
    'mcp_use',
    'google.adk.tools.mcp_tool.mcp_toolset',
    'google.adk.tools.mcp_tool',
    'semantic_kernel.connectors.mcp',
    'praisonaiagents',
    'mirascope.mcp',
    'camel.toolkits',
    'browser_use.mcp.client',
    'strands.tools.mcp',
  ],
  launches: [
    { module: 'mcp', call: 'Member[StdioServerParameters]', ...own },
    { module: 'mcp.client.stdio', call: 'Member[StdioServerParameters]', ...own },
    { module: 'google.adk.tools.mcp_tool.mcp_toolset', call: 'Member[StdioServerParameters]', ...own },
    { module: 'google.adk.tools.mcp_tool', call: 'Member[StdioServerParameters]', ...own },
    { module: 'agents.mcp', call: 'Member[MCPServerStdio]', servers: 'Argument[0,params]', ...listed },
    { module: 'pydantic_ai.mcp', call: 'Member[MCPServerStdio]', ...own },
    {
      module: 'langchain_mcp_adapters.client',
      call: 'Member[MultiServerMCPClient]',
      servers: 'Argument[0,connections].Member[*]',
      ...listed,
    },
    {
      module: 'claude_agent_sdk',
      call: 'Member[ClaudeAgentOptions]',
      servers: 'Argument[mcp_servers].Member[*]',
      ...listed,
    },
    {
      module: 'claude_code_sdk',
      call: 'Member[ClaudeCodeOptions]',
      servers: 'Argument[mcp_servers].Member[*]',
      ...listed,
    },
    { module: 'autogen_ext.tools.mcp', call: 'Member[StdioServerParams]', ...own },
    {
      module: 'llama_index.tools.mcp',
      call: 'Member[BasicMCPClient]',
      command: 'Argument[0,command_or_url]',
      args: 'Argument[args]',
    },
    { module: 'agno.tools.mcp', call: 'Member[MCPTools]', command: 'Argument[0,command]' },
    {
      module: 'agno.tools.mcp',
      call: 'Member[MultiMCPTools]',
      servers: 'Argument[0,commands].ArrayElement',
      command: '',
    },
    { module: 'fastmcp.client.transports', call: 'Member[StdioTransport]', ...own },
    {
      module: 'fastmcp.client.transports',
      call: 'Member[NpxStdioTransport]',
      servers: 'Argument[0,package]',
      command: '',
    },
    {
      module: 'mcp_use',
      call: 'Member[MCPClient].Member[from_dict]',
      servers: 'Argument[0].Member[mcpServers].Member[*]',
      ...listed,
    },
    {
      module: 'mcp_use',
      call: 'Member[MCPClient]',
      servers: 'Argument[0,config].Member[mcpServers].Member[*]',
      ...listed,
    },
    {
      module: 'semantic_kernel.connectors.mcp',
      call: 'Member[MCPStdioPlugin]',
      command: 'Argument[command]',
      args: 'Argument[args]',
    },
  ],
} as const satisfies Framework;
