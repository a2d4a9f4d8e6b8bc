import type { Framework } from '../framework.js';

export const fastMcp = {
  id: 'fastmcp-ts',
  title: 'FastMCP',
  language: 'javascript',
  modules: ['fastmcp'],
  ai: true,
  checkedAgainst: { fastmcp: ['4'] },
  servers: [{ call: 'Member[FastMCP]', name: 'Argument[0].Member[name]' }],
  tools: [
    {
      call: 'Member[FastMCP].Instance.Member[addTool]',
      name: 'Argument[0].Member[name]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[parameters]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      annotations: 'Argument[0].Member[annotations]',
      server: true,
    },
  ],
} as const satisfies Framework;

/** The adapter hands its callback a server of the MCP SDK. */
export const mcpHandler = {
  id: 'mcp-handler',
  title: 'mcp-handler',
  language: 'javascript',
  modules: ['mcp-handler', '@vercel/mcp-adapter', 'agents/mcp'],
  ai: true,
  checkedAgainst: {},
  tools: [
    {
      call: 'Member[createMcpHandler].Argument[0].Parameter[0].Member[registerTool]',
      name: 'Argument[0]',
      description: 'Argument[1].Member[description]',
      schema: 'Argument[1].Member[inputSchema]',
      schemaShape: 'zod-shape',
      handler: 'Argument[2]',
      input: 0,
      options: 'Argument[1]',
      annotations: 'Argument[1].Member[annotations]',
      server: true,
    },
    {
      call: 'Member[createMcpHandler].Argument[0].Parameter[0].Member[tool]',
      name: 'Argument[0]',
      description: 'Argument[1]',
      schema: 'Argument[1..2]',
      schemaShape: 'zod-shape',
      handler: 'Argument[N-1]',
      input: 0,
      annotations: 'Argument[1..3]',
      server: true,
    },
  ],
} as const satisfies Framework;

export const mastra = {
  id: 'mastra',
  title: 'Mastra',
  language: 'javascript',
  modules: ['@mastra/core', '@mastra/core/*'],
  ai: true,
  checkedAgainst: {},
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[0].Member[name]',
      slots: [{ role: 'system', at: 'Argument[0].Member[instructions]' }],
      tools: 'Argument[0].Member[tools]',
      runs: [
        {
          call: 'Member[generate,stream]',
          slots: [
            { role: 'messages', at: 'Argument[0]' },
            { role: 'system', at: 'Argument[1].Member[instructions]' },
          ],
          limits: [
            {
              kind: 'steps',
              at: 'Argument[1].Member[maxSteps]',
              default: 5,
              absurdAbove: 200,
              insert: 'maxSteps: 10',
            },
          ],
          outputs: ['ReturnValue.Member[text,object,toolCalls,steps,textStream,fullStream]'],
        },
      ],
    },
  ],
  tools: [
    {
      call: 'Member[createTool]',
      name: 'Argument[0].Member[id]',
      description: 'Argument[0].Member[description]',
      schema: 'Argument[0].Member[inputSchema]',
      handler: 'Argument[0].Member[execute]',
      input: 0,
      options: 'Argument[0]',
      gates: [
        { at: 'Argument[0].Member[requireApproval]', shape: 'value', insert: 'requireApproval: true', versions: '>=1' },
      ],
    },
  ],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[LocalSandbox]',
      at: 'Argument[0].Member[isolation]',
      values: ['none'],
      absent: true,
      replacement: "'bwrap'",
      severity: 'error',
      subject: 'LocalSandbox',
      note: 'Commands run on the host.',
    },
  ],
} as const satisfies Framework;
