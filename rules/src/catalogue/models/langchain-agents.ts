import type { Framework } from '../framework.js';

const searched = { tool: 'web-search', capabilities: ['untrusted-in'] } as const;
const fetched = { tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] } as const;
const page = { kind: 'retrieved', label: 'fetched page' } as const;
const file = { kind: 'retrieved', label: 'loaded document' } as const;

const executor = {
  slots: [{ role: 'user', at: 'Argument[0].Member[input]' }],
  outputs: ['ReturnValue.Member[output]', 'ReturnValue.ArrayElement'],
} as const;

const agentMakers =
  'createToolCallingAgent,createReactAgent,createOpenAIFunctionsAgent,createOpenAIToolsAgent,createStructuredChatAgent,createXmlAgent';

/** Agents, chains, loaders and ready-made tools of `@langchain/classic` and `@langchain/community`, which were in `langchain` before. */
export const langchainAgents = {
  id: 'langchain-community-js',
  title: 'LangChain',
  language: 'javascript',
  modules: [
    '@langchain/classic/agents',
    '@langchain/classic/chains',
    '@langchain/classic/tools',
    '@langchain/classic/tools/webbrowser',
    '@langchain/classic/sql_db',
    '@langchain/classic/document_loaders/fs/text',
    '@langchain/community/document_loaders/web/cheerio',
    '@langchain/community/document_loaders/web/recursive_url',
    '@langchain/community/document_loaders/fs/pdf',
    '@langchain/community/vectorstores/faiss',
    '@langchain/community/tools/duckduckgo_search',
    '@langchain/community/tools/wikipedia_query_run',
    '@langchain/community/tools/serpapi',
    'langchain/agents',
    'langchain/chains',
    'langchain/tools',
    'langchain/tools/webbrowser',
    'langchain/sql_db',
    'langchain/document_loaders/*',
    '@langchain/community/document_loaders/*',
    '@langchain/community/tools/*',
    '@langchain/community/vectorstores/*',
  ],
  ai: true,
  checkedAgainst: { '@langchain/classic': ['1'], '@langchain/community': ['1'] },
  agents: [
    {
      call: 'Member[AgentExecutor]',
      slots: [],
      tools: 'Argument[0].Member[tools]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[0].Member[maxIterations]',
          default: 15,
          absurdAbove: 200,
          insert: 'maxIterations: 15',
        },
      ],
      runs: [{ ...executor, call: 'Member[invoke,stream,streamEvents,call]' }],
    },
    {
      call: 'Member[AgentExecutor].Member[fromAgentAndTools]',
      slots: [],
      tools: 'Argument[0].Member[tools]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[0].Member[maxIterations]',
          default: 15,
          absurdAbove: 200,
          insert: 'maxIterations: 15',
        },
      ],
      runs: [{ ...executor, call: 'Member[invoke,stream,streamEvents,call]' }],
    },
    {
      call: 'Member[initializeAgentExecutorWithOptions]',
      slots: [{ role: 'system', at: 'Argument[2].Member[agentArgs].Member[prefix]' }],
      tools: 'Argument[0]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[2].Member[maxIterations]',
          default: 15,
          absurdAbove: 200,
          insert: 'maxIterations: 15',
        },
      ],
      runs: [{ ...executor, call: 'Member[invoke,stream,streamEvents,call,run]' }],
    },
    {
      call: `Member[${agentMakers}]`,
      slots: [{ role: 'messages', at: 'Argument[0].Member[prompt]' }],
      tools: 'Argument[0].Member[tools]',
    },
  ],
  calls: [
    {
      call: 'Member[RetrievalQAChain,ConversationalRetrievalQAChain].Member[fromLLM].ReturnValue.Member[invoke,call]',
      slots: [
        { role: 'user', at: 'Argument[0].Member[query]' },
        { role: 'user', at: 'Argument[0].Member[question]' },
      ],
      outputs: ['ReturnValue.Member[text,answer]'],
    },
    {
      call: 'Member[LLMChain,ConversationChain].Instance.Member[invoke,call,run,predict]',
      slots: [],
      outputs: ['ReturnValue'],
    },
  ],
  hosted: [
    { ...searched, call: 'Member[DuckDuckGoSearch]', module: '@langchain/community/tools/duckduckgo_search' },
    { ...searched, call: 'Member[WikipediaQueryRun]', module: '@langchain/community/tools/wikipedia_query_run' },
    { ...searched, call: 'Member[SerpAPI]', module: '@langchain/community/tools/serpapi' },
    { ...fetched, call: 'Member[WebBrowser]', module: '@langchain/classic/tools/webbrowser' },
    { ...fetched, call: 'Member[RequestsGetTool,RequestsPostTool]', module: '@langchain/classic/tools' },
  ],
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[FaissStore].Member[loadFromPython]',
      module: '@langchain/community/vectorstores/faiss',
      severity: 'warning',
      subject: 'FaissStore.loadFromPython',
      note: 'It reads a pickle file.',
    },
  ],
  sources: [
    {
      ...page,
      path: 'Member[CheerioWebBaseLoader].Instance.Member[load,scrape].ReturnValue',
      module: '@langchain/community/document_loaders/web/cheerio',
    },
    {
      ...page,
      path: 'Member[RecursiveUrlLoader].Instance.Member[load].ReturnValue',
      module: '@langchain/community/document_loaders/web/recursive_url',
    },
    {
      ...file,
      path: 'Member[PDFLoader].Instance.Member[load].ReturnValue',
      module: '@langchain/community/document_loaders/fs/pdf',
    },
    {
      ...file,
      path: 'Member[TextLoader].Instance.Member[load].ReturnValue',
      module: '@langchain/classic/document_loaders/fs/text',
    },
  ],
  sinks: [
    {
      kind: 'sql',
      call: 'Member[SqlDatabase].Member[fromDataSourceParams].ReturnValue.Member[run]',
      at: 'Argument[0]',
      module: '@langchain/classic/sql_db',
      effect: 'sql',
    },
  ],
} as const satisfies Framework;
