import type { Framework } from '../framework.js';

const chatModel = 'Member[ChatOpenAI,AzureChatOpenAI,ChatAnthropic]';
const runnableOutputs = ['ReturnValue', 'ReturnValue.Member[content,text,tool_calls]'] as const;
const recursion = { kind: 'steps', default: 25, absurdAbove: 1000 } as const;

export const langchain = {
  id: 'langchain-js',
  title: 'LangChain',
  language: 'javascript',
  modules: [
    'langchain',
    '@langchain/core/tools',
    '@langchain/core/prompts',
    '@langchain/core/messages',
    '@langchain/core/vectorstores',
    '@langchain/core/retrievers',
    '@langchain/core/document_loaders/base',
    '@langchain/core/language_models/chat_models',
    '@langchain/openai',
    '@langchain/anthropic',
    'langchain/*',
    '@langchain/core/*',
    '@langchain/google-genai',
    '@langchain/groq',
    '@langchain/mistralai',
    '@langchain/ollama',
    '@langchain/community/*',
    '@langchain/classic/*',
  ],
  ai: true,
  checkedAgainst: {
    langchain: ['1'],
    '@langchain/core': ['1'],
    '@langchain/openai': ['1'],
    '@langchain/anthropic': ['1'],
  },
  clients: [
    {
      call: 'Member[ChatOpenAI,OpenAIEmbeddings]',
      module: '@langchain/openai',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'OPENAI_API_KEY',
    },
    {
      call: 'Member[ChatOpenAI,OpenAIEmbeddings]',
      module: '@langchain/openai',
      credential: 'Argument[0].Member[openAIApiKey]',
      envVariable: 'OPENAI_API_KEY',
    },
    {
      call: 'Member[ChatAnthropic]',
      module: '@langchain/anthropic',
      credential: 'Argument[0].Member[apiKey]',
      envVariable: 'ANTHROPIC_API_KEY',
    },
    {
      call: 'Member[ChatAnthropic]',
      module: '@langchain/anthropic',
      credential: 'Argument[0].Member[anthropicApiKey]',
      envVariable: 'ANTHROPIC_API_KEY',
    },
  ],
  calls: [
    {
      call: `${chatModel}.Instance.Member[invoke,stream]`,
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      outputs: runnableOutputs,
    },
    {
      call: `${chatModel}.Instance.Member[bindTools,withStructuredOutput,withConfig].ReturnValue.Member[invoke,stream]`,
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      outputs: ['ReturnValue'],
    },
    {
      call: 'Member[initChatModel].ReturnValue.Member[invoke,stream]',
      module: 'langchain',
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      outputs: runnableOutputs,
    },
    {
      call: 'Member[SystemMessage]',
      slots: [
        { role: 'system', at: 'Argument[0]' },
        { role: 'system', at: 'Argument[0].Member[content]' },
      ],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[PromptTemplate,ChatPromptTemplate,SystemMessagePromptTemplate,HumanMessagePromptTemplate].Member[fromTemplate]',
      module: '@langchain/core/prompts',
      slots: [{ role: 'template', at: 'Argument[0]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[PromptTemplate]',
      module: '@langchain/core/prompts',
      slots: [{ role: 'template', at: 'Argument[0].Member[template]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[ChatPromptTemplate].Member[fromMessages]',
      module: '@langchain/core/prompts',
      slots: [{ role: 'messages', at: 'Argument[0]' }],
      outputs: [],
      prepares: true,
    },
  ],
  agents: [
    {
      call: 'Member[createAgent]',
      module: 'langchain',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[systemPrompt]' }],
      tools: 'Argument[0].Member[tools]',
      gates: [
        {
          at: 'Argument[0].Member[middleware]',
          shape: 'value',
          insert: 'middleware: [humanInTheLoopMiddleware({ interruptOn: { $name: true } })]',
          insertImport: 'humanInTheLoopMiddleware',
        },
      ],
      runs: [
        {
          call: 'Member[invoke,stream,streamEvents]',
          slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
          outputs: ['ReturnValue.Member[messages,structuredResponse]', 'ReturnValue.ArrayElement'],
          limits: [{ ...recursion, at: 'Argument[1].Member[recursionLimit]' }],
        },
      ],
    },
  ],
  toolClasses: [
    {
      base: 'Member[StructuredTool,Tool]',
      module: '@langchain/core/tools',
      name: 'name',
      description: 'description',
      schema: 'schema',
      handler: '_call',
      input: 0,
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[1].Member[name]',
      description: 'Argument[1].Member[description]',
      schema: 'Argument[1].Member[schema]',
      handler: 'Argument[0]',
      input: 0,
      options: 'Argument[1]',
    },
    {
      call: 'Member[DynamicStructuredTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[schema]',
      handler: 'Argument[0].Member[func]',
      input: 0,
      options: 'Argument[0]',
    },
    {
      call: 'Member[DynamicTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      handler: 'Argument[0].Member[func]',
      input: 0,
      options: 'Argument[0]',
    },
  ],
  gates: [
    {
      call: 'Member[humanInTheLoopMiddleware]',
      module: 'langchain',
      covers: { at: 'Argument[0].Member[interruptOn]', shape: 'map', insert: '$name: true' },
      level: 'middleware',
    },
  ],
  settings: [
    {
      meaning: 'approval-disabled',
      call: 'Member[humanInTheLoopMiddleware]',
      module: 'langchain',
      at: 'Argument[0].Member[interruptOn].Member[*]',
      values: [false],
      replacement: 'true',
      severity: 'warning',
      subject: 'humanInTheLoopMiddleware',
    },
    {
      meaning: 'browser-key',
      call: 'Member[ChatOpenAI]',
      module: '@langchain/openai',
      at: 'Argument[0].Member[configuration].Member[dangerouslyAllowBrowser]',
      values: [true],
      severity: 'error',
      subject: 'ChatOpenAI',
    },
    {
      meaning: 'browser-key',
      call: 'Member[ChatAnthropic]',
      module: '@langchain/anthropic',
      at: 'Argument[0].Member[clientOptions].Member[dangerouslyAllowBrowser]',
      values: [true],
      severity: 'error',
      subject: 'ChatAnthropic',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[ChatOpenAI]',
      module: '@langchain/openai',
      at: 'Argument[0].Member[verbose]',
      values: [true],
      replacement: 'false',
      severity: 'info',
      subject: 'ChatOpenAI',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[VectorStore].Instance.Member[similaritySearch,similaritySearchWithScore].ReturnValue',
      module: '@langchain/core/vectorstores',
      label: 'retrieved document',
    },
    {
      kind: 'retrieved',
      path: 'Member[BaseRetriever].Instance.Member[invoke].ReturnValue',
      module: '@langchain/core/retrievers',
      label: 'retrieved document',
    },
    {
      kind: 'retrieved',
      path: 'Member[BaseDocumentLoader].Instance.Member[load].ReturnValue',
      module: '@langchain/core/document_loaders/base',
      label: 'loaded document',
    },
  ],
  passThroughs: [{ call: 'Member[trimMessages,filterMessages]', from: ['Argument[0]'] }],
  sanitizers: [
    // The class decides the role.
    {
      call: 'Member[HumanMessage,AIMessage,ToolMessage,SystemMessage]',
      cleans: ['prompt-messages', 'prompt-role'],
    },
  ],
} as const satisfies Framework;
