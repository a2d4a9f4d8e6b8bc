import type { Framework } from '../../framework.js';

const answers = ['ReturnValue.Member[messages]', 'ReturnValue.ArrayElement'] as const;
const task = [{ role: 'messages', at: 'Argument[task]' }] as const;
const onHost = { meaning: 'unsandboxed-executor', severity: 'error' } as const;

/** AutoGen since 0.4. */
export const autogen: Framework = {
  id: 'autogen',
  title: 'AutoGen',
  language: 'python',
  modules: [
    'autogen_agentchat.agents',
    'autogen_agentchat.teams',
    'autogen_agentchat.tools',
    'autogen_core',
    'autogen_core.tools',
    'autogen_core.models',
    'autogen_core.code_executor',
    'autogen_ext.code_executors.local',
    'autogen_ext.code_executors.docker',
    'autogen_ext.code_executors.jupyter',
    'autogen_ext.tools.code_execution',
    'autogen_ext.tools.mcp',
    'autogen_ext.tools.http',
    'autogen_ext.agents.web_surfer',
    'autogen_ext.agents.file_surfer',
    'autogen_ext.agents.magentic_one',
    'autogen_ext.models.openai',
    'autogen_ext.teams.magentic_one',
    'autogen_agentchat/*',
    'autogen_core/*',
    'autogen_ext/*',
  ],
  ai: true,
  checkedAgainst: { 'autogen-agentchat': ['0.7'], 'autogen-core': ['0.7'], 'autogen-ext': ['0.7'] },
  clients: [
    {
      call: 'Member[OpenAIChatCompletionClient]',
      credential: 'Argument[api_key]',
      envVariable: 'OPENAI_API_KEY',
    },
    {
      call: 'Member[AzureOpenAIChatCompletionClient]',
      credential: 'Argument[api_key]',
      envVariable: 'AZURE_OPENAI_API_KEY',
    },
  ],
  calls: [
    {
      call: 'Member[OpenAIChatCompletionClient,AzureOpenAIChatCompletionClient,ChatCompletionClient].Instance.Member[create,create_stream]',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      tools: 'Argument[tools]',
      outputs: ['ReturnValue.Member[content]', 'ReturnValue.ArrayElement'],
    },
    {
      call: 'Member[SystemMessage]',
      slots: [{ role: 'system', at: 'Argument[content]' }],
      outputs: [],
      prepares: true,
    },
  ],
  agents: [
    {
      call: 'Member[AssistantAgent]',
      name: 'Argument[0,name]',
      slots: [{ role: 'system', at: 'Argument[system_message]' }],
      tools: 'Argument[tools]',
      servers: 'Argument[workbench]',
      limits: [{ kind: 'steps', at: 'Argument[max_tool_iterations]', default: 1, absurdAbove: 200 }],
      runs: [{ call: 'Member[run,run_stream]', slots: task, outputs: answers }],
    },
    {
      call: 'Member[CodeExecutorAgent]',
      name: 'Argument[0,name]',
      slots: [{ role: 'system', at: 'Argument[system_message]' }],
      gates: [{ at: 'Argument[approval_func]', shape: 'value' }],
      runs: [{ call: 'Member[run,run_stream]', slots: task, outputs: answers }],
    },
    {
      call: 'Member[RoundRobinGroupChat,SelectorGroupChat,Swarm]',
      slots: [{ role: 'system', at: 'Argument[selector_prompt]' }],
      handoffs: 'Argument[0,participants]',
      limits: [
        { kind: 'steps', at: 'Argument[max_turns]', default: 'unbounded', unbounded: [null], insert: 'max_turns: 20' },
        { kind: 'steps', at: 'Argument[termination_condition]', default: 'unbounded', unbounded: [null] },
      ],
      runs: [{ call: 'Member[run,run_stream]', slots: task, outputs: answers }],
    },
    {
      call: 'Member[MagenticOneGroupChat]',
      slots: [],
      handoffs: 'Argument[0,participants]',
      limits: [{ kind: 'steps', at: 'Argument[max_turns]', default: 20, unbounded: [null] }],
      runs: [{ call: 'Member[run,run_stream]', slots: task, outputs: answers }],
    },
  ],
  tools: [
    {
      call: 'Member[FunctionTool]',
      name: 'Argument[2,name]',
      description: 'Argument[1,description]',
      handler: 'Argument[0,func]',
      injected: ['Member[CancellationToken]'],
    },
    { call: 'Member[AgentTool]', name: 'Argument[0,agent]', agent: 'Argument[0,agent]' },
  ],
  toolClasses: [{ base: 'Member[BaseTool]', name: 'name', handler: 'run', injected: ['Member[CancellationToken]'] }],
  functionTools: [{ injected: ['Member[CancellationToken]'] }],
  hosted: [
    { call: 'Member[PythonCodeExecutionTool]', tool: 'code', capabilities: ['exec'] },
    { call: 'Member[MultimodalWebSurfer]', tool: 'browser', capabilities: ['untrusted-in', 'egress'] },
    { call: 'Member[HttpTool]', tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] },
  ],
  supplies: [
    {
      call: 'Member[mcp_server_tools]',
      servers: ['Argument[0,server_params]', 'Argument[0,server_params].Argument[url,0]'],
    },
    {
      call: 'Member[McpWorkbench]',
      servers: ['Argument[0,server_params]', 'Argument[0,server_params].Argument[url,0]'],
    },
  ],
  settings: [
    { ...onHost, call: 'Member[LocalCommandLineCodeExecutor]', subject: 'LocalCommandLineCodeExecutor' },
    { ...onHost, call: 'Member[JupyterCodeExecutor]', subject: 'JupyterCodeExecutor' },
    {
      ...onHost,
      call: 'Member[MagenticOne]',
      at: 'Argument[3,code_executor]',
      absent: true,
      subject: 'MagenticOne',
      note: 'Without an executor it may run code on the host.',
      severity: 'warning',
    },
  ],
};
