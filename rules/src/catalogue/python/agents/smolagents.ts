import type { Framework } from '../../framework.js';

const system = [{ role: 'system', at: 'Argument[instructions]' }] as const;
const steps = { kind: 'steps', at: 'Argument[max_steps]', absurdAbove: 200 } as const;
/** Modules that open the machine to code: `DANGEROUS_MODULES` of the local executor. */
const openingModules = [
  '*',
  'os',
  'os.*',
  'subprocess',
  'sys',
  'shutil',
  'socket',
  'builtins',
  'io',
  'multiprocessing',
  'pathlib',
  'pty',
  'posixpath',
  'posix',
  'ntpath',
  'importlib',
  'ctypes',
  'requests',
] as const;

export const smolagents: Framework = {
  id: 'smolagents',
  title: 'smolagents',
  language: 'python',
  modules: [
    'smolagents',
    'smolagents.agents',
    'smolagents.tools',
    'smolagents.default_tools',
    'smolagents.local_python_executor',
    'smolagents/*',
  ],
  ai: true,
  checkedAgainst: { smolagents: ['1.26'] },
  agents: [
    {
      call: 'Member[CodeAgent,ToolCallingAgent,MultiStepAgent]',
      name: 'Argument[name]',
      slots: system,
      tools: 'Argument[0,tools]',
      handoffs: 'Argument[managed_agents]',
      limits: [{ ...steps, default: 20, insert: 'max_steps: 20' }],
      runs: [
        {
          call: 'Member[run]',
          slots: [{ role: 'user', at: 'Argument[0,task]' }],
          outputs: ['ReturnValue'],
        },
      ],
    },
  ],
  calls: [
    {
      call: 'Member[InferenceClientModel,OpenAIModel,OpenAIServerModel,AzureOpenAIModel,LiteLLMModel,TransformersModel,VLLMModel,AmazonBedrockModel].Instance',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: ['ReturnValue'],
    },
    {
      call: 'Member[InferenceClientModel,OpenAIModel,OpenAIServerModel,AzureOpenAIModel,LiteLLMModel,TransformersModel,VLLMModel,AmazonBedrockModel].Instance.Member[generate,generate_stream]',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: ['ReturnValue'],
    },
  ],
  clients: [
    { call: 'Member[OpenAIModel,OpenAIServerModel]', credential: 'Argument[api_key]', envVariable: 'OPENAI_API_KEY' },
    { call: 'Member[InferenceClientModel]', credential: 'Argument[token,api_key]', envVariable: 'HF_TOKEN' },
  ],
  tools: [{ call: 'Member[tool]', name: 'Argument[0,tool_function]', decorator: true }],
  toolClasses: [{ base: 'Member[Tool]', name: 'name', description: 'description', handler: 'forward' }],
  toolSets: [],
  hosted: [
    {
      call: 'Member[WebSearchTool,DuckDuckGoSearchTool,GoogleSearchTool,ApiWebSearchTool,WikipediaSearchTool]',
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
    { call: 'Member[VisitWebpageTool]', tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] },
    { call: 'Member[PythonInterpreterTool]', tool: 'code', capabilities: ['exec'] },
  ],
  gates: [{ call: 'Member[UserInputTool]', level: 'in-handler' }],
  supplies: [
    {
      call: 'Member[MCPClient]',
      servers: ['Argument[0,server_parameters].Member[url]', 'Argument[0,server_parameters]'],
    },
    {
      call: 'Member[ToolCollection].Member[from_mcp]',
      servers: ['Argument[0,server_parameters].Member[url]', 'Argument[0,server_parameters]'],
    },
  ],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[CodeAgent]',
      at: 'Argument[additional_authorized_imports].ArrayElement',
      values: openingModules,
      unless: ['Argument[executor_type]', 'Argument[executor]'],
      severity: 'error',
      subject: 'CodeAgent',
      note: 'The local interpreter is no boundary for such modules.',
    },
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[LocalPythonExecutor]',
      at: 'Argument[0,additional_authorized_imports].ArrayElement',
      values: openingModules,
      severity: 'error',
      subject: 'LocalPythonExecutor',
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[load_tool]',
      at: 'Argument[trust_remote_code]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'load_tool',
      note: "Code of the tool's author runs in this process.",
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[Tool,ToolCollection].Member[from_hub]',
      at: 'Argument[trust_remote_code]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'from_hub',
      note: "Code of the tool's author runs in this process.",
    },
  ],
};
