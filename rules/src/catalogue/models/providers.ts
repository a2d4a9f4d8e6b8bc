/** Who answers for a model, and what shows that it is asked. */
export interface ModelProvider {
  /** As configuration files name it. */
  readonly id: string;
  readonly title: string;
  /** Packages that ask this provider unless they are given another address. */
  readonly packages: readonly string[];
  /** Variables of the environment that its clients read keys from. */
  readonly variables: readonly string[];
  /** Hosts of its addresses, as regular expressions. */
  readonly hosts: readonly string[];
  /** What stands in front of a model's name where a framework asks several providers: `openai:gpt-5`, `anthropic/…`. */
  readonly prefixes: readonly string[];
}

export const modelProviders: readonly ModelProvider[] = [
  {
    id: 'openai',
    title: 'OpenAI',
    packages: ['openai', '@ai-sdk/openai', '@langchain/openai', 'langchain-openai', '@llamaindex/openai'],
    variables: ['OPENAI_API_KEY'],
    hosts: ['api\\.openai\\.com'],
    prefixes: ['openai'],
  },
  {
    id: 'azure',
    title: 'Azure OpenAI',
    packages: ['@ai-sdk/azure'],
    variables: ['AZURE_OPENAI_API_KEY'],
    hosts: ['[\\w-]+\\.openai\\.azure\\.com', '[\\w-]+\\.services\\.ai\\.azure\\.com'],
    prefixes: ['azure', 'azure_openai', 'azure_ai'],
  },
  {
    id: 'anthropic',
    title: 'Anthropic',
    packages: [
      '@anthropic-ai/sdk',
      'anthropic',
      '@ai-sdk/anthropic',
      '@langchain/anthropic',
      'langchain-anthropic',
      '@anthropic-ai/claude-agent-sdk',
    ],
    variables: ['ANTHROPIC_API_KEY'],
    hosts: ['api\\.anthropic\\.com'],
    prefixes: ['anthropic'],
  },
  {
    id: 'google',
    title: 'Google',
    packages: [
      '@google/genai',
      '@google/generative-ai',
      'google-genai',
      'google-generativeai',
      '@ai-sdk/google',
      '@ai-sdk/google-vertex',
      '@langchain/google-genai',
      'langchain-google-genai',
    ],
    variables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
    hosts: ['generativelanguage\\.googleapis\\.com', '(?:[\\w-]+-)?aiplatform\\.googleapis\\.com'],
    prefixes: ['google', 'google-gla', 'google-vertex', 'google_genai', 'google_vertexai', 'gemini', 'vertex_ai'],
  },
  {
    id: 'bedrock',
    title: 'Amazon Bedrock',
    packages: ['@aws-sdk/client-bedrock-runtime', '@ai-sdk/amazon-bedrock', '@langchain/aws', 'langchain-aws'],
    variables: [],
    hosts: ['bedrock-runtime\\.[\\w-]+\\.amazonaws\\.com'],
    prefixes: ['bedrock', 'bedrock_converse'],
  },
  {
    id: 'mistral',
    title: 'Mistral',
    packages: ['@mistralai/mistralai', 'mistralai', '@ai-sdk/mistral', '@langchain/mistralai', 'langchain-mistralai'],
    variables: ['MISTRAL_API_KEY'],
    hosts: ['api\\.mistral\\.ai'],
    prefixes: ['mistral', 'mistralai'],
  },
  {
    id: 'groq',
    title: 'Groq',
    packages: ['groq-sdk', 'groq', '@ai-sdk/groq', '@langchain/groq', 'langchain-groq'],
    variables: ['GROQ_API_KEY'],
    hosts: ['api\\.groq\\.com'],
    prefixes: ['groq'],
  },
  {
    id: 'cohere',
    title: 'Cohere',
    packages: ['cohere-ai', 'cohere', '@ai-sdk/cohere', '@langchain/cohere', 'langchain-cohere'],
    variables: ['CO_API_KEY', 'COHERE_API_KEY'],
    hosts: ['api\\.cohere\\.(?:ai|com)'],
    prefixes: ['cohere'],
  },
  {
    id: 'deepseek',
    title: 'DeepSeek',
    packages: ['@ai-sdk/deepseek', '@langchain/deepseek', 'langchain-deepseek'],
    variables: ['DEEPSEEK_API_KEY'],
    hosts: ['api\\.deepseek\\.com'],
    prefixes: ['deepseek'],
  },
  {
    id: 'together',
    title: 'Together AI',
    packages: ['together-ai', 'together', '@ai-sdk/togetherai', 'langchain-together'],
    variables: ['TOGETHER_API_KEY'],
    hosts: ['api\\.together\\.(?:xyz|ai)'],
    prefixes: ['together', 'together_ai'],
  },
  {
    id: 'fireworks',
    title: 'Fireworks AI',
    packages: ['@ai-sdk/fireworks', 'langchain-fireworks'],
    variables: ['FIREWORKS_API_KEY'],
    hosts: ['api\\.fireworks\\.ai'],
    prefixes: ['fireworks', 'fireworks_ai'],
  },
  {
    id: 'perplexity',
    title: 'Perplexity',
    packages: ['@ai-sdk/perplexity', 'langchain-perplexity'],
    variables: ['PERPLEXITY_API_KEY'],
    hosts: ['api\\.perplexity\\.ai'],
    prefixes: ['perplexity'],
  },
  {
    id: 'xai',
    title: 'xAI',
    packages: ['@ai-sdk/xai', '@langchain/xai', 'langchain-xai'],
    variables: ['XAI_API_KEY'],
    hosts: ['api\\.x\\.ai'],
    prefixes: ['xai'],
  },
  {
    id: 'openrouter',
    title: 'OpenRouter',
    packages: ['@openrouter/sdk', '@openrouter/ai-sdk-provider'],
    variables: ['OPENROUTER_API_KEY'],
    hosts: ['openrouter\\.ai'],
    prefixes: ['openrouter'],
  },
  {
    id: 'huggingface',
    title: 'Hugging Face',
    packages: ['@huggingface/inference'],
    variables: ['HF_TOKEN', 'HUGGINGFACEHUB_API_TOKEN'],
    hosts: ['(?:api-inference|router)\\.huggingface\\.co'],
    prefixes: ['huggingface'],
  },
  {
    id: 'replicate',
    title: 'Replicate',
    packages: ['replicate'],
    variables: ['REPLICATE_API_TOKEN'],
    hosts: ['api\\.replicate\\.com'],
    prefixes: ['replicate'],
  },
  {
    id: 'moonshot',
    title: 'Moonshot AI',
    packages: [],
    variables: ['MOONSHOT_API_KEY'],
    hosts: ['api\\.moonshot\\.(?:cn|ai)'],
    prefixes: ['moonshot', 'moonshotai'],
  },
  {
    id: 'alibaba',
    title: 'Alibaba Cloud Model Studio',
    packages: ['dashscope'],
    variables: ['DASHSCOPE_API_KEY'],
    hosts: ['dashscope(?:-intl)?\\.aliyuncs\\.com'],
    prefixes: ['dashscope'],
  },
  {
    id: 'zhipu',
    title: 'Zhipu AI',
    packages: ['zhipuai'],
    variables: ['ZHIPUAI_API_KEY'],
    hosts: ['open\\.bigmodel\\.cn'],
    prefixes: ['zhipu'],
  },
  {
    id: 'nvidia',
    title: 'NVIDIA',
    packages: ['langchain-nvidia-ai-endpoints'],
    variables: ['NVIDIA_API_KEY'],
    hosts: ['integrate\\.api\\.nvidia\\.com'],
    prefixes: ['nvidia', 'nvidia_nim'],
  },
];

/** Host of an address that is known at least so far; NUL stands for the unknown rest. */
export function hostOf(address: string): string | undefined {
  const match = /^[a-z][a-z+.-]*:\/\/(?:[^/?#@\0]*@)?(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?(?=$|[/?#])/i.exec(address);
  return match?.[1]?.toLowerCase();
}
