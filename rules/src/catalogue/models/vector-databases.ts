import type { Framework } from '../framework.js';

const document = { kind: 'retrieved', label: 'retrieved document' } as const;

const pinecone = 'Member[Pinecone].Instance.Member[index,Index].ReturnValue';
const chroma =
  'Member[ChromaClient,CloudClient].Instance.Member[getCollection,getOrCreateCollection,createCollection].ReturnValue';
const weaviate = 'Member[connectToLocal,connectToWeaviateCloud,connectToCustom].ReturnValue.Member[collections]';

/** What these give was written by whoever's documents were indexed. */
export const vectorDatabases = {
  id: 'vector-js',
  title: 'Vector database',
  language: 'javascript',
  modules: ['@pinecone-database/pinecone', 'chromadb', '@qdrant/js-client-rest', 'weaviate-client'],
  ai: false,
  checkedAgainst: {
    '@pinecone-database/pinecone': ['9'],
    chromadb: ['3'],
    '@qdrant/js-client-rest': ['1'],
    'weaviate-client': ['3'],
  },
  sources: [
    {
      ...document,
      module: '@pinecone-database/pinecone',
      path: `${pinecone}.Member[query].ReturnValue.Member[matches]`,
    },
    {
      ...document,
      module: '@pinecone-database/pinecone',
      path: `${pinecone}.Member[namespace].ReturnValue.Member[query].ReturnValue.Member[matches]`,
    },
    {
      ...document,
      module: '@pinecone-database/pinecone',
      path: `${pinecone}.Member[fetch].ReturnValue.Member[records]`,
    },
    { ...document, module: 'chromadb', path: `${chroma}.Member[query,get].ReturnValue` },
    {
      ...document,
      module: '@qdrant/js-client-rest',
      path: 'Member[QdrantClient].Instance.Member[query,queryGroups,scroll,retrieve].ReturnValue',
    },
    {
      ...document,
      module: 'weaviate-client',
      path: `Member[default].${weaviate}.Member[get,use].ReturnValue.Member[query].Member[nearText,nearVector,bm25,hybrid,fetchObjects].ReturnValue.Member[objects]`,
    },
    {
      ...document,
      module: 'weaviate-client',
      path: `Member[default].${weaviate}.Member[get,use].ReturnValue.Member[withTenant].ReturnValue.Member[query].Member[nearText,nearVector,bm25,hybrid,fetchObjects].ReturnValue.Member[objects]`,
    },
  ],
  calls: [
    {
      call: `Member[default].${weaviate}.Member[get,use].ReturnValue.Member[generate].Member[nearText,nearVector,bm25,hybrid,fetchObjects]`,
      module: 'weaviate-client',
      slots: [
        { role: 'user', at: 'Argument[1].Member[singlePrompt]' },
        { role: 'user', at: 'Argument[1].Member[groupedTask]' },
      ],
      outputs: ['ReturnValue.Member[objects]', 'ReturnValue.Member[generated,generative]'],
    },
  ],
} as const satisfies Framework;
