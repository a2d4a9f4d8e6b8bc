import type { Framework } from '../framework.js';
import type { McpTransportRow } from '../web-rows.js';

const streamable = {
  kind: 'transport',
  handles: ['handleRequest'],
  hostCheck: 'Argument[0].Member[enableDnsRebindingProtection]',
} as const satisfies Partial<McpTransportRow>;

/** Transports and request handlers of the MCP SDKs. */
export const mcpSdkEndpoints = {
  id: 'mcp-sdk-endpoints',
  title: 'MCP SDK',
  language: 'javascript',
  modules: [
    '@modelcontextprotocol/sdk/server/streamableHttp.js',
    '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js',
    '@modelcontextprotocol/sdk/server/sse.js',
    '@modelcontextprotocol/sdk/server/express.js',
  ],
  ai: false,
  checkedAgainst: { '@modelcontextprotocol/sdk': ['1'] },
  mcpTransports: [
    {
      ...streamable,
      call: 'Member[StreamableHTTPServerTransport]',
      module: '@modelcontextprotocol/sdk/server/streamableHttp.js',
    },
    {
      ...streamable,
      call: 'Member[WebStandardStreamableHTTPServerTransport]',
      module: '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js',
    },
    {
      call: 'Member[SSEServerTransport]',
      kind: 'transport',
      handles: ['handlePostMessage', 'handleMessage'],
      hostCheck: 'Argument[2].Member[enableDnsRebindingProtection]',
      module: '@modelcontextprotocol/sdk/server/sse.js',
    },
  ],
  webServers: [
    {
      call: 'Member[createMcpExpressApp]',
      module: '@modelcontextprotocol/sdk/server/express.js',
      routes: ['all', 'get', 'post', 'put', 'delete', 'patch', 'options', 'head'],
      middleware: ['use'],
      mounts: ['use'],
      listen: { method: 'listen', host: ['Argument[1]', 'Argument[2]'], absent: 'all' },
      hostCheck: { unless: 'Argument[0].Member[host]', values: ['0.0.0.0', '::'] },
    },
  ],
} as const satisfies Framework;

/** The second SDK and its adapters. */
export const mcpSdkV2Endpoints = {
  id: 'mcp-sdk-v2-endpoints',
  title: 'MCP SDK',
  language: 'javascript',
  modules: [
    '@modelcontextprotocol/server',
    '@modelcontextprotocol/node',
    '@modelcontextprotocol/express',
    '@modelcontextprotocol/hono',
  ],
  ai: false,
  checkedAgainst: {},
  mcpTransports: [
    {
      ...streamable,
      call: 'Member[WebStandardStreamableHTTPServerTransport]',
      module: '@modelcontextprotocol/server',
    },
    { ...streamable, call: 'Member[NodeStreamableHTTPServerTransport]', module: '@modelcontextprotocol/node' },
    { call: 'Member[toNodeHandler]', kind: 'handler', module: '@modelcontextprotocol/node' },
    {
      call: 'Member[createMcpHandler]',
      kind: 'handler',
      handles: ['fetch', 'handle'],
      module: '@modelcontextprotocol/server',
    },
  ],
  webServers: [
    {
      call: 'Member[createMcpExpressApp]',
      module: '@modelcontextprotocol/express',
      routes: ['all', 'get', 'post', 'put', 'delete', 'patch', 'options', 'head'],
      middleware: ['use'],
      mounts: ['use'],
      listen: { method: 'listen', host: ['Argument[1]', 'Argument[2]'], absent: 'all' },
      hostCheck: { unless: 'Argument[0].Member[host]', values: ['0.0.0.0', '::'] },
    },
    {
      call: 'Member[createMcpHonoApp]',
      module: '@modelcontextprotocol/hono',
      routes: ['get', 'post', 'put', 'delete', 'patch', 'options', 'all', 'on'],
      middleware: ['use'],
      mounts: ['route', 'mount'],
      hostCheck: { unless: 'Argument[0].Member[host]', values: ['0.0.0.0', '::'] },
    },
  ],
} as const satisfies Framework;

/** Frameworks that serve MCP by themselves. */
export const mcpFrameworkEndpoints = {
  id: 'mcp-framework-endpoints',
  title: 'MCP server',
  language: 'javascript',
  modules: ['fastmcp', 'mcp-handler', '@vercel/mcp-adapter', 'agents/mcp', '@hono/mcp'],
  ai: false,
  checkedAgainst: {},
  mcpTransports: [
    {
      call: 'Member[FastMCP]',
      kind: 'server',
      module: 'fastmcp',
      authentication: ['Argument[0].Member[authenticate]', 'Argument[0].Member[auth]', 'Argument[0].Member[oauth]'],
      start: {
        method: 'start',
        when: 'Argument[0].Member[httpStream,sse]',
        host: 'Argument[0].Member[httpStream,sse].Member[host]',
        absent: 'all',
      },
    },
    { call: 'Member[StreamableHTTPTransport]', kind: 'transport', handles: ['handleRequest'], module: '@hono/mcp' },
    { call: 'Member[createMcpHandler]', kind: 'handler', module: 'mcp-handler', handles: ['fetch'] },
    { call: 'Member[createMcpHandler]', kind: 'handler', module: '@vercel/mcp-adapter', handles: ['fetch'] },
    { call: 'Member[createMcpHandler]', kind: 'handler', module: 'agents/mcp', handles: ['fetch'] },
    {
      call: 'Member[McpAgent].Member[serve,serveSSE,mount]',
      kind: 'handler',
      module: 'agents/mcp',
      handles: ['fetch'],
    },
  ],
} as const satisfies Framework;

/** Helpers that hand requests to agents. */
export const agentEndpoints = {
  id: 'agent-endpoints',
  title: 'Agent routes',
  language: 'javascript',
  modules: ['agents', '@copilotkit/runtime', '@copilotkit/runtime/*'],
  ai: false,
  checkedAgainst: {},
  agentRoutes: [
    {
      call: 'Member[routeAgentRequest]',
      module: 'agents',
      authentication: ['Argument[2].Member[onBeforeConnect]', 'Argument[2].Member[onBeforeRequest]'],
      label: 'routeAgentRequest',
    },
    {
      call: 'Member[copilotRuntimeNextJSAppRouterEndpoint,copilotRuntimeNextJSPagesRouterEndpoint,copilotRuntimeNodeHttpEndpoint,copilotRuntimeNodeExpressEndpoint]',
      module: '@copilotkit/runtime',
      label: 'CopilotRuntime',
    },
  ],
} as const satisfies Framework;

/** Clients that go past the rules for rows. */
export const privilegedClients = {
  id: 'privileged-clients',
  title: 'Privileged client',
  language: 'javascript',
  modules: ['@supabase/supabase-js', '@supabase/ssr'],
  ai: false,
  checkedAgainst: {},
  privileges: [
    {
      call: 'Member[createClient,createServerClient]',
      key: 'Argument[1]',
      variables: [
        'SUPABASE_SERVICE_ROLE_KEY',
        'SUPABASE_SERVICE_KEY',
        'SUPABASE_SECRET_KEY',
        'SUPABASE_SERVICE_ROLE',
        'SUPABASE_SERVICE_ROLE_SECRET',
        'SERVICE_ROLE_KEY',
      ],
      uses: ['from', 'rpc', 'schema', 'storage', 'auth'],
      label: 'service-role client of Supabase',
    },
  ],
} as const satisfies Framework;

/** Runs that wait for a person and are resumed with the answer. */
export const resumedRuns = {
  id: 'resumed-runs',
  title: 'Resumed runs',
  language: 'javascript',
  modules: ['@langchain/langgraph', '@langchain/langgraph/*', '@openai/agents', '@openai/agents-core'],
  ai: false,
  checkedAgainst: { '@langchain/langgraph': ['1'], '@openai/agents': ['0'] },
  resumes: [
    { call: 'Member[Command]', answer: 'Argument[0].Member[resume]', module: '@langchain/langgraph' },
    {
      call: 'Member[RunState].Member[fromString,fromStringWithContext].ReturnValue.Member[approve]',
      answer: 'Argument[0]',
      module: '@openai/agents',
    },
  ],
} as const satisfies Framework;
