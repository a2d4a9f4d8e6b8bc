import type { Framework } from '../framework.js';

/** LangChain before 0.2, whose packages held what `@langchain/core` and the provider packages hold now. */
export const langchainLegacy = {
  id: 'langchain-legacy',
  title: 'LangChain (before 0.2)',
  language: 'javascript',
  modules: [
    'langchain/prompts',
    'langchain/llms/*',
    'langchain/chat_models/*',
    'langchain/chains',
    'langchain/schema',
    'langchain/tools',
    'langchain/tools/*',
    'langchain/sql_db',
    'langchain/document_loaders/*',
  ],
  ai: true,
  checkedAgainst: {},
  hosted: [
    {
      call: 'Member[WebBrowser]',
      module: 'langchain/tools/webbrowser',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[RequestsGetTool,RequestsPostTool]',
      module: 'langchain/tools',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[CheerioWebBaseLoader,PuppeteerWebBaseLoader,PlaywrightWebBaseLoader,RecursiveUrlLoader].Instance.Member[load,loadAndSplit].ReturnValue',
      module: 'langchain/document_loaders/*',
      label: 'fetched page',
    },
    {
      kind: 'retrieved',
      path: 'Member[PDFLoader,TextLoader,CSVLoader,DocxLoader,DirectoryLoader,GithubRepoLoader,NotionLoader].Instance.Member[load,loadAndSplit].ReturnValue',
      module: 'langchain/document_loaders/*',
      label: 'loaded document',
    },
  ],
  sinks: [
    {
      kind: 'sql',
      call: 'Member[SqlDatabase].Member[fromDataSourceParams].ReturnValue.Member[run]',
      module: 'langchain/sql_db',
      at: 'Argument[0]',
      effect: 'sql',
    },
  ],
  clients: [
    {
      call: 'Member[OpenAI,OpenAIChat,ChatOpenAI]',
      credential: 'Argument[0].Member[openAIApiKey]',
      envVariable: 'OPENAI_API_KEY',
    },
    {
      call: 'Member[ChatAnthropic]',
      credential: 'Argument[0].Member[anthropicApiKey]',
      envVariable: 'ANTHROPIC_API_KEY',
    },
  ],
  calls: [
    {
      call: 'Member[PromptTemplate,ChatPromptTemplate,SystemMessagePromptTemplate,HumanMessagePromptTemplate].Member[fromTemplate]',
      module: 'langchain/prompts',
      slots: [{ role: 'template', at: 'Argument[0]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[PromptTemplate]',
      module: 'langchain/prompts',
      slots: [{ role: 'template', at: 'Argument[0].Member[template]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[SystemMessage,SystemChatMessage]',
      module: 'langchain/schema',
      slots: [{ role: 'system', at: 'Argument[0]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[OpenAI,OpenAIChat,ChatOpenAI,ChatAnthropic].Instance.Member[call,predict,invoke]',
      slots: [{ role: 'user', at: 'Argument[0]' }],
      outputs: ['ReturnValue'],
    },
    {
      call: 'Member[LLMChain].Instance.Member[call,run,predict]',
      module: 'langchain/chains',
      slots: [],
      outputs: ['ReturnValue'],
    },
  ],
} as const satisfies Framework;
