import type { Framework } from '../../framework.js';
import { wholeEnvironment } from '../../models/environments.js';

/** Where the options stand: `query(prompt=…, options=ClaudeAgentOptions(…))`, `ClaudeSDKClient(ClaudeAgentOptions(…))`. */
const ofQuery = 'Argument[options]';
const ofClient = 'Argument[0,options]';

const slotsOf = (options: string) =>
  [
    { role: 'system', at: `${options}.Member[system_prompt]` },
    { role: 'system', at: `${options}.Member[system_prompt].Member[append]` },
    { role: 'system', at: `${options}.Member[agents].Member[*].Member[prompt]` },
  ] as const;

const held = (options: string) =>
  ({
    tools: `${options}.Member[mcp_servers]`,
    gates: [
      { at: `${options}.Member[can_use_tool]`, shape: 'value' },
      { at: `${options}.Member[permission_mode]`, shape: 'value', never: ['bypassPermissions', 'acceptEdits', 'auto'] },
    ],
    limits: [
      {
        kind: 'steps',
        at: `${options}.Member[max_turns]`,
        default: 'unbounded',
        absurdAbove: 200,
        insert: 'max_turns=20',
      },
      { kind: 'cost', at: `${options}.Member[max_budget_usd]`, default: 'unbounded', insert: 'max_budget_usd=5' },
    ],
  }) as const;

const options = 'Member[ClaudeAgentOptions,ClaudeCodeOptions]';
const client = 'Member[ClaudeSDKClient]';
const session = `${client}.Instance`;

export const pythonClaudeAgentSdk = {
  id: 'claude-agent-sdk-python',
  title: 'Claude Agent SDK',
  language: 'python',
  modules: ['claude_agent_sdk', 'claude_code_sdk'],
  ai: true,
  checkedAgainst: { 'claude-agent-sdk': ['0.1'], 'claude-code-sdk': ['0.0'] },
  calls: [
    {
      ...held(ofQuery),
      call: 'Member[query]',
      slots: [{ role: 'user', at: 'Argument[prompt]' }, ...slotsOf(ofQuery)],
      outputs: ['ReturnValue.ArrayElement'],
    },
    {
      call: `${session}.Member[receive_messages,receive_response]`,
      slots: [],
      prepares: true,
      outputs: ['ReturnValue.ArrayElement'],
    },
  ],
  agents: [
    {
      ...held(ofClient),
      call: client,
      slots: slotsOf(ofClient),
      runs: [{ call: 'Member[query,connect]', slots: [{ role: 'user', at: 'Argument[0,prompt]' }], outputs: [] }],
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[0,name]',
      description: 'Argument[1,description]',
      schema: 'Argument[2,input_schema]',
      decorator: true,
      server: true,
    },
  ],
  toolSets: [{ call: 'Member[create_sdk_mcp_server]', tools: 'Argument[2,tools]' }],
  approvals: [
    {
      name: 'can_use_tool',
      callback: `${options}.Argument[can_use_tool]`,
      grants: { property: 'behavior', values: ['allow', 'Member[PermissionResultAllow]'] },
      denial: 'PermissionResultDeny(message="A person has to approve this.")',
      denialImport: 'claude_agent_sdk.PermissionResultDeny',
    },
  ],
  settings: [
    {
      ...wholeEnvironment,
      call: options,
      at: 'Argument[mcp_servers].Member[*].Member[env]',
      subject: 'MCP server',
    },
    {
      meaning: 'approval-disabled',
      call: options,
      at: 'Argument[permission_mode]',
      values: ['bypassPermissions'],
      replacement: '"default"',
      severity: 'error',
      subject: 'ClaudeAgentOptions',
    },
    {
      meaning: 'approval-disabled',
      call: `${session}.Member[set_permission_mode]`,
      at: 'Argument[0,mode]',
      values: ['bypassPermissions'],
      replacement: '"default"',
      severity: 'error',
      subject: 'ClaudeSDKClient',
    },
    {
      meaning: 'approval-disabled',
      call: options,
      at: 'Argument[allowed_tools].ArrayElement',
      values: ['Bash', 'Bash(*)', 'Bash(*:*)'],
      severity: 'warning',
      subject: 'ClaudeAgentOptions',
      note: 'allowed_tools grants tools without asking; it restricts nothing.',
    },
  ],
} as const satisfies Framework;
