import type { Framework } from '../../framework.js';

const gate = {
  at: 'Argument[approval_mode]',
  shape: 'value',
  never: ['never_require'],
  insert: "approval_mode: 'always_require'",
} as const;
const injected = ['Member[FunctionInvocationContext]'] as const;
const agent = {
  name: 'Argument[name]',
  slots: [{ role: 'system', at: 'Argument[instructions]' }],
  tools: 'Argument[tools]',
  runs: [
    {
      call: 'Member[run,run_stream]',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: ['ReturnValue', 'ReturnValue.ArrayElement'],
    },
  ],
} as const;
const clients =
  'OpenAIChatClient,OpenAIResponsesClient,OpenAIAssistantsClient,AzureOpenAIChatClient,AzureOpenAIResponsesClient,AzureAIAgentClient,AnthropicClient,FoundryChatClient,OllamaChatClient,BedrockChatClient';

/** Microsoft Agent Framework. */
export const agentFramework: Framework = {
  id: 'agent-framework',
  title: 'Agent Framework',
  language: 'python',
  modules: [
    'agent_framework',
    'agent_framework.openai',
    'agent_framework.azure',
    'agent_framework.foundry',
    'agent_framework.anthropic',
    'agent_framework/*',
  ],
  ai: true,
  checkedAgainst: {},
  agents: [
    { call: 'Member[Agent,ChatAgent,RawAgent]', ...agent, slots: [{ role: 'system', at: 'Argument[1,instructions]' }] },
    { call: `Member[${clients}].Instance.Member[as_agent,create_agent]`, ...agent },
  ],
  calls: [
    {
      call: `Member[${clients}].Instance.Member[get_response,get_streaming_response]`,
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      tools: 'Argument[tools]',
      outputs: ['ReturnValue', 'ReturnValue.ArrayElement'],
    },
  ],
  tools: [
    {
      call: 'Member[tool,ai_function]',
      name: 'Argument[name]',
      description: 'Argument[description]',
      schema: 'Argument[schema]',
      decorator: true,
      injected,
      gates: [gate],
    },
    {
      call: 'Member[FunctionTool,AIFunction]',
      name: 'Argument[name]',
      description: 'Argument[description]',
      schema: 'Argument[input_model]',
      handler: 'Argument[func]',
      injected,
      gates: [gate],
    },
  ],
  functionTools: [{ injected }],
  hosted: [
    { call: 'Member[HostedCodeInterpreterTool]', tool: 'code', capabilities: ['exec'] },
    { call: 'Member[HostedWebSearchTool]', tool: 'web-search', capabilities: ['untrusted-in'] },
    { call: 'Member[HostedFileSearchTool]', tool: 'file-search', capabilities: ['private-read'] },
    { call: 'Member[HostedMCPTool]', tool: 'mcp', capabilities: ['untrusted-in', 'egress'], gates: [gate] },
    { call: `Member[${clients}].Member[get_code_interpreter_tool]`, tool: 'code', capabilities: ['exec'] },
    { call: `Member[${clients}].Member[get_web_search_tool]`, tool: 'web-search', capabilities: ['untrusted-in'] },
    { call: `Member[${clients}].Member[get_file_search_tool]`, tool: 'file-search', capabilities: ['private-read'] },
    { call: `Member[${clients}].Instance.Member[get_code_interpreter_tool]`, tool: 'code', capabilities: ['exec'] },
    {
      call: `Member[${clients}].Instance.Member[get_web_search_tool]`,
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
  ],
  supplies: [
    {
      call: 'Member[MCPStreamableHTTPTool,MCPWebsocketTool]',
      servers: ['Argument[1,url]'],
      allow: ['Argument[allowed_tools]'],
      gates: [gate],
    },
  ],
  gates: [{ call: 'Member[ToolApprovalMiddleware]', level: 'middleware' }],
  settings: [
    {
      meaning: 'approval-disabled',
      call: 'Member[HostedMCPTool,MCPStreamableHTTPTool,MCPWebsocketTool,MCPStdioTool]',
      at: 'Argument[approval_mode]',
      values: ['never_require'],
      unless: ['Argument[allowed_tools]'],
      replacement: "'always_require'",
      severity: 'warning',
      subject: 'The MCP tool',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[setup_observability,enable_instrumentation,configure_otel_providers]',
      at: 'Argument[enable_sensitive_data]',
      values: [true],
      replacement: 'False',
      severity: 'warning',
      subject: 'Observability',
    },
  ],
};
