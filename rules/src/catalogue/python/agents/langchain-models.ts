import type { Framework } from '../../framework.js';

const models = [
  'BaseChatModel',
  'BaseLanguageModel',
  'BaseLLM',
  'ChatOpenAI',
  'AzureChatOpenAI',
  'ChatAnthropic',
  'ChatGoogleGenerativeAI',
  'ChatVertexAI',
  'ChatBedrock',
  'ChatBedrockConverse',
  'ChatGroq',
  'ChatOllama',
  'ChatMistralAI',
  'ChatCohere',
  'ChatDeepSeek',
  'ChatXAI',
  'ChatHuggingFace',
  'ChatFireworks',
  'ChatTogether',
  'ChatLiteLLM',
  'ChatPerplexity',
  'ChatNVIDIA',
  'ChatWatsonx',
  'OpenAI',
  'AzureOpenAI',
  'Ollama',
  'OllamaLLM',
  'LlamaCpp',
  'HuggingFaceHub',
  'HuggingFaceEndpoint',
  'HuggingFacePipeline',
].join(',');

const asks =
  'invoke,ainvoke,stream,astream,batch,abatch,predict,apredict,predict_messages,generate,agenerate,call_as_llm';
const prompt = [{ role: 'messages', at: 'Argument[0,input,messages,text]' }] as const;
const answer = ['ReturnValue'] as const;
const bound = 'bind_tools,bind_functions,with_structured_output,with_config,with_retry,with_fallbacks,bind';

/** Rows of models, messages and prompts of LangChain, wherever its packages export them. */
export const langchainModels: Pick<
  Framework,
  'clients' | 'endpoints' | 'calls' | 'settings' | 'sanitizers' | 'passThroughs'
> = {
  clients: [
    {
      call: 'Member[ChatOpenAI,OpenAI,OpenAIEmbeddings]',
      credential: 'Argument[api_key,openai_api_key]',
      envVariable: 'OPENAI_API_KEY',
    },
    {
      call: 'Member[AzureChatOpenAI,AzureOpenAI,AzureOpenAIEmbeddings]',
      credential: 'Argument[api_key,openai_api_key]',
      envVariable: 'AZURE_OPENAI_API_KEY',
    },
    {
      call: 'Member[ChatAnthropic]',
      credential: 'Argument[api_key,anthropic_api_key]',
      envVariable: 'ANTHROPIC_API_KEY',
    },
    {
      call: 'Member[ChatGoogleGenerativeAI]',
      credential: 'Argument[api_key,google_api_key]',
      envVariable: 'GOOGLE_API_KEY',
    },
    { call: 'Member[ChatGroq]', credential: 'Argument[api_key,groq_api_key]', envVariable: 'GROQ_API_KEY' },
    { call: 'Member[ChatMistralAI]', credential: 'Argument[api_key,mistral_api_key]', envVariable: 'MISTRAL_API_KEY' },
  ],
  endpoints: [
    {
      call: 'Member[ChatOpenAI,OpenAI,OpenAIEmbeddings]',
      at: 'Argument[base_url,openai_api_base]',
      credentials: ['Argument[api_key,openai_api_key]'],
      envVariable: 'OPENAI_API_KEY',
    },
    {
      call: 'Member[ChatAnthropic]',
      at: 'Argument[base_url,anthropic_api_url]',
      credentials: ['Argument[api_key,anthropic_api_key]'],
      envVariable: 'ANTHROPIC_API_KEY',
    },
  ],
  calls: [
    { call: `Member[${models}].Instance.Member[${asks}]`, slots: prompt, outputs: answer },
    // Before 0.2 a model was called by itself.
    { call: `Member[${models}].Instance`, slots: prompt, outputs: answer },
    { call: `Member[init_chat_model].ReturnValue.Member[${asks}]`, slots: prompt, outputs: answer },
    ...[`Member[${models}].Instance`, 'Member[init_chat_model].ReturnValue'].map((model) => ({
      call: `${model}.Member[${bound}].ReturnValue.Member[${asks}]`,
      slots: prompt,
      tools: 'Receiver.Argument[0,tools]',
      outputs: answer,
    })),
    {
      call: 'Member[SystemMessage]',
      slots: [{ role: 'system', at: 'Argument[0,content]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[PromptTemplate,ChatPromptTemplate,SystemMessagePromptTemplate,HumanMessagePromptTemplate].Member[from_template]',
      slots: [{ role: 'template', at: 'Argument[0,template]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[PromptTemplate]',
      slots: [{ role: 'template', at: 'Argument[template]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[ChatPromptTemplate].Member[from_messages]',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[ChatPromptTemplate]',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: [],
      prepares: true,
    },
  ],
  settings: [
    {
      meaning: 'unsafe-template',
      call: 'Member[PromptTemplate]',
      at: 'Argument[template_format]',
      values: ['jinja2'],
      replacement: "'f-string'",
      severity: 'warning',
      subject: 'PromptTemplate',
    },
    {
      meaning: 'unsafe-template',
      call: 'Member[PromptTemplate,ChatPromptTemplate,SystemMessagePromptTemplate,HumanMessagePromptTemplate].Member[from_template,from_messages]',
      at: 'Argument[template_format]',
      values: ['jinja2'],
      replacement: "'f-string'",
      severity: 'warning',
      subject: 'PromptTemplate',
    },
  ],
  sanitizers: [
    // The class decides the role.
    {
      call: 'Member[HumanMessage,AIMessage,ToolMessage,FunctionMessage,SystemMessage]',
      cleans: ['prompt-messages', 'prompt-role'],
    },
  ],
  passThroughs: [{ call: 'Member[trim_messages,filter_messages]', from: ['Argument[0,messages]'] }],
};
