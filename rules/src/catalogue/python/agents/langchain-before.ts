import type { Framework } from '../../framework.js';
import { CHECKED_MODELS, callsOfModels, earlierCallsOfModels } from './langchain-models.js';
import { langchainPython } from './langchain.js';

/** Models of packages for one provider each, and of what `langchain_community` had. */
const PROVIDERS =
  'ChatGoogleGenerativeAI,ChatVertexAI,ChatBedrock,ChatBedrockConverse,ChatGroq,ChatOllama,ChatMistralAI,ChatCohere,ChatDeepSeek,ChatXAI,ChatHuggingFace,ChatFireworks,ChatTogether,ChatLiteLLM,ChatPerplexity,ChatNVIDIA,ChatWatsonx,Ollama,OllamaLLM,LlamaCpp,HuggingFaceHub,HuggingFaceEndpoint,HuggingFacePipeline';

/** LangChain's packages for providers, and what LangChain was before 1.0. No sources are read for them. */
export const langchainBefore: Framework = {
  ...langchainPython,
  id: 'langchain-python-before',
  modules: [
    'langchain_google_genai',
    'langchain_google_vertexai',
    'langchain_aws',
    'langchain_groq',
    'langchain_ollama',
    'langchain_mistralai',
    'langchain_cohere',
    'langchain_deepseek',
    'langchain_xai',
    'langchain_huggingface',
    'langchain_fireworks',
    'langchain_together',
    'langchain_litellm',
    'langchain_perplexity',
    'langchain_nvidia_ai_endpoints',
    'langchain_ibm',
    'langchain/*',
    'langchain_core/*',
    'langchain_community/*',
    'langchain_classic/*',
    'langchain_openai',
    'langchain_anthropic',
    'langgraph/*',
    'deepagents',
  ],
  checkedAgainst: {},
  clients: [
    {
      call: 'Member[ChatGoogleGenerativeAI]',
      credential: 'Argument[api_key,google_api_key]',
      envVariable: 'GOOGLE_API_KEY',
    },
    { call: 'Member[ChatGroq]', credential: 'Argument[api_key,groq_api_key]', envVariable: 'GROQ_API_KEY' },
    { call: 'Member[ChatMistralAI]', credential: 'Argument[api_key,mistral_api_key]', envVariable: 'MISTRAL_API_KEY' },
  ],
  endpoints: [],
  calls: [...callsOfModels(PROVIDERS), ...earlierCallsOfModels(PROVIDERS), ...earlierCallsOfModels(CHECKED_MODELS)],
  agents: [
    { call: 'Member[create_agent]', slots: [{ role: 'system', at: 'Argument[prompt]' }] },
    {
      call: 'Member[create_deep_agent]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[0,tools]',
    },
    {
      call: 'Member[create_react_agent]',
      slots: [
        { role: 'system', at: 'Argument[state_modifier]' },
        { role: 'system', at: 'Argument[messages_modifier]' },
      ],
    },
  ],
  tools: [],
  toolClasses: [],
  hosted: [],
  gates: [{ call: 'Member[HumanApprovalCallbackHandler]', level: 'callback' }],
  settings: [],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[BaseRetriever,VectorStoreRetriever].Instance.Member[get_relevant_documents,aget_relevant_documents].ReturnValue',
      label: 'retrieved document',
    },
  ],
  sanitizers: [],
  passThroughs: [],
};
