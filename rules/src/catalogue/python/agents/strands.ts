import type { Framework } from '../../framework.js';

const prompt = [{ role: 'messages', at: 'Argument[0,prompt]' }] as const;
const outputs = ['ReturnValue'] as const;
const turns = { kind: 'steps', at: 'Argument[limits].Member[turns]', default: 'unknown', absurdAbove: 200 } as const;
const onHost = { meaning: 'unsandboxed-executor', severity: 'error' } as const;

export const strandsPython: Framework = {
  id: 'strands-python',
  title: 'Strands Agents',
  language: 'python',
  modules: [
    'strands',
    'strands.agent',
    'strands.tools',
    'strands.tools.mcp',
    'strands.vended_interventions.hitl',
    'strands.types.tools',
    'strands_tools',
    'strands/*',
  ],
  ai: true,
  checkedAgainst: { 'strands-agents': ['1.62'], 'strands-agents-tools': ['0.8'] },
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[name]',
      slots: [{ role: 'system', at: 'Argument[system_prompt]' }],
      tools: 'Argument[tools]',
      gates: [
        { at: 'Argument[hooks]', shape: 'value' },
        { at: 'Argument[interventions]', shape: 'value' },
      ],
      runs: [
        { call: 'Member[invoke_async,stream_async]', slots: prompt, outputs, limits: [turns] },
        {
          call: 'Member[structured_output,structured_output_async]',
          slots: [{ role: 'user', at: 'Argument[1,prompt]' }],
          outputs,
        },
      ],
    },
  ],
  calls: [
    { call: 'Member[Agent].Instance', agent: 'Receiver', slots: prompt, limits: [turns], outputs },
    {
      call: 'Member[Agent].Instance.Member[tool].Member[*]',
      slots: [],
      outputs: [],
      prepares: true,
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[name]',
      description: 'Argument[description]',
      decorator: true,
      injected: ['Member[ToolContext]'],
      injectedNames: ['agent', 'tool_context'],
    },
  ],
  hosted: [
    { call: 'Member[shell]', module: 'strands_tools', constant: true, tool: 'shell', capabilities: ['exec'] },
    { call: 'Member[python_repl]', module: 'strands_tools', constant: true, tool: 'code', capabilities: ['exec'] },
    { call: 'Member[code_interpreter]', module: 'strands_tools', constant: true, tool: 'code', capabilities: ['exec'] },
    {
      call: 'Member[http_request]',
      module: 'strands_tools',
      constant: true,
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[tavily,exa,rss]',
      module: 'strands_tools',
      constant: true,
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
    {
      call: 'Member[browser]',
      module: 'strands_tools',
      constant: true,
      tool: 'browser',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[use_computer]',
      module: 'strands_tools',
      constant: true,
      tool: 'computer',
      capabilities: ['untrusted-in', 'egress', 'exec'],
    },
    {
      call: 'Member[file_write,editor]',
      module: 'strands_tools',
      constant: true,
      tool: 'edit',
      capabilities: ['write'],
    },
    {
      call: 'Member[file_read]',
      module: 'strands_tools',
      constant: true,
      tool: 'file-search',
      capabilities: ['private-read'],
    },
    {
      call: 'Member[retrieve]',
      module: 'strands_tools',
      constant: true,
      tool: 'retrieval',
      capabilities: ['private-read'],
    },
  ],
  gates: [
    { call: 'Member[ToolContext].Instance.Member[interrupt]', level: 'in-handler' },
    { call: 'Member[HumanInTheLoop]', level: 'middleware' },
  ],
  supplies: [
    {
      call: 'Member[MCPClient].Instance.Member[list_tools_sync]',
      of: 'receiver',
      servers: [],
    },
  ],
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[Agent]',
      at: 'Argument[load_tools_from_directory]',
      values: [true],
      replacement: 'False',
      severity: 'warning',
      subject: 'Agent',
      note: 'Every file in `./tools` becomes a tool, also one that the agent wrote.',
    },
    {
      ...onHost,
      call: 'Member[Agent]',
      at: 'Argument[tools].ArrayElement',
      values: ['Member[python_repl]', 'Member[shell]'],
      severity: 'warning',
      subject: 'Agent',
    },
  ],
};
