import type { Framework } from '../../framework.js';

const generators = 'OpenAIChatGenerator,AzureOpenAIChatGenerator,OpenAIResponsesChatGenerator';
const unsafe = {
  meaning: 'dangerous-opt-in',
  at: 'Argument[unsafe]',
  values: [true],
  replacement: 'False',
  severity: 'error',
  note: 'Its template evaluates any expression.',
} as const;

export const haystack: Framework = {
  id: 'haystack',
  title: 'Haystack',
  language: 'python',
  modules: [
    'haystack',
    'haystack.components.agents',
    'haystack.components.builders',
    'haystack.components.converters',
    'haystack.components.fetchers',
    'haystack.components.generators.chat',
    'haystack.components.retrievers.in_memory',
    'haystack.components.routers',
    'haystack.dataclasses',
    'haystack.tools',
    'haystack.hooks.human_in_the_loop',
    'haystack/*',
  ],
  ai: true,
  checkedAgainst: { 'haystack-ai': ['3.4'] },
  agents: [
    {
      call: 'Member[Agent]',
      slots: [
        { role: 'system', at: 'Argument[system_prompt]' },
        { role: 'user', at: 'Argument[user_prompt]' },
      ],
      tools: 'Argument[tools]',
      gates: [{ at: 'Argument[hooks].Member[before_tool].ArrayElement', shape: 'value' }],
      limits: [{ kind: 'steps', at: 'Argument[max_agent_steps]', default: 100, absurdAbove: 500 }],
      runs: [
        {
          call: 'Member[run,run_async]',
          slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
          outputs: ['ReturnValue.Member[messages,last_message]'],
        },
      ],
    },
  ],
  calls: [
    {
      call: `Member[${generators}].Instance.Member[run,run_async]`,
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      tools: 'Argument[tools]',
      outputs: ['ReturnValue.Member[replies]'],
    },
    {
      call: 'Member[ChatMessage].Member[from_system]',
      slots: [{ role: 'system', at: 'Argument[0,text]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[PromptBuilder]',
      slots: [{ role: 'template', at: 'Argument[0,template]' }],
      outputs: [],
      prepares: true,
    },
  ],
  sanitizers: [
    {
      call: 'Member[ChatMessage].Member[from_user,from_assistant,from_system,from_tool]',
      cleans: ['prompt-messages', 'prompt-role'],
    },
  ],
  tools: [
    { call: 'Member[tool]', name: 'Argument[name]', description: 'Argument[description]', decorator: true },
    {
      call: 'Member[Tool]',
      name: 'Argument[0,name]',
      description: 'Argument[1,description]',
      schema: 'Argument[2,parameters]',
      handler: 'Argument[3,function,async_function]',
    },
    {
      call: 'Member[create_tool_from_function]',
      name: 'Argument[1,name]',
      description: 'Argument[2,description]',
      handler: 'Argument[0,function]',
    },
  ],
  toolSets: [{ call: 'Member[Toolset]', tools: 'Argument[0,tools]' }],
  gates: [
    { call: 'Member[ConfirmationHook]', level: 'middleware' },
    { call: 'Member[BlockingConfirmationStrategy]', level: 'middleware' },
  ],
  settings: [
    {
      ...unsafe,
      call: 'Member[OutputAdapter]',
      unlessWritten: 'Argument[0,template]',
      subject: 'OutputAdapter',
    },
    {
      ...unsafe,
      call: 'Member[ConditionalRouter]',
      unlessWritten: 'Argument[0,routes]',
      subject: 'ConditionalRouter',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[NeverAskPolicy]',
      severity: 'warning',
      subject: 'NeverAskPolicy',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[LinkContentFetcher].Instance.Member[run,run_async].ReturnValue',
      label: 'fetched page',
    },
    {
      kind: 'retrieved',
      path: 'Member[InMemoryBM25Retriever,InMemoryEmbeddingRetriever].Instance.Member[run,run_async].ReturnValue',
      label: 'retrieved document',
    },
  ],
};
