import type { Framework } from '../../framework.js';

const python = { language: 'python', ai: true, checkedAgainst: {} } as const;
const choices = ['ReturnValue.Member[choices]', 'ReturnValue.ArrayElement.Member[choices]'] as const;
const prompt = { role: 'user', at: 'Argument[0,prompt]' } as const;
const messages = { role: 'messages', at: 'Argument[0,messages]' } as const;
const maxTokens = { kind: 'tokens', at: 'Argument[max_tokens]', default: 'unknown' } as const;
const newTokens = { kind: 'tokens', at: 'Argument[max_new_tokens]', default: 'unknown' } as const;

const loaded =
  'Member[AutoModel,AutoModelForCausalLM,AutoModelForSeq2SeqLM,AutoModelForVision2Seq,AutoModelForImageTextToText].Member[from_pretrained].ReturnValue';
const moved = 'Member[to,cuda,cpu,half,float,bfloat16,eval].ReturnValue';

/** Models of Transformers that are asked themselves, with what makes texts of their tokens. */
export const transformersModels = {
  ...python,
  id: 'transformers-models',
  title: 'Transformers',
  modules: ['transformers', 'modelscope', 'unsloth'],
  calls: [loaded, `${loaded}.${moved}`, `${loaded}.${moved}.${moved}`].flatMap(
    (model) =>
      [
        { call: `${model}.Member[generate]`, slots: [], limits: [newTokens], outputs: ['ReturnValue'] },
        // What the code of some models brings: `answer, history = model.chat(tokenizer, question)`.
        {
          call: `${model}.Member[chat,stream_chat]`,
          slots: [{ role: 'user', at: 'Argument[1,query]' }],
          limits: [newTokens],
          outputs: ['ReturnValue.Member[0]', 'ReturnValue.ArrayElement'],
        },
      ] as const,
  ),
  sources: [
    {
      kind: 'model-output',
      path: 'Member[TextIteratorStreamer,AsyncTextIteratorStreamer].Instance.ArrayElement',
      label: 'output of a model',
    },
  ],
  passThroughs: [
    {
      call: 'Member[AutoTokenizer,AutoProcessor].Member[from_pretrained].ReturnValue.Member[decode,batch_decode]',
      from: ['Argument[0]'],
    },
  ],
} as const satisfies Framework;

export const vllm = {
  ...python,
  id: 'vllm',
  title: 'vLLM',
  modules: ['vllm'],
  calls: [
    {
      call: 'Member[LLM].Instance.Member[generate]',
      slots: [{ role: 'user', at: 'Argument[0,prompts]' }],
      outputs: ['ReturnValue.ArrayElement'],
    },
    { call: 'Member[LLM].Instance.Member[chat]', slots: [messages], outputs: ['ReturnValue.ArrayElement'] },
  ],
} as const satisfies Framework;

const llamas = ['Member[Llama]', 'Member[Llama].Member[from_pretrained]'] as const;

export const llamaCpp = {
  ...python,
  id: 'llama-cpp-python',
  title: 'llama-cpp-python',
  modules: ['llama_cpp'],
  calls: llamas.flatMap(
    (llama) =>
      [
        { call: `${llama}.ReturnValue`, slots: [prompt], limits: [maxTokens], outputs: choices },
        { call: `${llama}.Instance.Member[create_completion]`, slots: [prompt], limits: [maxTokens], outputs: choices },
        {
          call: `${llama}.Instance.Member[create_chat_completion]`,
          slots: [messages],
          tools: 'Argument[tools]',
          limits: [maxTokens],
          outputs: choices,
        },
      ] as const,
  ),
} as const satisfies Framework;

/** Further packages that run a model on this machine and give its text. */
export const localModels = {
  ...python,
  id: 'local-models',
  title: 'Local model',
  modules: ['gpt4all', 'ctransformers', 'mlx_lm'],
  calls: [
    {
      module: 'gpt4all',
      call: 'Member[GPT4All].Instance.Member[generate]',
      slots: [prompt],
      limits: [maxTokens],
      outputs: ['ReturnValue'],
    },
    {
      module: 'ctransformers',
      call: 'Member[AutoModelForCausalLM].Member[from_pretrained].ReturnValue',
      slots: [prompt],
      limits: [newTokens],
      outputs: ['ReturnValue'],
    },
    {
      module: 'mlx_lm',
      call: 'Member[generate]',
      slots: [{ role: 'user', at: 'Argument[2,prompt]' }],
      limits: [maxTokens],
      outputs: ['ReturnValue'],
    },
    {
      module: 'mlx_lm',
      call: 'Member[stream_generate]',
      slots: [{ role: 'user', at: 'Argument[2,prompt]' }],
      limits: [maxTokens],
      outputs: ['ReturnValue.ArrayElement.Member[text]'],
    },
  ],
} as const satisfies Framework;

const create = 'Instance.Member[chat].Member[completions].Member[create]';

/** Services whose clients have the shape of OpenAI's, and some that have one of their own. */
export const hostedModels = {
  ...python,
  id: 'hosted-models',
  title: 'Hosted model',
  modules: ['zhipuai', 'zai', 'volcenginesdkarkruntime', 'cerebras.cloud.sdk', 'aisuite', 'dashscope'],
  calls: [
    ...(
      [
        ['zhipuai', 'Member[ZhipuAI]'],
        ['zai', 'Member[ZaiClient,ZhipuAiClient]'],
        ['volcenginesdkarkruntime', 'Member[Ark,AsyncArk]'],
        ['cerebras.cloud.sdk', 'Member[Cerebras,AsyncCerebras]'],
        ['aisuite', 'Member[Client]'],
      ] as const
    ).map(
      ([module, client]) =>
        ({
          module,
          call: `${client}.${create}`,
          slots: [{ role: 'messages', at: 'Argument[messages]' }],
          tools: 'Argument[tools]',
          limits: [maxTokens],
          outputs: choices,
        }) as const,
    ),
    {
      module: 'dashscope',
      call: 'Member[Generation,MultiModalConversation].Member[call]',
      slots: [
        { role: 'messages', at: 'Argument[messages]' },
        { role: 'user', at: 'Argument[prompt]' },
      ],
      limits: [maxTokens],
      outputs: ['ReturnValue.Member[output]', 'ReturnValue.ArrayElement.Member[output]'],
    },
  ],
} as const satisfies Framework;
