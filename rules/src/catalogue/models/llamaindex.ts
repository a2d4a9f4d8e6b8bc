import type { ModelCallRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';

const document = { kind: 'retrieved', label: 'retrieved document' } as const;
const messages = { role: 'messages', at: 'Argument[0].Member[messages]' } as const;

/** Models of the provider packages. */
const models = [
  ['@llamaindex/openai', 'Member[OpenAI].Instance'],
  ['@llamaindex/openai', 'Member[openai].ReturnValue'],
] as const;

const modelCalls: readonly ModelCallRow[] = models.flatMap(([module, model]) => [
  {
    call: `${model}.Member[chat]`,
    module,
    slots: [messages],
    tools: 'Argument[0].Member[tools]',
    outputs: ['ReturnValue.Member[message]', 'ReturnValue.ArrayElement.Member[delta]'],
  },
  {
    call: `${model}.Member[complete]`,
    module,
    slots: [{ role: 'user', at: 'Argument[0].Member[prompt]' }],
    outputs: ['ReturnValue.Member[text]', 'ReturnValue.ArrayElement.Member[text]'],
  },
]);

const index = 'Member[VectorStoreIndex,SummaryIndex,KeywordTableIndex].Member[fromDocuments,init].ReturnValue';
const ask = [{ role: 'user', at: 'Argument[0].Member[query]' }] as const;
const answer = ['ReturnValue.Member[message,response]', 'ReturnValue.ArrayElement'] as const;

export const llamaIndex: Framework = {
  id: 'llamaindex-ts',
  title: 'LlamaIndex',
  language: 'javascript',
  modules: [
    'llamaindex',
    '@llamaindex/workflow',
    '@llamaindex/core/tools',
    '@llamaindex/core/agent',
    '@llamaindex/openai',
    '@llamaindex/*',
  ],
  ai: true,
  checkedAgainst: {
    llamaindex: ['0.12'],
    '@llamaindex/workflow': ['1'],
    '@llamaindex/openai': ['0.4'],
  },
  clients: [
    {
      call: 'Member[OpenAI,OpenAIEmbedding,openai]',
      module: '@llamaindex/openai',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'OPENAI_API_KEY',
    },
  ],
  calls: [
    ...modelCalls,
    {
      call: `${index}.Member[asQueryEngine].ReturnValue.Member[query]`,
      module: 'llamaindex',
      slots: ask,
      outputs: answer,
    },
    {
      call: `${index}.Member[asChatEngine].ReturnValue.Member[chat]`,
      module: 'llamaindex',
      slots: [{ role: 'user', at: 'Argument[0].Member[message]' }],
      outputs: answer,
    },
    {
      call: 'Member[RetrieverQueryEngine].Instance.Member[query]',
      module: 'llamaindex',
      slots: ask,
      outputs: answer,
    },
    {
      call: 'Member[SimpleChatEngine,ContextChatEngine,CondenseQuestionChatEngine].Instance.Member[chat]',
      module: 'llamaindex',
      slots: [{ role: 'user', at: 'Argument[0].Member[message]' }],
      outputs: answer,
    },
  ],
  agents: [
    {
      call: 'Member[agent]',
      module: '@llamaindex/workflow',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
      limits: [{ kind: 'time', at: 'Argument[0].Member[timeout]', default: 'unknown' }],
      runs: [
        {
          call: 'Member[run,runStream]',
          slots: [{ role: 'messages', at: 'Argument[0]' }],
          outputs: ['ReturnValue.Member[data]', 'ReturnValue.ArrayElement.Member[data]'],
        },
      ],
    },
    {
      call: 'Member[multiAgent]',
      module: '@llamaindex/workflow',
      slots: [],
      handoffs: 'Argument[0].Member[agents]',
      runs: [
        {
          call: 'Member[run,runStream]',
          slots: [{ role: 'messages', at: 'Argument[0]' }],
          outputs: ['ReturnValue.Member[data]', 'ReturnValue.ArrayElement.Member[data]'],
        },
      ],
    },
    {
      call: 'Member[FunctionAgent]',
      module: '@llamaindex/workflow',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
    },
    {
      call: 'Member[ReActAgent,LLMAgent]',
      module: 'llamaindex',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
      runs: [
        {
          call: 'Member[chat]',
          slots: [{ role: 'user', at: 'Argument[0].Member[message]' }],
          outputs: answer,
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      module: 'llamaindex',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[tool]',
      module: 'llamaindex',
      name: 'Argument[1].Member[name]',
      description: 'Argument[1].Member[description]',
      schema: 'Argument[1].Member[parameters]',
      handler: 'Argument[0]',
      input: 0,
      options: 'Argument[1]',
    },
    {
      call: 'Member[FunctionTool].Member[from]',
      module: 'llamaindex',
      name: 'Argument[1].Member[name]',
      description: 'Argument[1].Member[description]',
      schema: 'Argument[1].Member[parameters]',
      handler: 'Argument[0]',
      input: 0,
      options: 'Argument[1]',
    },
    {
      call: 'Member[FunctionTool].Member[from]',
      module: 'llamaindex',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[QueryEngineTool]',
      module: 'llamaindex',
      name: 'Argument[0].Member[metadata].Member[name]',
      description: 'Argument[0].Member[metadata].Member[description]',
      options: 'Argument[0]',
    },
  ],
  sources: [
    {
      ...document,
      path: `${index}.Member[asRetriever].ReturnValue.Member[retrieve].ReturnValue`,
      module: 'llamaindex',
    },
    { ...document, path: 'Member[BaseRetriever].Instance.Member[retrieve].ReturnValue', module: 'llamaindex' },
  ],
};
