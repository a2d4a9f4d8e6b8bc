import type { ClientRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';

function provider(module: string, create: string, envVariable: string): ClientRow {
  return {
    call: `Member[${create}]`,
    module,
    credential: 'Argument[0].Member[apiKey]',
    envVariable,
  };
}

/** Further providers of the AI SDK, of which only the clients matter. */
export const aiSdkOtherProviders: Framework = {
  id: 'ai-sdk-other-providers',
  title: 'Vercel AI SDK providers',
  language: 'javascript',
  modules: ['@ai-sdk/xai', '@ai-sdk/groq', '@ai-sdk/gateway'],
  ai: true,
  checkedAgainst: { '@ai-sdk/xai': ['3'], '@ai-sdk/groq': ['3'], '@ai-sdk/gateway': ['4'] },
  clients: [
    provider('@ai-sdk/xai', 'createXai', 'XAI_API_KEY'),
    provider('@ai-sdk/groq', 'createGroq', 'GROQ_API_KEY'),
    provider('@ai-sdk/gateway', 'createGateway', 'AI_GATEWAY_API_KEY'),
  ],
};

export const aiSdkUncheckedProviders: Framework = {
  id: 'ai-sdk-unchecked-providers',
  title: 'Vercel AI SDK providers',
  language: 'javascript',
  modules: ['@openrouter/ai-sdk-provider'],
  ai: true,
  checkedAgainst: {},
  clients: [
    provider('@ai-sdk/mistral', 'createMistral', 'MISTRAL_API_KEY'),
    provider('@ai-sdk/azure', 'createAzure', 'AZURE_API_KEY'),
    provider('@ai-sdk/cohere', 'createCohere', 'COHERE_API_KEY'),
    provider('@ai-sdk/deepseek', 'createDeepSeek', 'DEEPSEEK_API_KEY'),
    provider('@ai-sdk/perplexity', 'createPerplexity', 'PERPLEXITY_API_KEY'),
    provider('@ai-sdk/togetherai', 'createTogetherAI', 'TOGETHER_AI_API_KEY'),
    provider('@ai-sdk/fireworks', 'createFireworks', 'FIREWORKS_API_KEY'),
    provider('@ai-sdk/cerebras', 'createCerebras', 'CEREBRAS_API_KEY'),
    provider('@openrouter/ai-sdk-provider', 'createOpenRouter', 'OPENROUTER_API_KEY'),
  ],
};
