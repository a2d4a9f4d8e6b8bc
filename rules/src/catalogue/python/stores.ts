import type { Framework } from '../framework.js';

const documents = { holds: 'documents' } as const;
const memories = { holds: 'memories' } as const;

const classes =
  'Chroma,PineconeVectorStore,Pinecone,QdrantVectorStore,Qdrant,PGVector,PGVectorStore,FAISS,Weaviate,WeaviateVectorStore,Milvus,MongoDBAtlasVectorSearch,Redis,RedisVectorStore,ElasticsearchStore,OpenSearchVectorSearch,AzureSearch,SupabaseVectorStore,LanceDB,DeepLake,InMemoryVectorStore,AstraDBVectorStore,ElasticVectorSearch,Vectara,Neo4jVector,SKLearnVectorStore,DocArrayInMemorySearch,VectorStore,VectorStoreRetriever';
const made = [
  `Member[${classes}].Instance`,
  `Member[${classes}].Member[from_documents,from_texts,from_existing_index,from_existing_collection,load_local,create,create_sync].ReturnValue`,
];
const names = 'collection_name,index_name,namespace,persist_directory,table_name,index,client_settings';

/** LangChain's stores in its many packages. */
export const pythonLangchainStores: Framework = {
  id: 'langchain-stores-python',
  title: 'LangChain vector store',
  language: 'python',
  modules: [
    'langchain_core/*',
    'langchain_community/*',
    'langchain/*',
    'langchain_chroma/*',
    'langchain_pinecone/*',
    'langchain_qdrant/*',
    'langchain_postgres/*',
    'langchain_weaviate/*',
    'langchain_milvus/*',
    'langchain_mongodb/*',
    'langchain_redis/*',
    'langchain_elasticsearch/*',
    'langchain_astradb/*',
  ],
  ai: true,
  checkedAgainst: {},
  stores: [
    ...made.flatMap((store) => [
      {
        ...documents,
        does: 'searches' as const,
        call: `${store}.Member[similarity_search,similarity_search_with_score,similarity_search_with_relevance_scores,similarity_search_by_vector,asimilarity_search,asimilarity_search_with_score,max_marginal_relevance_search,amax_marginal_relevance_search,search]`,
        scope: ['Argument[filter,where,expr,pre_filter,namespace]', 'Argument[2]'],
      },
      {
        ...documents,
        does: 'searches' as const,
        call: `${store}.Member[as_retriever]`,
        scope: ['Argument[search_kwargs].Member[filter,where,expr,pre_filter,namespace]'],
      },
      {
        ...documents,
        does: 'writes' as const,
        call: `${store}.Member[add_documents,aadd_documents]`,
        content: ['Argument[0,documents]'],
        scope: ['Argument[namespace,collection_name]'],
      },
      {
        ...documents,
        does: 'writes' as const,
        call: `${store}.Member[add_texts,aadd_texts]`,
        content: ['Argument[0,texts]'],
        beside: ['Argument[1,metadatas]'],
        scope: ['Argument[namespace,collection_name]'],
      },
    ]),
    {
      ...documents,
      does: 'writes',
      call: `Member[${classes}].Member[from_documents,afrom_documents]`,
      content: ['Argument[0,documents]'],
      scope: [`Argument[${names}]`],
    },
    {
      ...documents,
      does: 'writes',
      call: `Member[${classes}].Member[from_texts,afrom_texts]`,
      content: ['Argument[0,texts]'],
      beside: ['Argument[2,metadatas]'],
      scope: [`Argument[${names}]`],
    },
  ],
};

const chroma =
  'Member[Client,PersistentClient,HttpClient,EphemeralClient,CloudClient,AsyncHttpClient].Instance.Member[get_collection,get_or_create_collection,create_collection].ReturnValue';
const index = 'Member[Pinecone,PineconeGRPC,PineconeAsyncio].Instance.Member[Index,IndexAsyncio].ReturnValue';
const weaviate =
  'Member[Client,connect_to_local,connect_to_weaviate_cloud,connect_to_wcs,connect_to_custom].ReturnValue.Member[collections].Member[get,use].ReturnValue';
const llamaIndex = 'Member[VectorStoreIndex].Member[from_documents,from_vector_store].ReturnValue';

/** What is put into vector databases and asked of them. */
export const pythonVectorDatabases: Framework = {
  id: 'vector-stores-python',
  title: 'Vector database',
  language: 'python',
  modules: ['chromadb/*', 'pinecone/*', 'qdrant_client/*', 'weaviate/*', 'llama_index/*'],
  ai: true,
  checkedAgainst: {},
  stores: [
    {
      ...documents,
      module: 'chromadb/*',
      does: 'searches',
      call: `${chroma}.Member[query]`,
      scope: ['Argument[where,where_document,ids]'],
    },
    {
      ...documents,
      module: 'chromadb/*',
      does: 'writes',
      call: `${chroma}.Member[add,upsert]`,
      content: ['Argument[documents]'],
      beside: ['Argument[metadatas]'],
      scope: [],
    },
    {
      ...documents,
      module: 'pinecone/*',
      does: 'searches',
      call: `${index}.Member[query,search,search_records]`,
      scope: ['Argument[filter,namespace,id]', 'Argument[query].Member[filter]'],
    },
    {
      ...documents,
      module: 'pinecone/*',
      does: 'writes',
      call: `${index}.Member[upsert,upsert_records]`,
      content: ['Argument[0,vectors,records]'],
      scope: ['Argument[namespace]'],
    },
    {
      ...documents,
      module: 'qdrant_client/*',
      does: 'searches',
      call: 'Member[QdrantClient,AsyncQdrantClient].Instance.Member[search,query_points,query,recommend]',
      scope: ['Argument[query_filter,filter]', 'Argument[0,collection_name]'],
    },
    {
      ...documents,
      module: 'qdrant_client/*',
      does: 'writes',
      call: 'Member[QdrantClient,AsyncQdrantClient].Instance.Member[upsert,upload_points]',
      content: ['Argument[1,points]'],
      scope: ['Argument[0,collection_name]'],
    },
    {
      ...documents,
      module: 'qdrant_client/*',
      does: 'writes',
      call: 'Member[QdrantClient,AsyncQdrantClient].Instance.Member[add]',
      content: ['Argument[documents]'],
      beside: ['Argument[metadata]'],
      scope: ['Argument[0,collection_name]'],
    },
    {
      ...documents,
      module: 'weaviate/*',
      does: 'searches',
      call: `${weaviate}.Member[query].Member[near_text,near_vector,bm25,hybrid]`,
      scope: ['Argument[filters]'],
    },
    {
      ...documents,
      module: 'weaviate/*',
      does: 'searches',
      call: `${weaviate}.Member[with_tenant].ReturnValue.Member[query].Member[near_text,near_vector,bm25,hybrid]`,
      scope: ['Argument[filters]'],
    },
    {
      ...documents,
      module: 'weaviate/*',
      does: 'writes',
      call: `${weaviate}.Member[data].Member[insert,insert_many]`,
      content: ['Argument[0,properties,objects]'],
      scope: [],
    },
    {
      ...documents,
      module: 'llama_index/*',
      does: 'searches',
      call: `${llamaIndex}.Member[as_retriever,as_query_engine,as_chat_engine]`,
      scope: ['Argument[filters]'],
    },
    {
      ...documents,
      module: 'llama_index/*',
      does: 'writes',
      call: 'Member[VectorStoreIndex].Member[from_documents]',
      content: ['Argument[0,documents]'],
      scope: ['Argument[storage_context]'],
    },
    {
      ...documents,
      module: 'llama_index/*',
      does: 'writes',
      call: `${llamaIndex}.Member[insert,insert_nodes,refresh_ref_docs]`,
      content: ['Argument[0,document,nodes]'],
      scope: [],
    },
  ],
};

const subject = 'user_id,agent_id,run_id,filters';
const store = 'Member[InMemoryStore,PostgresStore,AsyncPostgresStore,RedisStore,SqliteStore,BaseStore].Instance';

/** Memories that outlast a conversation. */
export const pythonMemories: Framework = {
  id: 'memories-python',
  title: 'Long-term memory',
  language: 'python',
  modules: ['mem0/*', 'langgraph/*', 'langgraph_sdk/*', 'langchain/*'],
  ai: true,
  checkedAgainst: {},
  stores: [
    ...['Instance', 'Member[from_config].ReturnValue'].flatMap((way) => [
      {
        ...memories,
        module: 'mem0/*',
        does: 'writes' as const,
        call: `Member[Memory,MemoryClient,AsyncMemory,AsyncMemoryClient].${way}.Member[add]`,
        content: ['Argument[0,messages]'],
        scope: [`Argument[${subject}]`],
      },
      {
        ...memories,
        module: 'mem0/*',
        does: 'searches' as const,
        call: `Member[Memory,MemoryClient,AsyncMemory,AsyncMemoryClient].${way}.Member[search,get_all]`,
        scope: [`Argument[${subject}]`],
      },
    ]),
    ...[
      store,
      'Member[PostgresStore,AsyncPostgresStore,RedisStore,SqliteStore].Member[from_conn_string].ReturnValue',
      'Member[get_store].ReturnValue',
      'Member[Runtime,ToolRuntime].Instance.Member[store]',
    ].flatMap((way) => [
      {
        ...memories,
        module: 'langgraph/*',
        does: 'writes' as const,
        call: `${way}.Member[put,aput]`,
        content: ['Argument[2,value]'],
        scope: ['Argument[0,namespace]', 'Argument[1,key]'],
      },
      {
        ...memories,
        module: 'langgraph/*',
        does: 'searches' as const,
        call: `${way}.Member[search,asearch]`,
        scope: ['Argument[0,namespace_prefix]', 'Argument[filter]'],
      },
    ]),
  ],
};
