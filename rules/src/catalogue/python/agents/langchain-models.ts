import type { ModelCallRow } from '../../agent-rows.js';
import type { Framework } from '../../framework.js';

const asks = 'invoke,ainvoke,stream,astream,batch,abatch,generate,agenerate';
const prompt = [{ role: 'messages', at: 'Argument[0,input,messages,text]' }] as const;
const answer = ['ReturnValue'] as const;
const bound = 'bind_tools,with_structured_output,with_config,with_retry,with_fallbacks,bind';

/** Models of the packages that the rows were checked against. */
export const CHECKED_MODELS =
  'BaseChatModel,BaseLanguageModel,BaseLLM,ChatOpenAI,AzureChatOpenAI,ChatAnthropic,OpenAI,AzureOpenAI';

/** Calls of models of these classes, which are names joined by commas. */
export function callsOfModels(models: string): readonly ModelCallRow[] {
  return [
    { call: `Member[${models}].Instance.Member[${asks}]`, slots: prompt, outputs: answer },
    {
      call: `Member[${models}].Instance.Member[${bound}].ReturnValue.Member[${asks}]`,
      slots: prompt,
      tools: 'Receiver.Argument[0,tools]',
      outputs: answer,
    },
  ];
}

/** The same with the methods of LangChain before 1.0; before 0.2 a model was called by itself. */
export function earlierCallsOfModels(models: string): readonly ModelCallRow[] {
  return [
    {
      call: `Member[${models}].Instance.Member[predict,apredict,predict_messages,apredict_messages,call_as_llm]`,
      slots: prompt,
      outputs: answer,
    },
    { call: `Member[${models}].Instance`, slots: prompt, outputs: answer },
  ];
}

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
    ...callsOfModels(
      'BaseChatModel,BaseLanguageModel,BaseLLM,ChatOpenAI,AzureChatOpenAI,ChatAnthropic,OpenAI,AzureOpenAI',
    ),
    { call: `Member[init_chat_model].ReturnValue.Member[${asks}]`, slots: prompt, outputs: answer },
    {
      call: `Member[init_chat_model].ReturnValue.Member[${bound}].ReturnValue.Member[${asks}]`,
      slots: prompt,
      tools: 'Receiver.Argument[0,tools]',
      outputs: answer,
    },
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
