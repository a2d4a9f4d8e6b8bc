import type { Framework } from '../framework.js';
import type { McpTransportRow } from '../web-rows.js';

const options = ['auth', 'auth_server_provider', 'token_verifier', 'middleware'] as const;
const apps = 'Member[sse_app,streamable_http_app,http_app]';

const served = {
  kind: 'server',
  authentication: options.map((name) => `Argument[${name}]`),
  guards: ['add_middleware'],
  hostCheck: 'Argument[transport_security]',
  checksLocalHost: true,
} as const satisfies Partial<McpTransportRow>;

const app = {
  kind: 'handler',
  authentication: [...options.map((name) => `Receiver.Argument[${name}]`), 'Argument[middleware]'],
  hostCheck: 'Receiver.Argument[transport_security]',
  checksLocalHost: true,
} as const satisfies Partial<McpTransportRow>;

const asgi = {
  handler: 'ReturnValue',
  middleware: ['add_middleware', 'middleware'],
  mounts: ['mount'],
  anyOrder: true,
} as const;

/** MCP servers in Python that a network can reach. */
export const pythonMcpEndpoints = {
  id: 'mcp-python-endpoints',
  title: 'MCP Python SDK',
  language: 'python',
  modules: ['mcp', 'mcp.server', 'mcp.server.fastmcp', 'mcp.server.mcpserver', 'fastmcp'],
  ai: false,
  checkedAgainst: {},
  mcpTransports: [
    ...(['mcp.server', 'mcp.server.fastmcp', 'mcp.server.mcpserver'] as const).flatMap(
      (module) =>
        [
          {
            ...served,
            module,
            call: 'Member[FastMCP,MCPServer]',
            start: {
              method: 'run',
              when: 'Argument[0,transport]',
              values: ['sse', 'streamable-http'],
              host: 'Argument[host]',
              made: 'Argument[host]',
              assigned: 'Member[settings].Member[host]',
              absent: 'loopback',
              always: ['run_sse_async', 'run_streamable_http_async'],
            },
          },
          { ...app, module, call: `Member[FastMCP,MCPServer].Instance.${apps}` },
        ] as const,
    ),
    {
      ...served,
      module: 'fastmcp',
      call: 'Member[FastMCP]',
      start: {
        method: 'run',
        also: ['run_async'],
        when: 'Argument[0,transport]',
        values: ['sse', 'http', 'streamable-http'],
        host: 'Argument[host]',
        made: 'Argument[host]',
        assigned: 'Member[settings].Member[host]',
        absent: 'loopback',
        always: ['run_http_async', 'run_sse_async', 'run_streamable_http_async'],
      },
    },
    { ...app, module: 'fastmcp', call: `Member[FastMCP].Instance.${apps}` },
    {
      module: 'mcp.server',
      call: 'Member[sse].Member[SseServerTransport]',
      kind: 'transport',
      handles: ['connect_sse', 'handle_post_message'],
      hostCheck: 'Argument[1,security_settings]',
    },
    {
      module: 'mcp.server',
      call: 'Member[streamable_http_manager].Member[StreamableHTTPSessionManager]',
      kind: 'transport',
      handles: ['handle_request'],
      hostCheck: 'Argument[security_settings]',
    },
    {
      module: 'mcp.server',
      call: 'Member[streamable_http].Member[StreamableHTTPServerTransport]',
      kind: 'transport',
      handles: ['handle_request', 'connect'],
      hostCheck: 'Argument[security_settings]',
    },
  ],
  webServers: [
    ...(['mcp.server', 'mcp.server.fastmcp', 'mcp.server.mcpserver'] as const).map((module) => ({
      ...asgi,
      module,
      call: `Member[FastMCP,MCPServer].Instance.${apps}`,
    })),
    { ...asgi, module: 'fastmcp', call: `Member[FastMCP].Instance.${apps}` },
  ],
  requestChecks: [
    {
      module: 'mcp.server',
      call: 'Member[auth].Member[middleware].Member[bearer_auth].Member[*]',
      does: 'authenticates',
    },
    { module: 'mcp.server', call: 'Member[transport_security].Member[*]', does: 'host' },
  ],
} as const satisfies Framework;

/** Sessions in which whoever connects talks to agents of the application. */
export const pythonAgentRoutes = {
  id: 'python-agent-routes',
  title: 'Agent routes',
  language: 'python',
  modules: ['agents.realtime'],
  ai: false,
  checkedAgainst: {},
  agentRoutes: [{ call: 'Member[RealtimeRunner].Instance.Member[run]', label: 'RealtimeRunner.run' }],
} as const satisfies Framework;
