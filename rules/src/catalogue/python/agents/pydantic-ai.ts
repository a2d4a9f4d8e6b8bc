import type { Framework } from '../../framework.js';

const injected = ['Member[RunContext]', 'Member[tools].Member[RunContext]'] as const;
const ownGate = { at: 'Argument[requires_approval]', shape: 'value', insert: 'requires_approval: True' } as const;
const toolName = { name: 'Argument[name]', description: 'Argument[description]', gates: [ownGate], injected } as const;
const written = [
  'ReturnValue.Member[output,data,response]',
  'ReturnValue.Member[stream_text,stream,stream_output,get_output].ReturnValue',
] as const;

export const pydanticAi: Framework = {
  id: 'pydantic-ai',
  title: 'Pydantic AI',
  language: 'python',
  modules: [
    'pydantic_ai',
    'pydantic_ai.tools',
    'pydantic_ai.toolsets',
    'pydantic_ai.mcp',
    'pydantic_ai.native_tools',
    'pydantic_ai.common_tools.web_fetch',
    'pydantic_ai.common_tools.duckduckgo',
    'pydantic_ai.common_tools.tavily',
    'pydantic_ai.direct',
    'pydantic_ai/*',
  ],
  ai: true,
  checkedAgainst: { 'pydantic-ai-slim': ['2.68'] },
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[name]',
      slots: [
        { role: 'system', at: 'Argument[instructions]' },
        { role: 'system', at: 'Argument[system_prompt]' },
      ],
      tools: 'Argument[tools,toolsets]',
      runs: [
        {
          call: 'Member[run,run_sync,run_stream,run_stream_sync,run_stream_events,iter]',
          slots: [
            { role: 'user', at: 'Argument[0,user_prompt]' },
            { role: 'system', at: 'Argument[instructions]' },
            { role: 'messages', at: 'Argument[message_history]' },
          ],
          outputs: written,
          limits: [
            {
              kind: 'steps',
              at: 'Argument[usage_limits].Member[request_limit]',
              default: 50,
              unbounded: [null],
              absurdAbove: 200,
              needsTools: true,
            },
            { kind: 'tokens', at: 'Argument[usage_limits].Member[total_tokens_limit]', default: 'unbounded' },
          ],
        },
      ],
    },
  ],
  calls: [
    {
      call: 'Member[Agent].Instance.Member[system_prompt,instructions]',
      slots: [{ role: 'system', at: 'Argument[0].ReturnValue' }],
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[Agent].Instance.Member[system_prompt,instructions].ReturnValue',
      slots: [{ role: 'system', at: 'Argument[0].ReturnValue' }],
      outputs: [],
      prepares: true,
    },
    ...['', '.ReturnValue'].map((made) => ({
      call: `Member[Agent].Instance.Member[output_validator]${made}`,
      slots: [],
      outputs: ['Argument[0].Parameter[N-1]'],
      prepares: true as const,
    })),
    {
      call: 'Member[model_request,model_request_sync,model_request_stream]',
      module: 'pydantic_ai.direct',
      slots: [{ role: 'messages', at: 'Argument[1,messages]' }],
      outputs: ['ReturnValue.Member[parts,text]'],
    },
  ],
  tools: [
    {
      call: 'Member[Agent,FunctionToolset].Instance.Member[tool,tool_plain]',
      ...toolName,
      decorator: true,
      joins: 'Receiver',
    },
    { call: 'Member[Tool]', ...toolName, handler: 'Argument[0,function]' },
    { call: 'Member[Tool].Member[from_schema]', ...toolName, gates: [], handler: 'Argument[0,function]' },
    {
      call: 'Member[FunctionToolset].Instance.Member[add_function]',
      ...toolName,
      handler: 'Argument[0,func]',
      joins: 'Receiver',
    },
  ],
  functionTools: [{ injected }],
  toolSets: [
    { call: 'Member[FunctionToolset]', tools: 'Argument[0,tools]' },
    {
      call: 'Member[ApprovalRequiredToolset,FilteredToolset,PrefixedToolset,RenamedToolset,PreparedToolset,WrapperToolset]',
      tools: 'Argument[0,wrapped]',
    },
    { call: 'Member[CombinedToolset]', tools: 'Argument[0,toolsets]' },
    {
      call: 'Member[FunctionToolset].Instance.Member[approval_required,filtered,prefixed,renamed,prepared]',
      tools: 'Receiver',
    },
  ],
  hosted: [
    {
      call: 'Member[WebSearchTool,XSearchTool,duckduckgo_search_tool,tavily_search_tool]',
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
    {
      call: 'Member[WebFetchTool,web_fetch_tool]',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    { call: 'Member[CodeExecutionTool]', tool: 'code', capabilities: ['exec'] },
    { call: 'Member[FileSearchTool]', tool: 'file-search', capabilities: ['private-read'] },
    { call: 'Member[ImageGenerationTool]', tool: 'image', capabilities: [] },
    { call: 'Member[MCPServerTool]', tool: 'mcp', capabilities: ['untrusted-in', 'egress'] },
  ],
  supplies: [
    {
      call: 'Member[MCPServerStdio,MCPServerStreamableHTTP,MCPServerHTTP,MCPServerSSE,MCPToolset,FastMCPToolset]',
      servers: ['Argument[0,url,client]'],
      gates: [{ at: 'Argument[process_tool_call]', shape: 'value' }],
    },
  ],
  gates: [
    { call: 'Member[ApprovalRequired,CallDeferred]', level: 'in-handler' },
    { call: 'Member[ApprovalRequiredToolset]', level: 'middleware' },
    { call: 'Member[FunctionToolset].Instance.Member[approval_required]', level: 'middleware' },
  ],
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[web_fetch_tool]',
      at: 'Argument[allow_local_urls]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'web_fetch_tool',
      note: 'The model reads addresses of the internal network.',
    },
    {
      meaning: 'hosted-unrestricted',
      call: 'Member[WebFetchTool,web_fetch_tool]',
      at: 'Argument[allowed_domains]',
      absent: true,
      unless: ['Argument[blocked_domains]'],
      replacement: "allowed_domains: ['example.com']",
      severity: 'warning',
      subject: 'The web fetch tool',
    },
  ],
};
