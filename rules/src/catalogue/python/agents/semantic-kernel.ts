import type { Framework } from '../../framework.js';

const messages = [{ role: 'messages', at: 'Argument[0,messages]' }] as const;
const services =
  'Member[OpenAIChatCompletion,AzureChatCompletion,AnthropicChatCompletion,GoogleAIChatCompletion,MistralAIChatCompletion,OllamaChatCompletion,BedrockChatCompletion,AzureAIInferenceChatCompletion,ChatCompletionClientBase].Instance';
const unsafeContent = {
  meaning: 'unsafe-template',
  at: 'Argument[allow_dangerously_set_content]',
  values: [true],
  replacement: 'False',
  severity: 'error',
} as const;

export const semanticKernel: Framework = {
  id: 'semantic-kernel',
  title: 'Semantic Kernel',
  language: 'python',
  modules: [
    'semantic_kernel',
    'semantic_kernel.agents',
    'semantic_kernel.functions',
    'semantic_kernel.connectors.ai.open_ai',
    'semantic_kernel.connectors.ai.anthropic',
    'semantic_kernel.connectors.ai.google.google_ai',
    'semantic_kernel.connectors.ai.mistral_ai',
    'semantic_kernel.connectors.ai.ollama',
    'semantic_kernel.connectors.ai.bedrock',
    'semantic_kernel.connectors.ai.azure_ai_inference',
    'semantic_kernel.connectors.ai.chat_completion_client_base',
    'semantic_kernel.connectors.ai.function_choice_behavior',
    'semantic_kernel.contents',
    'semantic_kernel.core_plugins',
    'semantic_kernel.prompt_template',
    'semantic_kernel.connectors.mcp',
    'semantic_kernel/*',
  ],
  ai: true,
  checkedAgainst: { 'semantic-kernel': ['1.45'] },
  clients: [
    { call: 'Member[OpenAIChatCompletion]', credential: 'Argument[api_key]', envVariable: 'OPENAI_API_KEY' },
    { call: 'Member[AzureChatCompletion]', credential: 'Argument[api_key]', envVariable: 'AZURE_OPENAI_API_KEY' },
  ],
  agents: [
    {
      call: 'Member[ChatCompletionAgent,OpenAIAssistantAgent,AzureAssistantAgent,OpenAIResponsesAgent,AzureResponsesAgent,AzureAIAgent,BedrockAgent]',
      name: 'Argument[name]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[plugins]',
      limits: [
        {
          kind: 'steps',
          at: 'Argument[function_choice_behavior].Member[maximum_auto_invoke_attempts]',
          default: 5,
          absurdAbove: 200,
        },
      ],
      runs: [
        {
          call: 'Member[get_response,invoke,invoke_stream]',
          slots: messages,
          outputs: ['ReturnValue', 'ReturnValue.ArrayElement'],
        },
      ],
    },
  ],
  calls: [
    {
      call: `${services}.Member[get_chat_message_content,get_chat_message_contents,get_streaming_chat_message_content,get_streaming_chat_message_contents]`,
      slots: [{ role: 'messages', at: 'Argument[0,chat_history]' }],
      outputs: ['ReturnValue', 'ReturnValue.ArrayElement'],
    },
    {
      call: 'Member[Kernel].Instance.Member[invoke_prompt,invoke_prompt_stream]',
      slots: [{ role: 'template', at: 'Argument[0,prompt]' }],
      outputs: ['ReturnValue'],
    },
    {
      call: 'Member[ChatHistory]',
      slots: [{ role: 'system', at: 'Argument[system_message]' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[ChatHistory].Instance.Member[add_system_message]',
      slots: [{ role: 'system', at: 'Argument[0,content]' }],
      outputs: [],
      prepares: true,
    },
  ],
  tools: [
    {
      call: 'Member[kernel_function]',
      name: 'Argument[name]',
      description: 'Argument[description]',
      decorator: true,
      injected: ['Member[Kernel]', 'Member[KernelArguments]'],
      injectedNames: ['kernel', 'service', 'execution_settings', 'arguments'],
    },
  ],
  toolSets: [
    { call: 'Member[Kernel].Instance.Member[add_plugin]', tools: 'Argument[0,plugin]' },
    { call: 'Member[KernelPlugin].Member[from_object]', tools: 'Argument[1,plugin_instance]' },
  ],
  hosted: [
    { call: 'Member[SessionsPythonTool]', tool: 'code', capabilities: ['exec'] },
    { call: 'Member[HttpPlugin]', tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] },
    { call: 'Member[WebSearchEnginePlugin]', tool: 'web-search', capabilities: ['untrusted-in'] },
    { call: 'Member[TextMemoryPlugin]', tool: 'retrieval', capabilities: ['private-read'] },
  ],
  gates: [{ call: 'Member[Kernel].Instance.Member[filter]', level: 'callback' }],
  supplies: [{ call: 'Member[MCPStreamableHttpPlugin,MCPSsePlugin,MCPWebsocketPlugin]', servers: ['Argument[url]'] }],
  settings: [
    { ...unsafeContent, call: 'Member[PromptTemplateConfig]', subject: 'PromptTemplateConfig' },
    { ...unsafeContent, call: 'Member[InputVariable]', subject: 'InputVariable' },
    {
      ...unsafeContent,
      call: 'Member[KernelPromptTemplate,Jinja2PromptTemplate,HandlebarsPromptTemplate]',
      subject: 'The prompt template',
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[HttpPlugin]',
      at: 'Argument[allow_all_domains]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'HttpPlugin',
      note: 'The model reads and sends to any address.',
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[SessionsPythonTool]',
      at: 'Argument[enable_dangerous_file_uploads]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'SessionsPythonTool',
      note: 'The model uploads any file of this machine.',
    },
  ],
};
