import type { Framework } from '../framework.js';
import { wholeEnvironment } from './environments.js';

const option = 'Argument[0].Member[options]';

export const claudeAgentSdk = {
  id: 'claude-agent-sdk-js',
  title: 'Claude Agent SDK',
  language: 'javascript',
  modules: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-agent-sdk/*', '@anthropic-ai/claude-code'],
  ai: true,
  checkedAgainst: { '@anthropic-ai/claude-agent-sdk': ['0.2'] },
  calls: [
    {
      call: 'Member[query]',
      slots: [
        { role: 'user', at: 'Argument[0].Member[prompt]' },
        { role: 'system', at: `${option}.Member[systemPrompt]` },
        { role: 'system', at: `${option}.Member[systemPrompt].Member[append]` },
        { role: 'system', at: `${option}.Member[agents].Member[*].Member[prompt]` },
      ],
      tools: `${option}.Member[mcpServers]`,
      gates: [
        { at: `${option}.Member[canUseTool]`, shape: 'value' },
        { at: `${option}.Member[permissionMode]`, shape: 'value', never: ['bypassPermissions', 'acceptEdits', 'auto'] },
      ],
      limits: [
        {
          kind: 'steps',
          at: `${option}.Member[maxTurns]`,
          default: 'unbounded',
          absurdAbove: 200,
          insert: 'maxTurns: 20',
        },
        { kind: 'cost', at: `${option}.Member[maxBudgetUsd]`, default: 'unbounded', insert: 'maxBudgetUsd: 5' },
      ],
      outputs: ['ReturnValue.ArrayElement'],
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[0]',
      description: 'Argument[1]',
      schema: 'Argument[2]',
      schemaShape: 'zod-shape',
      handler: 'Argument[3]',
      input: 0,
      annotations: 'Argument[4].Member[annotations]',
      server: true,
    },
  ],
  toolSets: [{ call: 'Member[createSdkMcpServer]', tools: 'Argument[0].Member[tools]' }],
  approvals: [
    {
      name: 'canUseTool',
      callback: `Member[query].${option}.Member[canUseTool]`,
      grants: { property: 'behavior', values: ['allow'] },
      denial: "{ behavior: 'deny', message: 'A person has to approve this.' }",
    },
  ],
  settings: [
    {
      ...wholeEnvironment,
      call: 'Member[query]',
      at: `${option}.Member[mcpServers].Member[*].Member[env]`,
      subject: 'MCP server',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[query]',
      at: `${option}.Member[permissionMode]`,
      values: ['bypassPermissions'],
      replacement: "'default'",
      severity: 'error',
      subject: 'query',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[query]',
      at: `${option}.Member[allowDangerouslySkipPermissions]`,
      values: [true],
      replacement: 'false',
      severity: 'error',
      subject: 'query',
    },
    {
      meaning: 'approval-disabled',
      call: 'Member[query]',
      at: `${option}.Member[allowedTools].ArrayElement`,
      values: ['Bash', 'Bash(*)', 'Bash(*:*)'],
      severity: 'warning',
      subject: 'query',
      note: 'allowedTools grants tools without asking; it restricts nothing.',
    },
  ],
} as const satisfies Framework;
