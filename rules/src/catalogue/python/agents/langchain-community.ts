import type { Framework } from '../../framework.js';

const loads = 'Member[load,aload,lazy_load,alazy_load,load_and_split].ReturnValue';
const searched = { tool: 'web-search', capabilities: ['untrusted-in'] } as const;
const fetched = { tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] } as const;
const shell = { tool: 'shell', capabilities: ['exec'] } as const;
const onHost = { meaning: 'unsandboxed-executor', severity: 'error' } as const;
const optIn = { meaning: 'dangerous-opt-in', values: [true], replacement: 'False', severity: 'error' } as const;

const stores =
  'FAISS,Chroma,Pinecone,PineconeVectorStore,Qdrant,QdrantVectorStore,Weaviate,WeaviateVectorStore,PGVector,PGVectorStore,Milvus,InMemoryVectorStore,Redis,RedisVectorStore,ElasticsearchStore,ElasticVectorSearch,LanceDB,MongoDBAtlasVectorSearch,OpenSearchVectorSearch,SupabaseVectorStore,AzureSearch,DocArrayInMemorySearch,SKLearnVectorStore,Annoy,ScaNN,Neo4jVector,DeepLake,Clickhouse,Typesense,AstraDBVectorStore';
const made = [
  `Member[${stores}].Instance`,
  `Member[${stores}].Member[from_documents,from_texts,from_embeddings,load_local,from_existing_index,from_existing_collection].ReturnValue`,
] as const;

/** Ready-made tools, loaders, stores and chains of `langchain_community`, `langchain_experimental` and what they were before. */
export const langchainCommunity: Framework = {
  id: 'langchain-community-python',
  title: 'LangChain',
  language: 'python',
  modules: [
    'langchain_community.tools',
    'langchain_community.tools.shell',
    'langchain_community.agent_toolkits',
    'langchain_community.agent_toolkits.load_tools',
    'langchain_community.utilities',
    'langchain_community.utilities.sql_database',
    'langchain_community.document_loaders',
    'langchain_community.vectorstores',
    'langchain_community.retrievers',
    'langchain_community.chains.graph_qa.cypher',
    'langchain_experimental.tools',
    'langchain_experimental.utilities',
    'langchain_experimental.agents',
    'langchain_experimental.agents.agent_toolkits',
    'langchain_experimental.pal_chain',
    'langchain_experimental.llm_bash.base',
    'langchain_experimental.llm_bash.bash',
    'langchain_experimental.sql',
    'langchain_classic.chains',
    'langchain_classic.agents',
    'langchain_core.vectorstores',
    'langchain_community/*',
    'langchain_experimental/*',
    'langchain_classic/*',
    'langchain/*',
    'langchain_core/*',
    'langchain_chroma',
    'langchain_pinecone',
    'langchain_qdrant',
    'langchain_postgres',
    'langchain_milvus',
    'langchain_weaviate',
    'langchain_elasticsearch',
    'langchain_mongodb',
    'langchain_redis',
    'langchain_tavily',
    'langchain_mcp_adapters.client',
    'langchain_mcp_adapters.tools',
    'langchain_mcp_adapters/*',
  ],
  ai: true,
  checkedAgainst: {},
  calls: [
    {
      call: 'Member[RetrievalQA,ConversationalRetrievalChain,RetrievalQAWithSourcesChain].Member[from_llm,from_chain_type].ReturnValue.Member[invoke,ainvoke,run,arun]',
      slots: [
        { role: 'user', at: 'Argument[0,input].Member[query,question]' },
        { role: 'user', at: 'Argument[0]' },
      ],
      outputs: ['ReturnValue'],
    },
    {
      call: 'Member[RetrievalQA,ConversationalRetrievalChain,RetrievalQAWithSourcesChain].Member[from_llm,from_chain_type].ReturnValue',
      slots: [{ role: 'user', at: 'Argument[0,inputs].Member[query,question]' }],
      outputs: ['ReturnValue'],
    },
    {
      call: 'Member[LLMChain,ConversationChain].Instance.Member[invoke,ainvoke,run,arun,predict,apredict,apply]',
      slots: [],
      outputs: ['ReturnValue'],
    },
    { call: 'Member[LLMChain,ConversationChain].Instance', slots: [], outputs: ['ReturnValue'] },
    {
      call: 'Member[create_retrieval_chain,create_stuff_documents_chain].ReturnValue.Member[invoke,ainvoke,stream,astream]',
      slots: [{ role: 'user', at: 'Argument[0,input].Member[input]' }],
      outputs: ['ReturnValue.Member[answer]', 'ReturnValue.ArrayElement'],
    },
    {
      call: 'Member[create_sql_query_chain].ReturnValue.Member[invoke,ainvoke]',
      slots: [{ role: 'user', at: 'Argument[0,input].Member[question]' }],
      outputs: ['ReturnValue'],
    },
  ],
  agents: [
    {
      call: 'Member[create_sql_agent,create_pandas_dataframe_agent,create_csv_agent,create_spark_dataframe_agent,create_python_agent,create_json_agent,create_openapi_agent]',
      slots: [{ role: 'system', at: 'Argument[prefix]' }],
      tools: 'Argument[extra_tools]',
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
            { role: 'user', at: 'Argument[0]' },
          ],
          outputs: ['ReturnValue'],
        },
      ],
    },
  ],
  hosted: [
    {
      ...searched,
      call: 'Member[DuckDuckGoSearchRun,DuckDuckGoSearchResults,TavilySearchResults,TavilySearch,TavilyAnswer,BraveSearch,GoogleSearchRun,GoogleSearchResults,GoogleSerperRun,BingSearchRun,BingSearchResults,SearxSearchRun,WikipediaQueryRun,ArxivQueryRun,PubmedQueryRun,JinaSearch,YouSearchTool]',
    },
    {
      ...fetched,
      call: 'Member[RequestsGetTool,RequestsPostTool,RequestsPatchTool,RequestsPutTool,RequestsDeleteTool,TavilyExtract]',
    },
    {
      ...shell,
      call: 'Member[ShellTool]',
      gates: [{ at: 'Argument[ask_human_input]', shape: 'value', insert: 'ask_human_input: True' }],
    },
    { tool: 'code', capabilities: ['exec'], call: 'Member[PythonREPLTool,PythonAstREPLTool]' },
    { tool: 'code', capabilities: ['exec'], call: 'Member[E2BDataAnalysisTool,BearlyInterpreterTool,RizaCode]' },
    { tool: 'edit', capabilities: ['write'], call: 'Member[WriteFileTool,MoveFileTool,CopyFileTool,DeleteFileTool]' },
    {
      tool: 'file-search',
      capabilities: ['private-read'],
      call: 'Member[ReadFileTool,ListDirectoryTool,FileSearchTool]',
    },
  ],
  supplies: [
    {
      call: 'Member[MultiServerMCPClient].Instance.Member[get_tools]',
      of: 'receiver',
      servers: ['Argument[0,connections].Member[*]'],
    },
  ],
  settings: [
    {
      ...onHost,
      call: 'Member[ShellTool]',
      at: 'Argument[ask_human_input]',
      absent: true,
      subject: 'ShellTool',
      note: 'It runs commands on the host and asks nobody.',
    },
    { ...onHost, call: 'Member[ShellTool]', at: 'Argument[ask_human_input]', values: [false], subject: 'ShellTool' },
    { ...onHost, call: 'Member[PythonREPLTool,PythonAstREPLTool,PythonREPL]', subject: 'The Python tool' },
    { ...onHost, call: 'Member[create_python_agent]', subject: 'create_python_agent' },
    { ...onHost, call: 'Member[PALChain].Member[from_math_prompt,from_colored_object_prompt]', subject: 'PALChain' },
    { ...onHost, call: 'Member[LLMBashChain].Member[from_llm]', subject: 'LLMBashChain' },
    {
      ...optIn,
      call: 'Member[create_pandas_dataframe_agent,create_csv_agent,create_spark_dataframe_agent,create_xorbits_agent]',
      at: 'Argument[allow_dangerous_code]',
      subject: 'A data frame agent',
      note: "The model's code runs in this process.",
    },
    {
      ...optIn,
      call: 'Member[RequestsGetTool,RequestsPostTool,RequestsPatchTool,RequestsPutTool,RequestsDeleteTool,RequestsToolkit,OpenAPIToolkit,NLAToolkit,create_openapi_agent,WebResearchRetriever]',
      at: 'Argument[allow_dangerous_requests]',
      severity: 'warning',
      subject: 'A tool for requests',
    },
    {
      ...optIn,
      call: 'Member[OpenAPIToolkit,NLAToolkit,RequestsToolkit,WebResearchRetriever].Member[from_llm]',
      at: 'Argument[allow_dangerous_requests]',
      severity: 'warning',
      subject: 'A tool for requests',
    },
    {
      ...optIn,
      call: 'Member[GraphCypherQAChain,MemgraphQAChain,KuzuQAChain,FalkorDBQAChain,ArangoGraphQAChain,NebulaGraphQAChain,GremlinQAChain,HugeGraphQAChain,GraphSparqlQAChain,NeptuneOpenCypherQAChain,OntotextGraphDBQAChain].Member[from_llm]',
      at: 'Argument[allow_dangerous_requests]',
      severity: 'warning',
      subject: 'A chain over a graph',
      note: 'The model writes the queries that run.',
    },
    {
      ...optIn,
      call: 'Member[load_tools]',
      at: 'Argument[allow_dangerous_tools]',
      subject: 'load_tools',
    },
  ],
  sources: [
    ...made.map((store) => ({
      kind: 'retrieved' as const,
      path: `${store}.Member[similarity_search,asimilarity_search,similarity_search_with_score,similarity_search_with_relevance_scores,max_marginal_relevance_search,search].ReturnValue`,
      label: 'retrieved document',
    })),
    ...made.map((store) => ({
      kind: 'retrieved' as const,
      path: `${store}.Member[as_retriever].ReturnValue.Member[invoke,ainvoke,get_relevant_documents,aget_relevant_documents].ReturnValue`,
      label: 'retrieved document',
    })),
    {
      kind: 'retrieved',
      path: `Member[WebBaseLoader,AsyncHtmlLoader,AsyncChromiumLoader,RecursiveUrlLoader,SitemapLoader,UnstructuredURLLoader,SeleniumURLLoader,PlaywrightURLLoader,FireCrawlLoader,NewsURLLoader,RSSFeedLoader,WikipediaLoader,ArxivLoader,YoutubeLoader,HNLoader,GitLoader,GithubFileLoader,GitHubIssuesLoader,OnlinePDFLoader].Instance.${loads}`,
      label: 'fetched page',
    },
    {
      kind: 'retrieved',
      path: `Member[TextLoader,CSVLoader,PyPDFLoader,PyMuPDFLoader,PDFPlumberLoader,PDFMinerLoader,PyPDFDirectoryLoader,DirectoryLoader,JSONLoader,BSHTMLLoader,Docx2txtLoader,UnstructuredFileLoader,UnstructuredPDFLoader,UnstructuredHTMLLoader,UnstructuredMarkdownLoader,UnstructuredWordDocumentLoader,UnstructuredEmailLoader,UnstructuredExcelLoader,UnstructuredPowerPointLoader,ConfluenceLoader,NotionDBLoader,NotionDirectoryLoader,GoogleDriveLoader,SlackDirectoryLoader,S3FileLoader,S3DirectoryLoader,OutlookMessageLoader].Instance.${loads}`,
      label: 'loaded document',
    },
    {
      kind: 'retrieved',
      path: 'Member[WikipediaAPIWrapper,DuckDuckGoSearchAPIWrapper,GoogleSearchAPIWrapper,GoogleSerperAPIWrapper,SerpAPIWrapper,TavilySearchAPIWrapper,BingSearchAPIWrapper,ArxivAPIWrapper,SearxSearchWrapper].Instance.Member[run,arun,results,raw_results,load].ReturnValue',
      label: 'search result',
    },
    {
      kind: 'retrieved',
      path: 'Member[TextRequestsWrapper,RequestsWrapper].Instance.Member[get,aget,post,apost].ReturnValue',
      label: 'fetched page',
    },
  ],
  sinks: [
    {
      kind: 'sql',
      call: 'Member[SQLDatabase].Member[from_uri].ReturnValue.Member[run,run_no_throw]',
      at: 'Argument[0,command]',
      effect: 'sql',
    },
    {
      kind: 'sql',
      call: 'Member[SQLDatabase].Instance.Member[run,run_no_throw]',
      at: 'Argument[0,command]',
      effect: 'sql',
    },
    {
      kind: 'sql',
      call: 'Member[QuerySQLDatabaseTool,QuerySQLDataBaseTool].Instance.Member[invoke,ainvoke,run]',
      at: 'Argument[0,input,tool_input]',
      effect: 'sql',
    },
    {
      kind: 'code',
      call: 'Member[PythonREPL,PythonREPLTool,PythonAstREPLTool].Instance.Member[run,invoke,ainvoke,arun]',
      at: 'Argument[0,command,input,tool_input]',
      effect: 'eval',
    },
    {
      kind: 'shell',
      call: 'Member[ShellTool,BashProcess].Instance.Member[run,invoke,ainvoke,arun]',
      at: 'Argument[0,commands,input,tool_input]',
      effect: 'exec',
    },
    {
      kind: 'url',
      call: 'Member[TextRequestsWrapper,RequestsWrapper].Instance.Member[get,aget,post,apost,put,aput,delete,adelete]',
      at: 'Argument[0,url]',
      effect: 'http',
    },
    {
      kind: 'url',
      call: 'Member[WebBaseLoader,AsyncHtmlLoader,AsyncChromiumLoader,RecursiveUrlLoader,UnstructuredURLLoader,SeleniumURLLoader,PlaywrightURLLoader,OnlinePDFLoader,SitemapLoader]',
      at: 'Argument[0,web_path,web_paths,url,urls,file_path]',
      effect: 'http',
    },
  ],
};
