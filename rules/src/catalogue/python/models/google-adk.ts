import type { Framework } from '../../framework.js';

const ownGate = { at: 'Argument[require_confirmation]', shape: 'value', insert: 'require_confirmation=True' } as const;
const runner = 'Member[Runner,InMemoryRunner]';
const modelCalls = {
  kind: 'steps',
  at: 'Argument[run_config].Member[max_llm_calls]',
  default: 500,
  unbounded: [0, -1],
  absurdAbove: 1000,
} as const;

const workflow = {
  name: 'Argument[name]',
  slots: [],
  handoffs: 'Argument[sub_agents]',
} as const;

export const pythonGoogleAdk = {
  id: 'google-adk-python',
  title: 'Google ADK',
  language: 'python',
  modules: [
    'google.adk',
    'google.adk.agents',
    'google.adk.agents.llm_agent',
    'google.adk.agents.loop_agent',
    'google.adk.agents.parallel_agent',
    'google.adk.agents.run_config',
    'google.adk.agents.sequential_agent',
    'google.adk.code_executors',
    'google.adk.code_executors.unsafe_local_code_executor',
    'google.adk.runners',
    'google.adk.tools',
    'google.adk.tools.agent_tool',
    'google.adk.tools.function_tool',
    'google.adk.tools.load_web_page',
    'google.adk.tools.long_running_tool',
    'google.adk.tools.mcp_tool',
    'google.adk.tools.mcp_tool.mcp_toolset',
    'google.adk.tools.tool_context',
  ],
  ai: true,
  checkedAgainst: { 'google-adk': ['2.13'] },
  calls: [
    {
      call: `${runner}.Instance.Member[run,run_async]`,
      slots: [{ role: 'user', at: 'Argument[new_message]' }],
      agent: 'Receiver.Argument[agent]',
      limits: [modelCalls],
      outputs: ['ReturnValue.ArrayElement.Member[content]'],
    },
    {
      call: `${runner}.Instance.Member[run_live]`,
      slots: [],
      agent: 'Receiver.Argument[agent]',
      outputs: ['ReturnValue.ArrayElement.Member[content]'],
    },
  ],
  agents: [
    {
      call: 'Member[LlmAgent,Agent]',
      name: 'Argument[name]',
      slots: [
        { role: 'system', at: 'Argument[instruction]' },
        { role: 'system', at: 'Argument[global_instruction]' },
      ],
      tools: 'Argument[tools]',
      handoffs: 'Argument[sub_agents]',
      gates: [{ at: 'Argument[before_tool_callback]', shape: 'value' }],
    },
    { ...workflow, call: 'Member[SequentialAgent,ParallelAgent]' },
    {
      ...workflow,
      call: 'Member[LoopAgent]',
      // A sub-agent may leave the loop by itself.
      limits: [{ kind: 'steps', at: 'Argument[max_iterations]', default: 'unknown', insert: 'max_iterations=10' }],
    },
  ],
  functionTools: [{ injectedNames: ['tool_context'] }],
  tools: [
    {
      call: 'Member[FunctionTool,LongRunningFunctionTool]',
      // The function's own name.
      name: 'Argument[0,func]',
      handler: 'Argument[0,func]',
      injectedNames: ['tool_context'],
      gates: [ownGate],
    },
    {
      call: 'Member[AgentTool]',
      name: 'Argument[0,agent].Member[name]',
      agent: 'Argument[0,agent]',
    },
  ],
  hosted: [
    {
      call: 'Member[google_search,enterprise_web_search]',
      constant: true,
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
    {
      call: 'Member[url_context]',
      constant: true,
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[load_web_page]',
      constant: true,
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    { call: 'Member[VertexAiSearchTool]', tool: 'file-search', capabilities: ['private-read'] },
  ],
  supplies: [
    {
      call: 'Member[MCPToolset,McpToolset]',
      servers: ['Argument[connection_params]', 'Argument[connection_params].Member[server_params]'],
      allow: ['Argument[tool_filter]'],
      insert: 'tool_filter=["name_of_a_tool"]',
      gates: [ownGate],
    },
  ],
  gates: [{ call: 'Member[ToolContext].Instance.Member[request_confirmation]', level: 'in-handler' }],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[UnsafeLocalCodeExecutor]',
      severity: 'error',
      subject: 'UnsafeLocalCodeExecutor',
      note: 'Generated code runs on the host.',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[load_web_page].ReturnValue',
      label: 'fetched page',
    },
  ],
} as const satisfies Framework;
