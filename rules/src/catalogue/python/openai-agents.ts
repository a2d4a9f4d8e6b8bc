import type { Framework } from '../framework.js';

export const pythonOpenAiAgents = {
  id: 'openai-agents-python',
  title: 'OpenAI Agents SDK for Python',
  language: 'python',
  modules: ['agents'],
  ai: true,
  checkedAgainst: { 'openai-agents': ['0.24'] },
  traces: { unless: 'Member[set_tracing_disabled]' },
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[0,name]',
      slots: [{ role: 'system', at: 'Argument[instructions]' }],
      tools: 'Argument[tools]',
    },
  ],
  calls: [
    {
      call: 'Member[Runner].Member[run,run_sync,run_streamed]',
      agent: 'Argument[0,starting_agent]',
      slots: [{ role: 'messages', at: 'Argument[1,input]' }],
      limits: [{ kind: 'steps', at: 'Argument[max_turns]', default: 10 }],
      outputs: ['ReturnValue.Member[final_output]'],
    },
  ],
  tools: [
    {
      call: 'Member[function_tool]',
      name: 'Argument[name_override]',
      description: 'Argument[description_override]',
      decorator: true,
      injected: ['Member[RunContextWrapper]', 'Member[tool_context].Member[ToolContext]'],
      gates: [{ at: 'Argument[needs_approval]', shape: 'value' }],
    },
  ],
} as const satisfies Framework;
