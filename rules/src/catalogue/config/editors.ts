import type { ConfigFileKind, ConfigKeyRow, KeyPath } from '../config-file.js';
import { launchesAt } from './agent-launches.js';
import { interpreters } from './interpreters.js';

/** Settings of VS Code; they also stand in workspace files and dev containers. */
function vscodeKeys(prefix: KeyPath): readonly ConfigKeyRow[] {
  return [
    {
      at: [...prefix, 'chat.tools.global.autoApprove'],
      values: [true],
      meaning: 'permission-bypass',
      severity: 'error',
      note: 'every tool runs without a question',
      replacement: 'false',
    },
    {
      at: [...prefix, 'chat.tools.autoApprove'],
      values: [true],
      meaning: 'permission-bypass',
      severity: 'error',
      note: 'every tool runs without a question',
      replacement: 'false',
    },
    {
      at: [...prefix, 'chat.permissions.default'],
      values: ['autoApprove', 'autopilot'],
      meaning: 'permission-bypass',
      severity: 'error',
      note: 'new sessions run every tool without a question',
      removable: true,
    },
    {
      at: [...prefix, 'github.copilot.chat.claudeAgent.allowDangerouslySkipPermissions'],
      values: [true],
      meaning: 'permission-bypass',
      severity: 'error',
      note: 'the agent may run without any question',
      replacement: 'false',
    },
    {
      at: [...prefix, 'chat.tools.terminal.autoApprove', '*'],
      key: '\\*|/\\^?(?:\\.\\*)?\\$?/[gimsu]*',
      values: [true],
      meaning: 'overbroad-allow',
      severity: 'error',
      note: 'any command runs without a question',
      removable: true,
    },
    {
      at: [...prefix, 'chat.tools.terminal.autoApprove', '*'],
      key: interpreters,
      values: [true],
      meaning: 'overbroad-allow',
      severity: 'error',
      note: 'the program runs any code that it is given, so any command runs without a question',
      removable: true,
    },
    {
      at: [...prefix, 'chat.tools.terminal.autoApprove', '*'],
      key: 'curl|wget|nc|scp|rm',
      values: [true],
      meaning: 'overbroad-allow',
      severity: 'warning',
      note: 'it runs with any arguments, and without a question',
      removable: true,
    },
    {
      at: [...prefix, 'chat.tools.terminal.ignoreDefaultAutoApproveRules'],
      values: [true],
      meaning: 'overbroad-allow',
      severity: 'warning',
      note: 'the rules that always ask for dangerous commands are off',
      replacement: 'false',
    },
    {
      at: [...prefix, 'chat.tools.edits.autoApprove', '*'],
      key: '\\*\\*(?:/\\*)?|\\*\\*/\\.env\\*?|\\*\\*/\\.vscode/.*|\\.vscode/.*',
      values: [true],
      meaning: 'overbroad-allow',
      severity: 'warning',
      note: 'files that decide what runs are changed without a question',
      removable: true,
    },
    {
      at: [...prefix, 'chat.tools.urls.autoApprove', '*'],
      key: '\\*|https?://\\*',
      values: [true],
      meaning: 'overbroad-allow',
      severity: 'warning',
      note: 'any page is fetched, and its text read by the model, without a question',
      removable: true,
    },
    {
      at: [...prefix, 'security.workspace.trust.enabled'],
      values: [false],
      meaning: 'auto-trust',
      severity: 'warning',
      note: 'every folder that is opened is trusted',
      removable: true,
    },
    {
      at: [...prefix, 'github.copilot.chat.otel.captureContent'],
      values: [true],
      meaning: 'content-recorded',
      severity: 'warning',
      note: 'prompts and answers are recorded',
      replacement: 'false',
    },
    ...['roo-cline.allowedCommands', 'kilo-code.allowedCommands', 'windsurf.cascadeCommandsAllowList'].map(
      (key): ConfigKeyRow => ({
        at: [...prefix, key, '[]'],
        values: ['*'],
        meaning: 'overbroad-allow',
        severity: 'error',
        note: 'any command runs without a question',
        removable: true,
      }),
    ),
    {
      at: [...prefix, 'amp.dangerouslyAllowAll'],
      values: [true],
      meaning: 'permission-bypass',
      severity: 'error',
      note: 'every tool runs without a question',
      replacement: 'false',
    },
  ];
}

/** Commands of a dev container: one text, a list of words, or a map of both. */
const LIFECYCLE = [
  'onCreateCommand',
  'updateContentCommand',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
];

function lifecycleKeys(): readonly ConfigKeyRow[] {
  return [
    ...LIFECYCLE.flatMap((key) => [
      ...launchesAt([key], 'warning', 'with whatever the container is given'),
      ...launchesAt([key, '*'], 'warning', 'with whatever the container is given'),
    ]),
    ...launchesAt(['initializeCommand'], 'error', 'on the machine of whoever opens the folder'),
  ];
}

/** Keys and defaults: the documentation of VS Code and of the extensions. */
export const editors = [
  { id: 'vscode-settings', title: 'VS Code settings', files: ['**/.vscode/settings.json'], keys: vscodeKeys([]) },
  {
    id: 'vscode-workspace',
    title: 'VS Code workspace',
    files: ['**/*.code-workspace'],
    keys: vscodeKeys(['settings']),
  },
  {
    id: 'devcontainer',
    title: 'dev container',
    files: ['**/.devcontainer/**/devcontainer.json', '**/{.devcontainer,devcontainer}.json'],
    keys: [...vscodeKeys(['customizations', 'vscode', 'settings']), ...lifecycleKeys()],
    servers: { at: ['customizations', 'vscode', 'mcp', 'servers'], shape: 'map', reference: '${env:$name}' },
  },
  {
    id: 'cursor-permissions',
    title: 'Cursor permissions',
    files: ['**/.cursor/permissions.json'],
    keys: [
      {
        at: ['terminalAllowlist', '[]'],
        instead: '$command',
        pattern: `\\*|(?:${interpreters})(?: \\*|:\\*)?`,
        meaning: 'overbroad-allow',
        severity: 'error',
        note: 'any command runs without a question',
        removable: true,
      },
      {
        at: ['mcpAllowlist', '[]'],
        pattern: '\\*(?::\\*)?',
        meaning: 'overbroad-allow',
        severity: 'warning',
        note: 'every tool of every MCP server runs without a question',
        removable: true,
      },
    ],
  },
  {
    id: 'cursor-cli',
    title: 'Cursor CLI configuration',
    files: ['**/.cursor/cli.json', '**/.cursor/cli-config.json'],
    keys: [
      {
        at: ['permissions', 'allow', '[]'],
        pattern: `Shell\\((?:\\*|${interpreters})\\)`,
        instead: 'Shell($command)',
        meaning: 'overbroad-allow',
        severity: 'error',
        note: 'any command runs without a question',
        removable: true,
      },
      {
        at: ['permissions', 'allow', '[]'],
        pattern: 'Mcp\\(\\*:\\*\\)',
        meaning: 'overbroad-allow',
        severity: 'warning',
        note: 'every tool of every MCP server runs without a question',
        removable: true,
      },
    ],
  },
] as const satisfies readonly ConfigFileKind[];
