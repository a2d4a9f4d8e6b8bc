import type { SourceRow } from '../flow-rows.js';
import type { Framework } from '../framework.js';

const document = { kind: 'retrieved', label: 'retrieved document' } as const;
const result = { kind: 'retrieved', label: 'search result' } as const;
const page = { kind: 'retrieved', label: 'fetched page' } as const;
const file = { kind: 'retrieved', label: 'text of a file' } as const;

const searches =
  'similaritySearch,similaritySearchWithScore,similaritySearchVectorWithScore,maxMarginalRelevanceSearch';
const stores =
  'MemoryVectorStore,PineconeStore,Chroma,QdrantVectorStore,SupabaseVectorStore,FaissStore,HNSWLib,PGVectorStore,WeaviateStore,RedisVectorStore,MongoDBAtlasVectorSearch,Milvus,ElasticVectorSearch,UpstashVectorStore,TypesenseVectorStore,CloudflareVectorizeStore,PrismaVectorStore,NeonPostgres,AzureAISearchVectorStore,OpenSearchVectorStore,LanceDB,VercelPostgres';

/** LangChain's stores in its many packages, made by a constructor or by one of the static methods. */
const langchainStores: readonly SourceRow[] = [
  `Member[${stores}].Instance`,
  `Member[${stores}].Member[fromExistingIndex,fromTexts,fromDocuments,fromExistingCollection,initialize,load].ReturnValue`,
].flatMap((store) => [
  { ...document, path: `${store}.Member[${searches}].ReturnValue` },
  {
    ...document,
    path: `${store}.Member[asRetriever].ReturnValue.Member[invoke,getRelevantDocuments].ReturnValue`,
  },
]);

/** Vector stores, search services, crawlers and readers of documents: what they give, strangers may have written. */
export const vectorStores: Framework = {
  id: 'vector-stores',
  title: 'Vector store',
  language: 'javascript',
  modules: ['langchain/*', '@langchain/*', '@upstash/vector', 'llamaindex', '@llamaindex/*'],
  ai: false,
  checkedAgainst: {},
  sources: [
    ...langchainStores,
    {
      // Before version 1.19.
      ...document,
      module: '@qdrant/js-client-rest',
      path: 'Member[QdrantClient].Instance.Member[search,searchBatch,recommend].ReturnValue',
    },
    { ...document, module: '@upstash/vector', path: 'Member[Index].Instance.Member[query].ReturnValue' },
    {
      ...document,
      module: 'llamaindex',
      path: 'Member[VectorStoreIndex].Member[fromDocuments,init].ReturnValue.Member[asRetriever].ReturnValue.Member[retrieve].ReturnValue',
    },
  ],
};

export const webSearches: Framework = {
  id: 'web-searches',
  title: 'Web search',
  language: 'javascript',
  modules: [
    '@tavily/core',
    'exa-js',
    '@mendable/firecrawl-js',
    'firecrawl',
    'serpapi',
    'duck-duck-scrape',
    '@brave/search',
    'cheerio',
    'jsdom',
    '@mozilla/readability',
    'turndown',
    'node-html-markdown',
    'youtube-transcript',
    'rss-parser',
  ],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      ...result,
      module: '@tavily/core',
      path: 'Member[tavily].ReturnValue.Member[search,extract,crawl,searchContext,searchQNA].ReturnValue',
    },
    {
      ...result,
      module: 'exa-js',
      path: 'Member[default,Exa].Instance.Member[search,searchAndContents,getContents,findSimilar,findSimilarAndContents,answer].ReturnValue',
    },
    {
      ...page,
      module: '@mendable/firecrawl-js',
      path: 'Member[default,FirecrawlApp,Firecrawl].Instance.Member[scrapeUrl,crawlUrl,search,scrape,crawl,extract].ReturnValue',
    },
    {
      ...page,
      module: 'firecrawl',
      path: 'Member[default,FirecrawlApp,Firecrawl].Instance.Member[scrapeUrl,crawlUrl,search,scrape,crawl,extract].ReturnValue',
    },
    { ...result, module: 'serpapi', path: 'Member[getJson].ReturnValue' },
    { ...result, module: 'duck-duck-scrape', path: 'Member[search].ReturnValue' },
    {
      ...page,
      module: 'youtube-transcript',
      path: 'Member[YoutubeTranscript].Member[fetchTranscript].ReturnValue',
    },
    { ...page, module: 'rss-parser', path: 'Member[default].Instance.Member[parseURL].ReturnValue' },
  ],
  // What is taken out of a page is a part of it.
  passThroughs: [
    { call: 'Member[load]', module: 'cheerio', from: ['Argument[0]'] },
    { call: 'Member[JSDOM]', module: 'jsdom', from: ['Argument[0]'] },
    {
      call: 'Member[Readability].Instance.Member[parse]',
      module: '@mozilla/readability',
      from: ['Receiver.Argument[0]'],
    },
    { call: 'Member[default].Instance.Member[turndown]', module: 'turndown', from: ['Argument[0]'] },
    { call: 'Member[NodeHtmlMarkdown].Member[translate]', module: 'node-html-markdown', from: ['Argument[0]'] },
  ],
};

export const documentReaders: Framework = {
  id: 'document-readers',
  title: 'Document reader',
  language: 'javascript',
  modules: ['pdf-parse', 'pdf-parse/*', 'mammoth', 'unpdf', 'tesseract.js', 'officeparser', 'mailparser'],
  ai: false,
  checkedAgainst: {},
  sources: [
    { ...file, module: 'pdf-parse', path: 'Member[default].ReturnValue.Member[text]' },
    { ...file, module: 'pdf-parse', path: 'Member[PDFParse].Instance.Member[getText].ReturnValue' },
    {
      ...file,
      module: 'mammoth',
      path: 'Member[extractRawText,convertToHtml,convertToMarkdown].ReturnValue.Member[value]',
    },
    {
      ...file,
      module: 'mammoth',
      path: 'Member[default].Member[extractRawText,convertToHtml,convertToMarkdown].ReturnValue.Member[value]',
    },
    { ...file, module: 'unpdf', path: 'Member[extractText].ReturnValue' },
    { ...file, module: 'tesseract.js', path: 'Member[recognize].ReturnValue' },
    { ...file, module: 'officeparser', path: 'Member[parseOfficeAsync].ReturnValue' },
    {
      kind: 'retrieved',
      label: 'text of a mail',
      module: 'mailparser',
      path: 'Member[simpleParser].ReturnValue',
    },
  ],
};
