import type { Framework } from '../framework.js';
import { wholeEnvironment } from '../models/environments.js';

const server = 'Member[FastMCP,MCPServer]';
const lowLevel = 'Member[Server]';
/** The HTTP request by which a client calls a tool: it has what a middleware kept. */
const httpRequest = 'Member[Context].Instance.Member[request_context].Member[request]';
const requestParts = 'Member[headers,query_params,cookies,path_params]';

/** Model Context Protocol: the official SDK with `FastMCP`, which is called `MCPServer` since 2.0, and with its low-level `Server`. */
export const pythonMcp = {
  id: 'mcp-python',
  title: 'MCP Python SDK',
  language: 'python',
  modules: [
    'mcp',
    'mcp.server',
    'mcp.server.fastmcp',
    'mcp.server.fastmcp.server',
    'mcp.server.lowlevel',
    'mcp.server.lowlevel.server',
    'mcp.server.mcpserver',
    'mcp.types',
    'mcp.client.session',
    'mcp.client.stdio',
    'mcp.client.sse',
    'mcp.client.streamable_http',
  ],
  ai: true,
  checkedAgainst: { mcp: ['1.30', '2.3'] },
  servers: [
    { call: server, name: 'Argument[0,name]' },
    {
      call: lowLevel,
      name: 'Argument[0,name]',
      dispatcher: {
        call: `${lowLevel}.Instance.Member[call_tool]`,
        listing: `${lowLevel}.Instance.Member[list_tools]`,
        toolName: 'Parameter[0]',
        toolArguments: 'Parameter[1]',
      },
    },
    {
      call: lowLevel,
      versions: '>=2',
      name: 'Argument[0,name]',
      dispatcher: {
        handler: 'Argument[on_call_tool]',
        listed: 'Argument[on_list_tools]',
        toolName: 'Parameter[1].Member[name]',
        toolArguments: 'Parameter[1].Member[arguments]',
      },
    },
  ],
  tools: [
    {
      call: `${server}.Instance.Member[tool]`,
      name: 'Argument[0,name]',
      description: 'Argument[description]',
      annotations: 'Argument[annotations]',
      decorator: true,
      injected: ['Member[Context]'],
      server: true,
    },
    {
      call: `${server}.Instance.Member[add_tool]`,
      name: 'Argument[1,name]',
      description: 'Argument[description]',
      handler: 'Argument[0,fn]',
      annotations: 'Argument[annotations]',
      injected: ['Member[Context]'],
      server: true,
    },
  ],
  calls: [
    {
      // Sampling: the client's model answers.
      call: 'Member[ServerSession].Instance.Member[create_message]',
      slots: [
        { role: 'system', at: 'Argument[system_prompt]' },
        { role: 'messages', at: 'Argument[0,messages]' },
      ],
      outputs: ['ReturnValue.Member[content]'],
    },
    {
      call: 'Member[Context].Instance.Member[session].Member[create_message]',
      slots: [
        { role: 'system', at: 'Argument[system_prompt]' },
        { role: 'messages', at: 'Argument[0,messages]' },
      ],
      outputs: ['ReturnValue.Member[content]'],
    },
  ],
  requestStates: [{ path: `${httpRequest}.Member[state]`, place: 'asgi' }],
  gates: [
    { call: 'Member[Context].Instance.Member[elicit]', level: 'elicitation' },
    { call: 'Member[Context].Instance.Member[session].Member[elicit,elicit_form]', level: 'elicitation' },
    {
      versions: '<2',
      call: `${lowLevel}.Instance.Member[request_context].Member[session].Member[elicit,elicit_form]`,
      level: 'elicitation',
    },
  ],
  settings: [
    {
      ...wholeEnvironment,
      call: 'Member[StdioServerParameters]',
      at: 'Argument[env]',
      noteIf: { at: 'Argument[command]', values: ['Member[sys].Member[executable]', 'python', 'python3', 'uv'] },
      subject: 'StdioServerParameters',
    },
  ],
  sources: [
    { kind: 'request', path: `${httpRequest}.${requestParts}`, label: 'request' },
    {
      kind: 'retrieved',
      path: 'Member[ClientSession].Instance.Member[call_tool,read_resource,get_prompt].ReturnValue',
      label: 'result of an MCP server',
    },
    {
      kind: 'request',
      path: `${server}.Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..]`,
      label: 'argument of an MCP prompt',
    },
    {
      kind: 'request',
      path: `${server}.Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..]`,
      label: 'address of an MCP resource',
    },
    {
      kind: 'request',
      path: 'Member[Server].Instance.Member[read_resource].ReturnValue.Argument[0].Parameter[0]',
      label: 'address of an MCP resource',
      versions: '<2',
    },
    {
      kind: 'request',
      path: 'Member[Server].Instance.Member[get_prompt].ReturnValue.Argument[0].Parameter[1]',
      label: 'argument of an MCP prompt',
      versions: '<2',
    },
  ],
} as const satisfies Framework;

const fast = 'Member[FastMCP]';
const dependencies = 'Member[server].Member[dependencies]';

/** The package that `FastMCP` came from, which went on by itself. */
export const pythonFastMcp = {
  id: 'fastmcp-python',
  title: 'FastMCP',
  language: 'python',
  modules: ['fastmcp'],
  ai: true,
  checkedAgainst: { fastmcp: ['2.14'], 'fastmcp-slim': ['4.2'] },
  servers: [{ call: fast, name: 'Argument[0,name]' }],
  tools: [
    {
      call: `${fast}.Instance.Member[tool]`,
      name: 'Argument[0,name]',
      description: 'Argument[description]',
      annotations: 'Argument[annotations]',
      decorator: true,
      injected: ['Member[Context]'],
      server: true,
    },
    {
      call: `${fast}.Instance.Member[add_tool]`,
      // The function's own name.
      name: 'Argument[0,tool]',
      handler: 'Argument[0,tool]',
      injected: ['Member[Context]'],
      server: true,
    },
  ],
  calls: [
    {
      call: 'Member[Context].Instance.Member[sample]',
      slots: [
        { role: 'messages', at: 'Argument[0,messages]' },
        { role: 'system', at: 'Argument[system_prompt]' },
      ],
      outputs: ['ReturnValue'],
    },
  ],
  gates: [{ call: 'Member[Context].Instance.Member[elicit]', level: 'elicitation' }],
  requestStates: [httpRequest, `${dependencies}.Member[get_http_request].ReturnValue`].map((path) => ({
    path: `${path}.Member[state]`,
    place: 'asgi',
  })),
  sources: [
    { kind: 'request', path: `${httpRequest}.${requestParts}`, label: 'request' },
    {
      kind: 'request',
      path: `${dependencies}.Member[get_http_request].ReturnValue.${requestParts}`,
      label: 'request',
    },
    { kind: 'request', path: `${dependencies}.Member[get_http_headers].ReturnValue`, label: 'request' },
    {
      kind: 'retrieved',
      path: 'Member[Client].Instance.Member[call_tool,call_tool_mcp,read_resource,get_prompt].ReturnValue',
      label: 'result of an MCP server',
    },
    {
      kind: 'request',
      path: `${fast}.Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..]`,
      label: 'argument of an MCP prompt',
    },
    {
      kind: 'request',
      path: `${fast}.Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..]`,
      label: 'address of an MCP resource',
    },
  ],
} as const satisfies Framework;
