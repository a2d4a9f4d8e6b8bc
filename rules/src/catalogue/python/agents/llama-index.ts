import type { Framework } from '../../framework.js';

const models =
  'OpenAI,AzureOpenAI,OpenAILike,Anthropic,Gemini,GoogleGenAI,Vertex,Groq,Ollama,MistralAI,Cohere,Bedrock,BedrockConverse,HuggingFaceLLM,HuggingFaceInferenceAPI,Together,TogetherLLM,DeepSeek,LiteLLM,Perplexity,LLM';
const index =
  'Member[VectorStoreIndex,GPTVectorStoreIndex,SummaryIndex,ListIndex,TreeIndex,KeywordTableIndex,KnowledgeGraphIndex,PropertyGraphIndex,DocumentSummaryIndex]';
const indices = [
  `${index}.Instance`,
  `${index}.Member[from_documents,from_vector_store,from_existing].ReturnValue`,
  'Member[load_index_from_storage].ReturnValue',
] as const;
const ask = [{ role: 'user', at: 'Argument[0,str_or_query_bundle,message,query_str]' }] as const;
const answer = ['ReturnValue'] as const;
const chats = 'chat,achat,stream_chat,astream_chat,query,aquery';
const slots = [{ role: 'system', at: 'Argument[system_prompt]' }] as const;
const injected = ['Member[Context]'] as const;

export const llamaIndexPython: Framework = {
  id: 'llamaindex-python',
  title: 'LlamaIndex',
  language: 'python',
  modules: [
    'llama_index.core',
    'llama_index.core.agent',
    'llama_index.core.agent.workflow',
    'llama_index.core.tools',
    'llama_index.core.llms',
    'llama_index.core.chat_engine',
    'llama_index.core.query_engine',
    'llama_index.core.workflow',
    'llama_index.core.retrievers',
    'llama_index.core.prompts',
    'llama_index/*',
  ],
  ai: true,
  checkedAgainst: {},
  clients: [
    { call: 'Member[OpenAI]', credential: 'Argument[api_key]', envVariable: 'OPENAI_API_KEY' },
    { call: 'Member[Anthropic]', credential: 'Argument[api_key]', envVariable: 'ANTHROPIC_API_KEY' },
  ],
  calls: [
    {
      call: `Member[${models}].Instance.Member[complete,acomplete,stream_complete,astream_complete,predict,apredict]`,
      slots: [{ role: 'user', at: 'Argument[0,prompt]' }],
      outputs: answer,
    },
    {
      call: `Member[${models}].Instance.Member[chat,achat,stream_chat,astream_chat]`,
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: answer,
    },
    {
      call: `Member[${models}].Instance.Member[chat_with_tools,achat_with_tools,predict_and_call,apredict_and_call]`,
      slots: [{ role: 'user', at: 'Argument[user_msg]' }],
      tools: 'Argument[0,tools]',
      outputs: answer,
    },
    {
      call: 'Member[Settings].Member[llm].Member[complete,acomplete,stream_complete,astream_complete,predict,apredict]',
      slots: [{ role: 'user', at: 'Argument[0,prompt]' }],
      outputs: answer,
    },
    ...indices.map((made) => ({
      call: `${made}.Member[as_query_engine,as_chat_engine].ReturnValue.Member[${chats}]`,
      slots: ask,
      outputs: answer,
    })),
    ...indices.map((made) => ({
      call: `${made}.Member[as_chat_engine]`,
      slots,
      outputs: [],
      prepares: true as const,
    })),
    {
      call: `Member[RetrieverQueryEngine,RouterQueryEngine,SubQuestionQueryEngine,CitationQueryEngine,NLSQLTableQueryEngine,SQLTableRetrieverQueryEngine,PandasQueryEngine,KnowledgeGraphQueryEngine].Instance.Member[query,aquery]`,
      slots: ask,
      outputs: answer,
    },
    {
      call: `Member[RetrieverQueryEngine,RouterQueryEngine,SubQuestionQueryEngine,CitationQueryEngine,SimpleChatEngine,ContextChatEngine,CondenseQuestionChatEngine,CondensePlusContextChatEngine].Member[from_args,from_defaults].ReturnValue.Member[${chats}]`,
      slots: ask,
      outputs: answer,
    },
    {
      call: 'Member[PromptTemplate,RichPromptTemplate]',
      slots: [{ role: 'template', at: 'Argument[0,template,template_str]' }],
      outputs: [],
      prepares: true,
    },
    // Code that the model wrote comes to a function of the application.
    {
      call: 'Member[CodeActAgent]',
      slots: [],
      outputs: ['Argument[0,code_execute_fn].Parameter[0]'],
      prepares: true,
    },
  ],
  agents: [
    {
      call: 'Member[FunctionAgent,ReActAgent,CodeActAgent]',
      name: 'Argument[name]',
      slots,
      tools: 'Argument[tools]',
      runs: [
        {
          call: 'Member[run]',
          slots: [
            { role: 'user', at: 'Argument[0,user_msg]' },
            { role: 'messages', at: 'Argument[chat_history]' },
          ],
          outputs: answer,
          limits: [{ kind: 'steps', at: 'Argument[max_iterations]', default: 20, absurdAbove: 200 }],
        },
      ],
    },
    {
      call: 'Member[AgentWorkflow]',
      slots: [],
      handoffs: 'Argument[0,agents]',
      runs: [{ call: 'Member[run]', slots: [{ role: 'user', at: 'Argument[0,user_msg]' }], outputs: answer }],
    },
    {
      call: 'Member[AgentWorkflow].Member[from_tools_or_functions]',
      slots,
      tools: 'Argument[0,tools_or_functions]',
      runs: [{ call: 'Member[run]', slots: [{ role: 'user', at: 'Argument[0,user_msg]' }], outputs: answer }],
    },
    {
      call: 'Member[ReActAgent,OpenAIAgent,FunctionCallingAgent,AgentRunner].Member[from_tools,from_llm]',
      slots,
      tools: 'Argument[0,tools]',
      limits: [{ kind: 'steps', at: 'Argument[max_iterations]', default: 10, absurdAbove: 200 }],
      runs: [{ call: `Member[${chats}]`, slots: ask, outputs: answer }],
    },
  ],
  tools: [
    {
      call: 'Member[FunctionTool].Member[from_defaults]',
      name: 'Argument[1,name]',
      description: 'Argument[2,description]',
      schema: 'Argument[fn_schema]',
      handler: 'Argument[0,fn,async_fn]',
      injected,
    },
    {
      call: 'Member[FunctionTool]',
      handler: 'Argument[0,fn]',
      name: 'Argument[1,metadata].Argument[name]',
      description: 'Argument[1,metadata].Argument[0,description]',
      injected,
    },
  ],
  functionTools: [{ injected }],
  hosted: [
    { call: 'Member[QueryEngineTool]', tool: 'retrieval', capabilities: ['private-read'] },
    {
      call: 'Member[QueryEngineTool,RetrieverTool].Member[from_defaults]',
      tool: 'retrieval',
      capabilities: ['private-read'],
    },
    { call: 'Member[CodeInterpreterToolSpec].Instance.Member[to_tool_list]', tool: 'code', capabilities: ['exec'] },
    {
      call: 'Member[RequestsToolSpec].Instance.Member[to_tool_list]',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[DuckDuckGoSearchToolSpec,TavilyToolSpec,GoogleSearchToolSpec,BingSearchToolSpec,WikipediaToolSpec,ArxivToolSpec].Instance.Member[to_tool_list]',
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
  ],
  gates: [{ call: 'Member[Context].Instance.Member[wait_for_event]', level: 'in-handler' }],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[PandasQueryEngine,PolarsQueryEngine]',
      severity: 'error',
      subject: 'PandasQueryEngine',
      note: 'It evaluates expressions that the model wrote in this process.',
    },
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[CodeInterpreterToolSpec]',
      severity: 'error',
      subject: 'CodeInterpreterToolSpec',
    },
  ],
  sources: [
    ...indices.map((made) => ({
      kind: 'retrieved' as const,
      path: `${made}.Member[as_retriever].ReturnValue.Member[retrieve,aretrieve].ReturnValue`,
      label: 'retrieved document',
    })),
    {
      kind: 'retrieved',
      path: 'Member[BaseRetriever,VectorIndexRetriever].Instance.Member[retrieve,aretrieve].ReturnValue',
      label: 'retrieved document',
    },
    {
      kind: 'retrieved',
      path: 'Member[SimpleDirectoryReader].Instance.Member[load_data,aload_data].ReturnValue',
      label: 'loaded document',
    },
    {
      kind: 'retrieved',
      path: 'Member[SimpleWebPageReader,BeautifulSoupWebReader,TrafilaturaWebReader,RssReader,WholeSiteReader,FireCrawlWebReader,WikipediaReader].Instance.Member[load_data].ReturnValue',
      label: 'fetched page',
    },
  ],
};
