import type { Framework } from '../framework.js';
import { wholeEnvironment } from '../models/environments.js';

const maxTurns = {
  kind: 'steps',
  at: 'Argument[max_turns]',
  default: 10,
  unbounded: [null],
  absurdAbove: 200,
  insert: 'max_turns=10',
} as const;

const ownGate = { at: 'Argument[needs_approval]', shape: 'value', insert: 'needs_approval=True' } as const;

const outputs = ['ReturnValue.Member[final_output,new_items,raw_responses]'] as const;
const streamed = [
  'ReturnValue.Member[final_output,new_items]',
  'ReturnValue.Member[stream_events].ReturnValue',
] as const;
const run = {
  agent: 'Argument[0,starting_agent]',
  slots: [{ role: 'messages', at: 'Argument[1,input]' }],
  limits: [maxTurns],
} as const;

const servers = 'Member[MCPServerStdio,MCPServerSse,MCPServerStreamableHttp]';

export const pythonOpenAiAgents = {
  id: 'openai-agents-python',
  title: 'OpenAI Agents SDK for Python',
  language: 'python',
  modules: ['agents', 'agents.mcp', 'agents.realtime', 'agents.sandbox', 'agents.sandbox.sandboxes'],
  ai: true,
  checkedAgainst: { 'openai-agents': ['0.24'] },
  traces: { unless: 'Member[set_tracing_disabled]' },
  clients: [
    { call: 'Member[set_default_openai_key]', credential: 'Argument[0,key]', envVariable: 'OPENAI_API_KEY' },
    { call: 'Member[OpenAIProvider]', credential: 'Argument[api_key]', envVariable: 'OPENAI_API_KEY' },
  ],
  endpoints: [
    {
      call: 'Member[OpenAIProvider]',
      at: 'Argument[base_url]',
      credentials: ['Argument[api_key]'],
      envVariable: 'OPENAI_API_KEY',
    },
  ],
  agents: [
    {
      call: 'Member[Agent]',
      module: 'agents',
      name: 'Argument[0,name]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[tools]',
      servers: 'Argument[mcp_servers].ArrayElement',
      handoffs: 'Argument[handoffs]',
    },
    {
      call: 'Member[SandboxAgent]',
      module: 'agents.sandbox',
      name: 'Argument[0,name]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[tools]',
      servers: 'Argument[mcp_servers].ArrayElement',
      handoffs: 'Argument[handoffs]',
    },
    {
      call: 'Member[RealtimeAgent]',
      module: 'agents.realtime',
      name: 'Argument[0,name]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[tools]',
      handoffs: 'Argument[handoffs]',
    },
    {
      call: 'Member[Agent].Instance.Member[clone]',
      module: 'agents',
      name: 'Argument[name]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[tools]',
      servers: 'Argument[mcp_servers].ArrayElement',
      handoffs: 'Argument[handoffs]',
      base: 'Receiver',
    },
  ],
  calls: [
    { ...run, call: 'Member[Runner].Member[run,run_sync]', module: 'agents', outputs },
    { ...run, call: 'Member[Runner].Member[run_streamed]', module: 'agents', outputs: streamed },
    {
      call: 'Member[RealtimeRunner].Instance.Member[run].ReturnValue.Member[send_message]',
      module: 'agents.realtime',
      slots: [{ role: 'user', at: 'Argument[0,message]' }],
      outputs: [],
    },
  ],
  tools: [
    {
      call: 'Member[function_tool]',
      module: 'agents',
      name: 'Argument[name_override]',
      description: 'Argument[description_override]',
      decorator: true,
      injected: ['Member[RunContextWrapper]', 'Member[tool_context].Member[ToolContext]'],
      gates: [ownGate],
    },
    {
      call: 'Member[FunctionTool]',
      module: 'agents',
      name: 'Argument[0,name]',
      description: 'Argument[1,description]',
      schema: 'Argument[2,params_json_schema]',
      handler: 'Argument[3,on_invoke_tool]',
      input: 1,
      gates: [ownGate],
    },
    {
      call: 'Member[CustomTool]',
      module: 'agents',
      name: 'Argument[0,name]',
      description: 'Argument[1,description]',
      handler: 'Argument[2,on_invoke_tool]',
      input: 1,
      gates: [ownGate],
    },
    {
      call: 'Member[Agent].Instance.Member[as_tool]',
      module: 'agents',
      name: 'Argument[0,tool_name]',
      description: 'Argument[1,tool_description]',
      agent: 'Receiver',
      gates: [ownGate],
    },
  ],
  hosted: [
    {
      call: 'Member[WebSearchTool]',
      module: 'agents',
      tool: 'web-search',
      capabilities: ['untrusted-in', 'egress'],
    },
    { call: 'Member[FileSearchTool]', module: 'agents', tool: 'file-search', capabilities: ['private-read'] },
    { call: 'Member[CodeInterpreterTool]', module: 'agents', tool: 'code', capabilities: ['exec'] },
    { call: 'Member[ImageGenerationTool]', module: 'agents', tool: 'image', capabilities: [] },
    {
      call: 'Member[HostedMCPTool]',
      module: 'agents',
      tool: 'mcp',
      capabilities: ['untrusted-in', 'egress'],
      gates: [
        {
          at: 'Argument[0,tool_config].Member[require_approval]',
          shape: 'value',
          never: ['never'],
          insert: '"require_approval": "always"',
        },
      ],
    },
    {
      call: 'Member[ComputerTool]',
      module: 'agents',
      tool: 'computer',
      capabilities: ['untrusted-in', 'egress', 'exec'],
    },
    {
      call: 'Member[LocalShellTool]',
      module: 'agents',
      tool: 'shell',
      capabilities: ['exec'],
      handler: 'Argument[0,executor]',
      input: 0,
    },
    {
      call: 'Member[ShellTool]',
      module: 'agents',
      tool: 'shell',
      capabilities: ['exec'],
      handler: 'Argument[0,executor]',
      input: 0,
      gates: [ownGate],
    },
    {
      call: 'Member[ApplyPatchTool]',
      module: 'agents',
      tool: 'edit',
      capabilities: ['write'],
      gates: [ownGate],
    },
  ],
  supplies: [
    {
      call: servers,
      module: 'agents.mcp',
      servers: ['Argument[0,params]'],
      allow: ['Argument[tool_filter]'],
      insert: 'tool_filter=create_static_tool_filter(allowed_tool_names=["name_of_a_tool"])',
      insertImport: 'create_static_tool_filter',
      gates: [{ at: 'Argument[require_approval]', shape: 'value', never: ['never', false, null] }],
    },
  ],
  approvals: [
    {
      name: 'state.approve',
      approves:
        'Member[Runner].Member[run,run_sync,run_streamed].ReturnValue.Member[to_state].ReturnValue.Member[approve]',
    },
    { name: 'state.approve', approves: 'Member[RunState].Instance.Member[approve]' },
    { name: 'state.approve', approves: 'Member[RunState].Member[from_json,from_string].ReturnValue.Member[approve]' },
    { name: 'session.approve_tool_call', approves: 'Member[RealtimeSession].Instance.Member[approve_tool_call]' },
    {
      name: 'on_approval_request',
      callback: 'Member[HostedMCPTool].Argument[on_approval_request]',
      grants: { property: 'approve', values: [true] },
      denial: '{"approve": False, "reason": "A person has to approve this."}',
    },
    {
      name: 'on_approval',
      callback: 'Member[ShellTool,ApplyPatchTool,CustomTool].Argument[on_approval]',
      grants: { property: 'approve', values: [true] },
      denial: '{"approve": False, "reason": "A person has to approve this."}',
    },
    {
      name: 'on_safety_check',
      callback: 'Member[ComputerTool].Argument[on_safety_check]',
      grants: { values: [true] },
      denial: 'False',
    },
  ],
  settings: [
    {
      ...wholeEnvironment,
      call: 'Member[MCPServerStdio]',
      module: 'agents.mcp',
      at: 'Argument[0,params].Member[env]',
      noteIf: {
        at: 'Argument[0,params].Member[command]',
        values: ['Member[sys].Member[executable]', 'python', 'python3', 'uv'],
      },
      subject: 'MCPServerStdio',
    },
    {
      meaning: 'sandbox-open-egress',
      call: 'Member[DockerSandboxClientOptions]',
      module: 'agents.sandbox.sandboxes',
      at: 'Argument[network_mode]',
      absent: true,
      // The SDK refuses `exposed_ports` without a network.
      unless: ['Argument[exposed_ports]'],
      replacement: 'network_mode="none"',
      severity: 'warning',
      subject: 'DockerSandboxClientOptions',
      note: 'Containers join the default network of Docker.',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[HostedMCPTool]',
      at: 'Argument[0,tool_config].Member[require_approval]',
      values: ['never'],
      unless: ['Argument[0,tool_config].Member[allowed_tools]'],
      replacement: '"always"',
      severity: 'error',
      subject: 'HostedMCPTool',
    },
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[UnixLocalSandboxClient]',
      module: 'agents.sandbox.sandboxes',
      severity: 'warning',
      subject: 'UnixLocalSandboxClient',
      note: 'It runs commands on the host and does not confine them.',
    },
    {
      meaning: 'hosted-unrestricted',
      call: 'Member[WebSearchTool]',
      at: 'Argument[filters]',
      absent: true,
      severity: 'info',
      subject: 'WebSearchTool',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[RunConfig]',
      at: 'Argument[trace_include_sensitive_data]',
      values: [true],
      replacement: 'False',
      severity: 'warning',
      subject: 'RunConfig',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: `${servers}.Instance.Member[call_tool].ReturnValue`,
      label: 'result of an MCP server',
    },
  ],
} as const satisfies Framework;
