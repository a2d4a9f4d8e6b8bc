import type { EndpointRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';

const key = ['Argument[0].Member[apiKey]'] as const;
const headers = ['Authorization', 'authorization', 'x-api-key', 'X-API-Key', 'X-Api-Key', 'api-key', 'X-Auth-Token'];

/** Entries of a headers object that authenticate. */
const credentials = (at: string): readonly string[] => [`${at}.Member[${headers.join(',')}]`];

const aiSdk = (module: string, create: string, envVariable: string): EndpointRow => ({
  module,
  call: `Member[${create}]`,
  at: 'Argument[0].Member[baseURL]',
  credentials: key,
  envVariable,
});

/** Addresses that clients of models and MCP servers can be given, with what authenticates their requests. */
export const clientAddresses: Framework = {
  id: 'client-addresses',
  title: 'Clients of models and MCP servers',
  language: 'javascript',
  modules: [
    'openai',
    '@anthropic-ai/sdk',
    'groq-sdk',
    '@google/genai',
    '@ai-sdk/openai',
    '@ai-sdk/anthropic',
    '@ai-sdk/google',
    '@ai-sdk/groq',
    '@ai-sdk/xai',
    '@langchain/openai',
    '@langchain/anthropic',
    '@modelcontextprotocol/sdk/client/streamableHttp.js',
    '@modelcontextprotocol/sdk/client/sse.js',
  ],
  ai: true,
  checkedAgainst: {
    openai: ['7'],
    '@anthropic-ai/sdk': ['1'],
    'groq-sdk': ['1'],
    '@google/genai': ['3'],
    '@ai-sdk/openai': ['4'],
    '@ai-sdk/anthropic': ['4'],
    '@ai-sdk/google': ['4'],
    '@ai-sdk/groq': ['3'],
    '@ai-sdk/xai': ['3'],
    '@langchain/openai': ['1'],
    '@langchain/anthropic': ['1'],
    '@modelcontextprotocol/sdk': ['1'],
  },
  endpoints: [
    {
      module: 'openai',
      call: 'Member[default,OpenAI]',
      at: 'Argument[0].Member[baseURL]',
      credentials: key,
      envVariable: 'OPENAI_API_KEY',
    },
    {
      module: 'openai',
      call: 'Member[AzureOpenAI]',
      at: 'Argument[0].Member[endpoint,baseURL]',
      credentials: key,
      envVariable: 'AZURE_OPENAI_API_KEY',
    },
    {
      module: '@anthropic-ai/sdk',
      call: 'Member[default,Anthropic]',
      at: 'Argument[0].Member[baseURL]',
      credentials: [...key, 'Argument[0].Member[authToken]'],
      envVariable: 'ANTHROPIC_API_KEY',
    },
    {
      module: 'groq-sdk',
      call: 'Member[default,Groq]',
      at: 'Argument[0].Member[baseURL]',
      credentials: key,
      envVariable: 'GROQ_API_KEY',
    },
    {
      module: '@google/genai',
      call: 'Member[GoogleGenAI]',
      at: 'Argument[0].Member[httpOptions].Member[baseUrl]',
      credentials: key,
      envVariable: 'GEMINI_API_KEY',
    },
    aiSdk('@ai-sdk/openai', 'createOpenAI', 'OPENAI_API_KEY'),
    aiSdk('@ai-sdk/anthropic', 'createAnthropic', 'ANTHROPIC_API_KEY'),
    aiSdk('@ai-sdk/google', 'createGoogle,createGoogleGenerativeAI', 'GOOGLE_GENERATIVE_AI_API_KEY'),
    aiSdk('@ai-sdk/groq', 'createGroq', 'GROQ_API_KEY'),
    aiSdk('@ai-sdk/xai', 'createXai', 'XAI_API_KEY'),
    {
      module: '@langchain/openai',
      call: 'Member[ChatOpenAI,OpenAIEmbeddings,OpenAI]',
      at: 'Argument[0].Member[configuration].Member[baseURL]',
      credentials: [...key, 'Argument[0].Member[openAIApiKey]', 'Argument[0].Member[configuration].Member[apiKey]'],
      envVariable: 'OPENAI_API_KEY',
    },
    {
      module: '@langchain/anthropic',
      call: 'Member[ChatAnthropic]',
      at: 'Argument[0].Member[anthropicApiUrl]',
      credentials: [...key, 'Argument[0].Member[anthropicApiKey]'],
      envVariable: 'ANTHROPIC_API_KEY',
    },
    {
      module: '@modelcontextprotocol/sdk/client/streamableHttp.js',
      call: 'Member[StreamableHTTPClientTransport]',
      at: 'Argument[0]',
      credentials: credentials('Argument[1].Member[requestInit].Member[headers]'),
    },
    {
      module: '@modelcontextprotocol/sdk/client/sse.js',
      call: 'Member[SSEClientTransport]',
      at: 'Argument[0]',
      credentials: credentials('Argument[1].Member[requestInit].Member[headers]'),
    },
  ],
};

/** Read from the documentation: a package that is only installed with others. */
export const uncheckedAddresses: Framework = {
  id: 'unchecked-addresses',
  title: 'Clients of models',
  language: 'javascript',
  modules: ['@ai-sdk/openai-compatible'],
  ai: true,
  checkedAgainst: {},
  endpoints: [
    {
      module: '@ai-sdk/openai-compatible',
      call: 'Member[createOpenAICompatible]',
      at: 'Argument[0].Member[baseURL]',
      credentials: [...key, ...credentials('Argument[0].Member[headers]')],
    },
  ],
};

/** Requests with credentials of their own; only clear text matters, the rest is the business of the rules about requests. */
export const requestAddresses: Framework = {
  id: 'request-addresses',
  title: 'HTTP requests',
  language: 'javascript',
  modules: ['global', 'axios'],
  ai: false,
  checkedAgainst: { '@types/node': ['20'], axios: ['1'] },
  endpoints: [
    {
      module: 'global',
      call: 'Member[fetch]',
      at: 'Argument[0]',
      credentials: credentials('Argument[1].Member[headers]'),
    },
    {
      module: 'axios',
      call: 'Member[default].Member[get,delete]',
      at: 'Argument[0]',
      credentials: credentials('Argument[1].Member[headers]'),
    },
    {
      module: 'axios',
      call: 'Member[default].Member[post,put,patch]',
      at: 'Argument[0]',
      credentials: credentials('Argument[2].Member[headers]'),
    },
    {
      module: 'axios',
      call: 'Member[default].Member[create]',
      at: 'Argument[0].Member[baseURL]',
      credentials: credentials('Argument[0].Member[headers]'),
    },
  ],
};
