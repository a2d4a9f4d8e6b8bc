import type { Framework } from '../../framework.js';
import { langchainModels } from './langchain-models.js';

const argsSchema = 'Argument[args_schema]';
const executed = ['ReturnValue.Member[output]', 'ReturnValue.ArrayElement'] as const;
/** What a recursion limit is in force without one: a model that goes round in circles costs a fortune before. */
const recursion = {
  kind: 'steps',
  at: 'Argument[1,config].Member[recursion_limit]',
  default: 9999,
  absurdAbove: 1000,
  needsTools: true,
} as const;

/** What LangChain fills in calls of tools instead of the model. */
export const langchainInjected = [
  'Member[InjectedState]',
  'Member[InjectedStore]',
  'Member[InjectedToolArg]',
  'Member[InjectedToolCallId]',
  'Member[ToolRuntime]',
  'Member[RunnableConfig]',
  'Member[CallbackManagerForToolRun]',
  'Member[AsyncCallbackManagerForToolRun]',
] as const;

const injectedNames = ['run_manager', 'callbacks', 'config', 'runtime'] as const;

/** Tools, agents and middleware of LangChain. */
export const langchainPython: Framework = {
  id: 'langchain-python',
  title: 'LangChain',
  language: 'python',
  modules: [
    'langchain_core.tools',
    'langchain_core.vectorstores',
    'langchain_core.retrievers',
    'langchain_core.document_loaders',
    'langchain_core.runnables',
    'langchain_core.callbacks',
    'langchain_core.load',
    'langchain_core.language_models.chat_models',
    'langchain.agents',
    'langchain.agents.middleware',
    'langchain.tools',
    'langgraph.prebuilt',
    'deepagents',
    'langchain_core.language_models',
    'langchain_core.messages',
    'langchain_core.prompts',
    'langchain.chat_models',
    'langchain_classic.agents',
    'langchain_openai',
    'langchain_anthropic',
    'langchain/*',
    'langchain_core/*',
    'langchain_classic/*',
    'langchain_community/*',
    'langchain_openai/*',
    'langchain_anthropic/*',
  ],
  ai: true,
  checkedAgainst: {
    langchain: ['1.5'],
    'langchain-core': ['1.8'],
    'langchain-classic': ['1.0'],
    'langchain-community': ['0.4'],
    'langchain-openai': ['1.7'],
    'langchain-anthropic': ['1.7'],
    'langgraph-prebuilt': ['1.1'],
    deepagents: ['0.7'],
  },
  ...langchainModels,
  agents: [
    {
      call: 'Member[create_agent]',
      name: 'Argument[name]',
      slots: [{ role: 'system', at: 'Argument[system_prompt]' }],
      tools: 'Argument[1,tools]',
      gates: [{ at: 'Argument[middleware]', shape: 'value' }],
      runs: [
        {
          call: 'Member[invoke,ainvoke,stream,astream,stream_events,astream_events,batch,abatch]',
          slots: [{ role: 'messages', at: 'Argument[0,input].Member[messages]' }],
          outputs: ['ReturnValue.Member[messages,structured_response]', 'ReturnValue.ArrayElement'],
          limits: [recursion],
        },
      ],
    },
    {
      call: 'Member[create_deep_agent]',
      module: 'deepagents',
      name: 'Argument[name]',
      slots: [{ role: 'system', at: 'Argument[system_prompt]' }],
      tools: 'Argument[1,tools]',
      gates: [
        { at: 'Argument[interrupt_on]', shape: 'map', insert: 'interrupt_on: { $name: True }' },
        { at: 'Argument[middleware]', shape: 'value' },
      ],
      runs: [
        {
          call: 'Member[invoke,ainvoke,stream,astream,stream_events,astream_events]',
          slots: [{ role: 'messages', at: 'Argument[0,input].Member[messages]' }],
          outputs: ['ReturnValue.Member[messages,structured_response]', 'ReturnValue.ArrayElement'],
          limits: [recursion],
        },
      ],
    },
    {
      call: 'Member[AgentExecutor]',
      slots: [],
      tools: 'Argument[tools]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[max_iterations]',
          default: 15,
          unbounded: [null],
          absurdAbove: 200,
          insert: 'max_iterations: 15',
        },
        { kind: 'time', at: 'Argument[max_execution_time]', default: 'unbounded' },
      ],
      runs: [
        {
          call: 'Member[invoke,ainvoke,stream,astream,run,arun]',
          slots: [
            { role: 'user', at: 'Argument[0,input].Member[input]' },
            { role: 'user', at: 'Argument[0]' },
          ],
          outputs: executed,
        },
      ],
    },
    {
      call: 'Member[initialize_agent]',
      slots: [{ role: 'system', at: 'Argument[agent_kwargs].Member[prefix,system_message]' }],
      tools: 'Argument[0,tools]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[max_iterations]',
          default: 15,
          unbounded: [null],
          absurdAbove: 200,
          insert: 'max_iterations: 15',
        },
      ],
      runs: [
        {
          call: 'Member[invoke,ainvoke,run,arun,stream,astream]',
          slots: [
            { role: 'user', at: 'Argument[0,input].Member[input]' },
            { role: 'user', at: 'Argument[0,input]' },
          ],
          outputs: ['ReturnValue'],
        },
      ],
    },
    {
      call: 'Member[create_tool_calling_agent,create_openai_functions_agent,create_openai_tools_agent,create_structured_chat_agent,create_json_chat_agent,create_xml_agent]',
      slots: [{ role: 'messages', at: 'Argument[2,prompt]' }],
      tools: 'Argument[1,tools]',
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[0,name_or_callable]',
      description: 'Argument[description]',
      schema: argsSchema,
      decorator: true,
      injected: langchainInjected,
      injectedNames,
    },
    {
      call: 'Member[StructuredTool,Tool].Member[from_function]',
      name: 'Argument[name]',
      description: 'Argument[description]',
      schema: argsSchema,
      handler: 'Argument[0,func,coroutine]',
      injected: langchainInjected,
      injectedNames,
    },
    {
      call: 'Member[StructuredTool,Tool]',
      name: 'Argument[0,name]',
      description: 'Argument[2,description]',
      schema: argsSchema,
      handler: 'Argument[1,func,coroutine]',
      injected: langchainInjected,
      injectedNames,
    },
  ],
  toolClasses: [
    {
      base: 'Member[BaseTool,StructuredTool]',
      name: 'name',
      description: 'description',
      schema: 'args_schema',
      handler: '_run',
      injected: langchainInjected,
      injectedNames,
    },
  ],
  functionTools: [{ injected: langchainInjected, injectedNames }],
  hosted: [
    {
      call: 'Member[create_retriever_tool]',
      tool: 'retrieval',
      capabilities: ['private-read'],
    },
  ],
  gates: [
    {
      call: 'Member[HumanInTheLoopMiddleware]',
      covers: { at: 'Argument[0,interrupt_on]', shape: 'map', insert: '$name: True' },
      level: 'middleware',
    },
  ],
  settings: [
    ...(langchainModels.settings ?? []),
    {
      meaning: 'approval-disabled',
      call: 'Member[HumanInTheLoopMiddleware]',
      at: 'Argument[0,interrupt_on].Member[*]',
      values: [false],
      replacement: 'True',
      severity: 'warning',
      subject: 'HumanInTheLoopMiddleware',
    },
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[ShellToolMiddleware]',
      at: 'Argument[execution_policy]',
      absent: true,
      severity: 'error',
      subject: 'ShellToolMiddleware',
      note: 'Without a policy it runs commands on the host.',
    },
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[HostExecutionPolicy]',
      severity: 'error',
      subject: 'HostExecutionPolicy',
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[load,loads]',
      module: 'langchain_core.load',
      at: 'Argument[secrets_from_env]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'langchain_core.load',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[VectorStore].Instance.Member[similarity_search,asimilarity_search,similarity_search_with_score,similarity_search_with_relevance_scores,max_marginal_relevance_search,search].ReturnValue',
      label: 'retrieved document',
    },
    {
      kind: 'retrieved',
      path: 'Member[BaseRetriever,VectorStoreRetriever].Instance.Member[invoke,ainvoke].ReturnValue',
      label: 'retrieved document',
    },
    {
      kind: 'retrieved',
      path: 'Member[BaseLoader].Instance.Member[load,aload,lazy_load,alazy_load,load_and_split].ReturnValue',
      label: 'loaded document',
    },
  ],
};
