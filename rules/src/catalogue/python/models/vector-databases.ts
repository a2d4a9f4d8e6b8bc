import type { Framework } from '../../framework.js';

const python = { language: 'python', ai: false } as const;
const document = { kind: 'retrieved', label: 'retrieved document' } as const;

const chroma =
  'Member[Client,PersistentClient,HttpClient,EphemeralClient,CloudClient].ReturnValue.Member[get_collection,get_or_create_collection,create_collection].ReturnValue';

/** What these give was written by whoever's documents were indexed. */
export const pythonRetrievedDocuments = {
  ...python,
  id: 'vector-python',
  title: 'Vector database',
  modules: ['chromadb', 'pinecone', 'qdrant_client', 'weaviate'],
  checkedAgainst: {
    chromadb: ['0.6'],
    pinecone: ['8'],
    'qdrant-client': ['1'],
    'weaviate-client': ['4'],
  },
  sources: [
    { ...document, module: 'chromadb', path: `${chroma}.Member[query,get].ReturnValue` },
    {
      ...document,
      module: 'pinecone',
      path: 'Member[Pinecone].Instance.Member[Index].ReturnValue.Member[query,fetch,search].ReturnValue',
    },
    {
      ...document,
      module: 'qdrant_client',
      path: 'Member[QdrantClient,AsyncQdrantClient].Instance.Member[query_points,query_points_groups,scroll,retrieve].ReturnValue',
    },
    {
      ...document,
      module: 'weaviate',
      path: 'Member[connect_to_local,connect_to_weaviate_cloud,connect_to_custom].ReturnValue.Member[collections].Member[get,use].ReturnValue.Member[query].Member[near_text,near_vector,bm25,hybrid,fetch_objects].ReturnValue.Member[objects]',
    },
  ],
} as const satisfies Framework;
