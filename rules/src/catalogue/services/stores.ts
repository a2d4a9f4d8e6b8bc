import type { Framework } from '../framework.js';

const documents = { holds: 'documents' } as const;
const memories = { holds: 'memories' } as const;

const classes =
  'MemoryVectorStore,PineconeStore,Chroma,QdrantVectorStore,SupabaseVectorStore,FaissStore,HNSWLib,PGVectorStore,WeaviateStore,RedisVectorStore,MongoDBAtlasVectorSearch,Milvus,ElasticVectorSearch,UpstashVectorStore,TypesenseVectorStore,CloudflareVectorizeStore,PrismaVectorStore,NeonPostgres,AzureAISearchVectorStore,OpenSearchVectorStore,LanceDB,VercelPostgres,VectorStore';
const made = [
  `Member[${classes}].Instance`,
  `Member[${classes}].Member[fromExistingIndex,fromTexts,fromDocuments,fromExistingCollection,initialize,load].ReturnValue`,
];

const splitters =
  'RecursiveCharacterTextSplitter,CharacterTextSplitter,TokenTextSplitter,MarkdownTextSplitter,LatexTextSplitter,TextSplitter';

/** LangChain's stores in its many packages. */
export const langchainStores: Framework = {
  id: 'langchain-stores',
  title: 'LangChain vector store',
  language: 'javascript',
  modules: ['langchain/*', '@langchain/*'],
  ai: true,
  checkedAgainst: {},
  stores: [
    ...made.flatMap((store) => [
      {
        ...documents,
        does: 'searches' as const,
        call: `${store}.Member[similaritySearch,similaritySearchWithScore,similaritySearchVectorWithScore]`,
        scope: ['Argument[2]'],
      },
      {
        ...documents,
        does: 'searches' as const,
        call: `${store}.Member[maxMarginalRelevanceSearch]`,
        scope: ['Argument[1].Member[filter]'],
      },
      {
        ...documents,
        does: 'searches' as const,
        call: `${store}.Member[asRetriever]`,
        scope: ['Argument[0].Member[filter]', 'Argument[1]'],
      },
      {
        ...documents,
        does: 'writes' as const,
        call: `${store}.Member[addDocuments]`,
        content: ['Argument[0]'],
        scope: ['Argument[1].Member[namespace,collection,filter]'],
      },
    ]),
    {
      ...documents,
      does: 'writes',
      call: `Member[${classes}].Member[fromDocuments]`,
      content: ['Argument[0]'],
      scope: ['Argument[2]'],
    },
    {
      ...documents,
      does: 'writes',
      call: `Member[${classes}].Member[fromTexts]`,
      content: ['Argument[0]'],
      beside: ['Argument[1]'],
      scope: ['Argument[3]'],
    },
  ],
  // Chunks of a text, and documents around it.
  passThroughs: [
    ...[`Member[${splitters}].Instance`, `Member[${splitters}].Member[fromLanguage].ReturnValue`].map((splitter) => ({
      call: `${splitter}.Member[splitText,splitDocuments,createDocuments,transformDocuments,invoke]`,
      from: ['Argument[0]'],
    })),
    { call: 'Member[Document]', from: ['Argument[0].Member[pageContent]'] },
  ],
};

const pinecone = 'Member[Pinecone].Instance.Member[index,Index].ReturnValue';
const collection =
  'Member[ChromaClient,CloudClient].Instance.Member[getCollection,getOrCreateCollection,createCollection].ReturnValue';
const weaviate =
  'Member[default].Member[connectToLocal,connectToWeaviateCloud,connectToCustom].ReturnValue.Member[collections].Member[get,use].ReturnValue';

/** What is put into vector databases and asked of them. */
export const vectorDatabaseStores = {
  id: 'vector-stores-js',
  title: 'Vector database',
  language: 'javascript',
  modules: ['@pinecone-database/pinecone', 'chromadb', '@qdrant/js-client-rest', 'weaviate-client', '@upstash/vector'],
  ai: true,
  checkedAgainst: {},
  stores: [
    {
      ...documents,
      module: '@pinecone-database/pinecone',
      does: 'searches',
      call: `${pinecone}.Member[query,searchRecords]`,
      scope: ['Argument[0].Member[filter]', 'Argument[0].Member[query].Member[filter]', 'Argument[0].Member[id]'],
    },
    {
      ...documents,
      module: '@pinecone-database/pinecone',
      does: 'searches',
      call: `${pinecone}.Member[namespace].ReturnValue.Member[query,searchRecords]`,
      scope: ['Argument[0].Member[filter]', 'Argument[0].Member[query].Member[filter]', 'Argument[0].Member[id]'],
    },
    {
      ...documents,
      module: '@pinecone-database/pinecone',
      does: 'writes',
      call: `${pinecone}.Member[upsert,upsertRecords]`,
      content: ['Argument[0]'],
      scope: [],
    },
    {
      ...documents,
      module: '@pinecone-database/pinecone',
      does: 'writes',
      call: `${pinecone}.Member[namespace].ReturnValue.Member[upsert,upsertRecords]`,
      content: ['Argument[0]'],
      scope: [],
    },
    {
      ...documents,
      module: 'chromadb',
      does: 'searches',
      call: `${collection}.Member[query]`,
      scope: ['Argument[0].Member[where,whereDocument,ids]'],
    },
    {
      ...documents,
      module: 'chromadb',
      does: 'writes',
      call: `${collection}.Member[add,upsert]`,
      content: ['Argument[0].Member[documents]'],
      beside: ['Argument[0].Member[metadatas]'],
      scope: [],
    },
    {
      ...documents,
      module: '@qdrant/js-client-rest',
      does: 'searches',
      call: 'Member[QdrantClient].Instance.Member[search,query,queryGroups,recommend]',
      scope: ['Argument[1].Member[filter]', 'Argument[0]'],
    },
    {
      ...documents,
      module: '@qdrant/js-client-rest',
      does: 'writes',
      call: 'Member[QdrantClient].Instance.Member[upsert]',
      content: ['Argument[1].Member[points]'],
      scope: ['Argument[0]'],
    },
    {
      ...documents,
      module: 'weaviate-client',
      does: 'searches',
      call: `${weaviate}.Member[query].Member[nearText,nearVector,bm25,hybrid]`,
      scope: ['Argument[1].Member[filters]'],
    },
    {
      ...documents,
      module: 'weaviate-client',
      does: 'searches',
      call: `${weaviate}.Member[withTenant].ReturnValue.Member[query].Member[nearText,nearVector,bm25,hybrid]`,
      scope: ['Argument[1].Member[filters]', 'Receiver.Argument[0]'],
    },
    {
      ...documents,
      module: 'weaviate-client',
      does: 'writes',
      call: `${weaviate}.Member[data].Member[insert,insertMany]`,
      content: ['Argument[0]'],
      scope: [],
    },
    {
      ...documents,
      module: '@upstash/vector',
      does: 'searches',
      call: 'Member[Index].Instance.Member[query]',
      scope: ['Argument[0].Member[filter]', 'Argument[1].Member[namespace]'],
    },
    {
      ...documents,
      module: '@upstash/vector',
      does: 'writes',
      call: 'Member[Index].Instance.Member[upsert]',
      content: ['Argument[0]'],
      scope: ['Argument[1].Member[namespace]'],
    },
  ],
} as const satisfies Framework;

const subject = 'userId,user_id,agentId,agent_id,runId,run_id,filters';

/** Memories that outlast a conversation. */
export const memoryStores = {
  id: 'memories',
  title: 'Long-term memory',
  language: 'javascript',
  modules: [
    'mem0ai',
    'mem0ai/oss',
    '@langchain/langgraph',
    '@langchain/langgraph/web',
    '@langchain/langgraph-checkpoint',
  ],
  ai: true,
  checkedAgainst: {},
  stores: [
    ...(['mem0ai', 'mem0ai/oss'] as const).flatMap((module) => [
      {
        ...memories,
        module,
        does: 'writes' as const,
        call: 'Member[default,MemoryClient,Memory].Instance.Member[add]',
        content: ['Argument[0]'],
        scope: [`Argument[1].Member[${subject}]`],
      },
      {
        ...memories,
        module,
        does: 'searches' as const,
        call: 'Member[default,MemoryClient,Memory].Instance.Member[search,getAll]',
        scope: [`Argument[0..1].Member[${subject}]`],
      },
    ]),
    ...[
      'Member[InMemoryStore,PostgresStore,RedisStore,BaseStore].Instance',
      'Member[getStore].ReturnValue',
      'Member[LangGraphRunnableConfig,Runtime,ToolRuntime].Instance.Member[store]',
    ].flatMap((store) => [
      {
        ...memories,
        does: 'writes' as const,
        call: `${store}.Member[put]`,
        content: ['Argument[2]'],
        scope: ['Argument[0]', 'Argument[1]'],
      },
      {
        ...memories,
        does: 'searches' as const,
        call: `${store}.Member[search]`,
        scope: ['Argument[0]', 'Argument[1].Member[filter]'],
      },
    ]),
  ],
} as const satisfies Framework;
