import type { ConfigFileKind } from '../config-file.js';

/** Keys and values: the settings schema of Gemini CLI and its documentation of policies. */
export const geminiSettings = {
  id: 'gemini-settings',
  title: 'Gemini CLI settings',
  files: ['**/.{gemini,qwen}/settings.json', '**/gemini-extension.json'],
  servers: { at: ['mcpServers'], shape: 'map', reference: '$$name' },
  keys: [
    {
      at: ['mcpServers', '*', 'trust'],
      values: [true],
      meaning: 'auto-trust',
      severity: 'error',
      note: 'every tool of the server runs without a question',
      replacement: 'false',
    },
    {
      at: ['general', 'defaultApprovalMode'],
      values: ['auto_edit', 'yolo'],
      meaning: 'permission-bypass',
      severity: 'warning',
      note: 'tools run without a question',
      replacement: '"default"',
    },
    {
      at: ['tools', 'allowed', '[]'],
      pattern: '(?:run_shell_command|ShellTool)(?:\\(\\*?\\))?',
      meaning: 'overbroad-allow',
      severity: 'error',
      note: 'any shell command runs without a question',
      instead: 'run_shell_command($command)',
      removable: true,
    },
    {
      at: ['tools', 'sandboxNetworkAccess'],
      values: [true],
      meaning: 'sandbox-weakened',
      severity: 'warning',
      note: 'sandboxed commands reach any server',
      replacement: 'false',
    },
    {
      at: ['tools', 'discoveryCommand'],
      pattern: '.+',
      meaning: 'risky-hook',
      severity: 'warning',
      note: 'a command of the repository runs when the agent starts',
    },
    {
      at: ['security', 'folderTrust', 'enabled'],
      values: [false],
      meaning: 'permission-bypass',
      severity: 'warning',
      note: 'settings of folders that nobody trusted are used',
      replacement: 'true',
    },
    {
      at: ['telemetry', 'logPrompts'],
      values: [true],
      when: { at: ['telemetry', 'enabled'], values: [true] },
      meaning: 'content-recorded',
      severity: 'warning',
      note: 'prompts are recorded',
      replacement: 'false',
    },
  ],
} as const satisfies ConfigFileKind;

export const geminiPolicies = {
  id: 'gemini-policies',
  title: 'Gemini CLI policies',
  files: ['**/.gemini/policies/*.toml'],
  keys: [
    {
      at: ['rule', '[]', 'decision'],
      values: ['allow'],
      when: { at: ['rule', '[]', 'toolName'], values: ['*'] },
      meaning: 'overbroad-allow',
      severity: 'error',
      note: 'every tool runs without a question',
      replacement: '"ask_user"',
    },
    {
      at: ['rule', '[]', 'decision'],
      values: ['allow'],
      when: { at: ['rule', '[]', 'toolName'], values: ['run_shell_command'] },
      unless: [
        ['rule', '[]', 'commandPrefix'],
        ['rule', '[]', 'commandRegex'],
        ['rule', '[]', 'argsPattern'],
      ],
      meaning: 'overbroad-allow',
      severity: 'error',
      note: 'any shell command runs without a question',
      replacement: '"ask_user"',
    },
  ],
} as const satisfies ConfigFileKind;
