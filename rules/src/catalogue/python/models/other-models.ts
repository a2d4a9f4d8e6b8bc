import type { Framework } from '../../framework.js';

const python = { language: 'python', ai: true } as const;
const messages = { role: 'messages', at: 'Argument[messages]' } as const;
const maxTokens = { kind: 'tokens', at: 'Argument[max_tokens]', default: 'unknown' } as const;
const choices = ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement.Member[choices]'] as const;

const functionTool = {
  is: { property: 'function', values: [] },
  name: 'Member[function].Member[name]',
  description: 'Member[function].Member[description]',
  schema: 'Member[function].Member[parameters]',
} as const;

const groqClient = 'Member[Groq,AsyncGroq,Client,AsyncClient]';

export const pythonGroq = {
  ...python,
  id: 'groq-python',
  title: 'Groq SDK',
  modules: ['groq'],
  checkedAgainst: { groq: ['1.7'] },
  clients: [{ call: groqClient, credential: 'Argument[api_key]', envVariable: 'GROQ_API_KEY' }],
  endpoints: [
    { call: groqClient, at: 'Argument[base_url]', credentials: ['Argument[api_key]'], envVariable: 'GROQ_API_KEY' },
  ],
  calls: [
    {
      call: `${groqClient}.Instance.Member[chat].Member[completions].Member[create]`,
      slots: [messages],
      tools: 'Argument[tools]',
      limits: [{ kind: 'tokens', at: 'Argument[max_completion_tokens]', default: 'unknown' }, maxTokens],
      outputs: choices,
    },
    {
      call: `${groqClient}.Instance.Member[audio].Member[transcriptions,translations].Member[create]`,
      slots: [],
      outputs: ['ReturnValue.Member[text]'],
    },
  ],
  toolObjects: [functionTool],
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: `${groqClient}.Instance.Member[chat].Member[completions].Member[create]`,
      at: 'Argument[disable_tool_validation]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'Groq',
      note: 'The model may call tools and use arguments that were not declared.',
    },
  ],
} as const satisfies Framework;

const togetherClient = 'Member[Together,AsyncTogether,Client,AsyncClient]';

export const pythonTogether = {
  ...python,
  id: 'together-python',
  title: 'Together',
  modules: ['together'],
  checkedAgainst: { together: ['3.1'] },
  clients: [{ call: togetherClient, credential: 'Argument[api_key]', envVariable: 'TOGETHER_API_KEY' }],
  calls: [
    {
      call: `${togetherClient}.Instance.Member[chat].Member[completions].Member[create]`,
      slots: [messages],
      tools: 'Argument[tools]',
      limits: [maxTokens],
      outputs: choices,
    },
    {
      call: `${togetherClient}.Instance.Member[completions].Member[create]`,
      slots: [{ role: 'user', at: 'Argument[prompt]' }],
      limits: [maxTokens],
      outputs: choices,
    },
  ],
  toolObjects: [functionTool],
} as const satisfies Framework;

/** The module, which has a client, or a client. */
const ollamas = ['', 'Member[Client,AsyncClient].Instance.'] as const;

export const pythonOllama = {
  ...python,
  id: 'ollama-python',
  title: 'Ollama',
  modules: ['ollama'],
  checkedAgainst: { ollama: ['0.6'] },
  calls: ollamas.flatMap(
    (of) =>
      [
        {
          call: `${of}Member[chat]`,
          slots: [{ role: 'messages', at: 'Argument[1,messages]' }],
          tools: 'Argument[tools]',
          outputs: ['ReturnValue.Member[message]', 'ReturnValue.ArrayElement.Member[message]'],
        },
        {
          call: `${of}Member[generate]`,
          slots: [
            { role: 'user', at: 'Argument[1,prompt]' },
            { role: 'system', at: 'Argument[system]' },
          ],
          outputs: ['ReturnValue.Member[response]', 'ReturnValue.ArrayElement.Member[response]'],
        },
      ] as const,
  ),
  /** The model sees their signatures; the application runs them. */
  functionTools: [{}],
  toolObjects: [functionTool],
} as const satisfies Framework;

const mistral = 'Member[Mistral].Instance';
const mistralChat = { slots: [messages], tools: 'Argument[tools]', limits: [maxTokens] } as const;
const conversation = {
  slots: [
    { role: 'messages', at: 'Argument[inputs]' },
    { role: 'system', at: 'Argument[instructions]' },
  ],
  tools: 'Argument[tools]',
} as const;

export const pythonMistral = {
  ...python,
  id: 'mistral-python',
  title: 'Mistral',
  modules: ['mistralai', 'mistralai.client'],
  checkedAgainst: { mistralai: ['1', '3'] },
  clients: [{ call: 'Member[Mistral]', credential: 'Argument[api_key]', envVariable: 'MISTRAL_API_KEY' }],
  calls: [
    {
      ...mistralChat,
      call: `${mistral}.Member[chat,agents].Member[complete,complete_async]`,
      outputs: choices.slice(0, 1),
    },
    {
      ...mistralChat,
      call: `${mistral}.Member[chat,agents].Member[stream,stream_async]`,
      outputs: ['ReturnValue.ArrayElement.Member[data].Member[choices]'],
    },
    { ...mistralChat, call: `${mistral}.Member[chat].Member[parse,parse_async]`, outputs: choices.slice(0, 1) },
    {
      call: `${mistral}.Member[fim].Member[complete,complete_async]`,
      slots: [{ role: 'user', at: 'Argument[prompt]' }],
      outputs: choices.slice(0, 1),
    },
    {
      ...conversation,
      call: `${mistral}.Member[beta].Member[conversations].Member[start,start_async]`,
      outputs: ['ReturnValue.Member[outputs]'],
    },
    {
      call: `${mistral}.Member[beta].Member[conversations].Member[append,append_async]`,
      slots: [{ role: 'messages', at: 'Argument[inputs]' }],
      outputs: ['ReturnValue.Member[outputs]'],
    },
  ],
  agents: [
    {
      call: `${mistral}.Member[beta].Member[agents].Member[create,create_async]`,
      name: 'Argument[name]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[tools]',
    },
  ],
  toolObjects: [
    functionTool,
    {
      is: { property: 'type', values: ['web_search', 'web_search_premium'] },
      hosted: { tool: 'web-search', capabilities: ['untrusted-in'] },
    },
    {
      is: { property: 'type', values: ['code_interpreter'] },
      hosted: { tool: 'code', capabilities: ['exec'] },
    },
    {
      is: { property: 'type', values: ['document_library'] },
      hosted: { tool: 'file-search', capabilities: ['private-read'] },
    },
    { is: { property: 'type', values: ['image_generation'] }, hosted: { tool: 'image', capabilities: [] } },
  ],
} as const satisfies Framework;

const cohereFirst = 'Member[Client,AsyncClient].Instance';
const cohereSecond = 'Member[ClientV2,AsyncClientV2].Instance';
const safety = {
  meaning: 'safety-disabled',
  at: 'Argument[safety_mode]',
  replacement: '"CONTEXTUAL"',
  severity: 'warning',
  subject: 'chat',
} as const;

export const pythonCohere = {
  ...python,
  id: 'cohere-python',
  title: 'Cohere',
  modules: ['cohere'],
  checkedAgainst: { cohere: ['7.3'] },
  clients: [
    {
      call: 'Member[Client,AsyncClient,ClientV2,AsyncClientV2]',
      credential: 'Argument[0,api_key]',
      envVariable: 'CO_API_KEY',
    },
  ],
  calls: [
    {
      call: `${cohereSecond}.Member[chat,chat_stream]`,
      slots: [messages, { role: 'user', at: 'Argument[documents]' }],
      tools: 'Argument[tools]',
      limits: [maxTokens],
      outputs: ['ReturnValue.Member[message]', 'ReturnValue.ArrayElement'],
    },
    {
      call: `${cohereFirst}.Member[chat,chat_stream]`,
      slots: [
        { role: 'system', at: 'Argument[preamble]' },
        { role: 'user', at: 'Argument[message]' },
        { role: 'messages', at: 'Argument[chat_history]' },
        { role: 'user', at: 'Argument[documents]' },
      ],
      tools: 'Argument[tools]',
      limits: [maxTokens],
      outputs: ['ReturnValue.Member[text,tool_calls]', 'ReturnValue.ArrayElement'],
    },
    {
      call: `${cohereFirst}.Member[generate]`,
      slots: [{ role: 'user', at: 'Argument[prompt]' }],
      limits: [maxTokens],
      outputs: ['ReturnValue.Member[generations]'],
    },
  ],
  toolObjects: [
    functionTool,
    {
      is: { property: 'parameter_definitions', values: [] },
      name: 'Member[name]',
      description: 'Member[description]',
      schema: 'Member[parameter_definitions]',
    },
  ],
  settings: [
    { ...safety, call: `${cohereSecond}.Member[chat,chat_stream]`, values: ['OFF'] },
    { ...safety, call: `${cohereFirst}.Member[chat,chat_stream]`, values: ['NONE'] },
    {
      meaning: 'dangerous-opt-in',
      call: `${cohereFirst}.Member[chat,chat_stream]`,
      at: 'Argument[raw_prompting]',
      values: [true],
      replacement: 'False',
      severity: 'warning',
      subject: 'chat',
      note: 'The message goes to the model as it is, special tokens included.',
    },
  ],
} as const satisfies Framework;

const hub = 'Member[InferenceClient,AsyncInferenceClient].Instance';

export const pythonHfInference = {
  ...python,
  id: 'hf-inference-python',
  title: 'Hugging Face',
  modules: ['huggingface_hub'],
  checkedAgainst: { 'huggingface-hub': ['2.4'] },
  clients: [
    {
      call: 'Member[InferenceClient,AsyncInferenceClient]',
      credential: 'Argument[token,api_key]',
      envVariable: 'HF_TOKEN',
    },
  ],
  calls: [
    {
      call: `${hub}.Member[chat_completion]`,
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      tools: 'Argument[tools]',
      limits: [maxTokens],
      outputs: choices,
    },
    {
      // The same under OpenAI's name.
      call: `${hub}.Member[chat].Member[completions].Member[create]`,
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      tools: 'Argument[tools]',
      limits: [maxTokens],
      outputs: choices,
    },
    {
      call: `${hub}.Member[text_generation]`,
      slots: [{ role: 'user', at: 'Argument[0,prompt]' }],
      limits: [{ kind: 'tokens', at: 'Argument[max_new_tokens]', default: 'unknown' }],
      outputs: ['ReturnValue'],
    },
  ],
  toolObjects: [functionTool],
} as const satisfies Framework;

export const pythonAzureInference = {
  ...python,
  id: 'azure-ai-inference-python',
  title: 'Azure AI Inference',
  modules: ['azure.ai.inference', 'azure.ai.inference.aio'],
  checkedAgainst: { 'azure-ai-inference': ['1.0'] },
  calls: [
    {
      call: 'Member[ChatCompletionsClient].Instance.Member[complete]',
      slots: [messages],
      tools: 'Argument[tools]',
      limits: [maxTokens],
      outputs: choices,
    },
  ],
} as const satisfies Framework;

const completion = {
  slots: [{ role: 'messages', at: 'Argument[1,messages]' }],
  tools: 'Argument[tools]',
  limits: [maxTokens],
  outputs: choices,
} as const;

export const pythonLiteLlm = {
  ...python,
  id: 'litellm',
  title: 'LiteLLM',
  modules: ['litellm'],
  checkedAgainst: { litellm: ['1'] },
  calls: [
    { ...completion, call: 'Member[completion,acompletion]' },
    {
      call: 'Member[completion_with_retries,acompletion_with_retries]',
      slots: [messages],
      tools: 'Argument[tools]',
      limits: [maxTokens],
      outputs: choices,
    },
    { ...completion, call: 'Member[Router].Instance.Member[completion,acompletion]' },
    {
      call: 'Member[text_completion,atext_completion]',
      slots: [{ role: 'user', at: 'Argument[0,prompt]' }],
      outputs: choices,
    },
    {
      call: 'Member[responses,aresponses]',
      slots: [
        { role: 'messages', at: 'Argument[0,input]' },
        { role: 'system', at: 'Argument[instructions]' },
      ],
      tools: 'Argument[tools]',
      outputs: ['ReturnValue.Member[output]'],
    },
  ],
  toolObjects: [functionTool],
} as const satisfies Framework;

const wrappers =
  'from_openai,from_anthropic,from_groq,from_mistral,from_cohere,from_gemini,from_genai,from_litellm,from_provider,from_bedrock';
const instructor = `Member[${wrappers}].ReturnValue`;
const structured = { slots: [messages], limits: [maxTokens] } as const;

/** Its clients give what a model wrote as objects of the application's classes. */
export const pythonInstructor = {
  ...python,
  id: 'instructor',
  title: 'Instructor',
  modules: ['instructor'],
  checkedAgainst: { instructor: ['1.17'] },
  calls: (['', '.Member[chat].Member[completions]', '.Member[messages]'] as const).flatMap(
    (part) =>
      [
        {
          ...structured,
          call: `${instructor}${part}.Member[create,create_partial,create_iterable,create_with_completion]`,
          outputs: ['ReturnValue'],
        },
      ] as const,
  ),
} as const satisfies Framework;
