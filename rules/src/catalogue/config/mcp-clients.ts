import type { ConfigFileKind, ConfigKeyRow } from '../config-file.js';

/** Names of tools, all that a list of them has: what runs any command or statement. */
const DANGEROUS_TOOL =
  '(?:\\w+[_-])?(?:bash|shell|terminal)|(?:shell|bash|terminal)[_-](?:exec\\w*|run|command)|(?:execute|exec|run)[_-]?(?:shell|bash|commands?|cmd|sql|code|script|python|javascript|js|terminal)(?:[_-]\\w+)?';

/** Tools that a client starts without a question. */
function approvedAt(key: string): readonly ConfigKeyRow[] {
  const row = {
    at: ['mcpServers', '*', key, '[]'],
    meaning: 'auto-trust',
    severity: 'warning',
    removable: true,
  } as const;
  return [
    { ...row, values: ['*'], note: 'every tool of the server runs without a question' },
    {
      ...row,
      pattern: DANGEROUS_TOOL,
      note: 'by its name the tool runs any command or statement, and nobody is asked',
    },
  ];
}

/** Where each client looks for servers and how it writes a variable: the clients' documentation and sources. */
export const mcpClients = [
  {
    id: 'claude-mcp',
    title: 'Claude Code MCP servers',
    files: ['**/.mcp.json', '**/.claude.json'],
    servers: { at: ['mcpServers'], shape: 'map', anywhere: true, reference: '${$name}' },
  },
  {
    id: 'vscode-mcp',
    title: 'VS Code MCP servers',
    files: ['**/.vscode/mcp.json'],
    servers: { at: ['servers'], shape: 'map', reference: '${env:$name}', inputs: ['inputs'] },
  },
  {
    id: 'cursor-mcp',
    title: 'Cursor MCP servers',
    files: ['**/.cursor/mcp.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${env:$name}' },
  },
  {
    id: 'windsurf-mcp',
    title: 'Windsurf MCP servers',
    files: ['**/.codeium/**/mcp_config.json', '**/.windsurf/mcp_config.json', '**/.windsurf/mcp.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${env:$name}' },
  },
  {
    id: 'roo-mcp',
    title: 'Roo Code MCP servers',
    files: ['**/{.roo,.kilocode}/mcp.json', '**/mcp_settings.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${env:$name}' },
    keys: approvedAt('alwaysAllow'),
  },
  {
    id: 'cline-mcp',
    title: 'Cline MCP servers',
    files: ['**/cline_mcp_settings.json', '**/.cline/mcp.json'],
    servers: { at: ['mcpServers'], shape: 'map' },
    keys: approvedAt('autoApprove'),
  },
  {
    id: 'kiro-mcp',
    title: 'Kiro MCP servers',
    files: ['**/.kiro/settings/mcp.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${$name}' },
    keys: approvedAt('autoApprove'),
  },
  {
    id: 'continue-mcp',
    title: 'Continue MCP servers',
    files: ['**/.continue/mcpServers/*.{yaml,yml,json}', '**/.continue/config.{yaml,yml,json}'],
    servers: { at: ['mcpServers'], shape: 'list', reference: '${{ secrets.$name }}' },
  },
  {
    id: 'continue-mcp-json',
    title: 'Continue MCP servers',
    files: ['**/.continue/mcpServers/*.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${{ secrets.$name }}' },
  },
  {
    id: 'continue-permissions',
    title: 'Continue permissions',
    files: ['**/.continue/permissions.{yaml,yml}'],
    keys: [
      {
        at: ['allow', '[]'],
        pattern: '\\*|Bash(?:\\(\\*?\\))?',
        meaning: 'overbroad-allow',
        severity: 'warning',
        note: 'any command runs without a question',
      },
    ],
  },
  {
    id: 'opencode',
    title: 'opencode settings',
    files: ['**/opencode.{json,jsonc}', '**/.opencode/*.{json,jsonc}'],
    servers: { at: ['mcp'], shape: 'map', reference: '{env:$name}' },
    keys: [
      {
        at: ['permission'],
        values: ['allow'],
        meaning: 'permission-bypass',
        severity: 'error',
        note: 'every tool runs without a question',
        replacement: '"ask"',
      },
      {
        at: ['permission', '*'],
        key: 'bash|\\*',
        values: ['allow'],
        meaning: 'permission-bypass',
        severity: 'error',
        note: 'any command runs without a question',
        replacement: '"ask"',
      },
      {
        at: ['permission', 'external_directory'],
        values: ['allow'],
        meaning: 'overbroad-allow',
        severity: 'warning',
        note: 'the agent works on files outside the workspace without a question',
        replacement: '"ask"',
      },
    ],
  },
  {
    id: 'other-mcp',
    title: 'MCP servers',
    files: [
      '**/.amazonq/mcp.json',
      '**/.junie/mcp/mcp.json',
      '**/.copilot/mcp-config.json',
      '**/{.trae,.factory,.augment,.warp,.lmstudio}/mcp.json',
      '**/claude_desktop_config.json',
    ],
    servers: { at: ['mcpServers'], shape: 'map' },
  },
  {
    id: 'plugin-mcp',
    title: 'plugin of Claude Code',
    files: ['**/.claude-plugin/plugin.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${$name}' },
  },
  {
    id: 'agent-mcp',
    title: 'agent',
    files: ['**/.{claude,github,cursor,gemini}/agents/**/*.md'],
    servers: { at: ['frontMatter', 'mcpServers'], shape: 'map', reference: '${$name}' },
  },
  {
    id: 'copilot-agent-mcp',
    title: 'Copilot agent',
    files: ['**/.github/agents/**/*.md'],
    servers: { at: ['frontMatter', 'mcp-servers'], shape: 'map', reference: '${{ secrets.$name }}' },
  },
  {
    id: 'crush',
    title: 'Crush settings',
    files: ['**/{crush,.crush}.json'],
    servers: { at: ['mcp'], shape: 'map', reference: '$$name' },
    keys: [
      {
        at: ['permissions', 'allowed_tools', '[]'],
        pattern: 'bash|\\*',
        meaning: 'overbroad-allow',
        severity: 'error',
        note: 'any command runs without a question',
        removable: true,
      },
    ],
  },
  {
    id: 'amp',
    title: 'Amp settings',
    files: ['**/{.amp,amp}/settings.json'],
    servers: { at: ['amp.mcpServers'], shape: 'map', reference: '${$name}' },
    keys: [
      {
        at: ['amp.dangerouslyAllowAll'],
        values: [true],
        meaning: 'permission-bypass',
        severity: 'error',
        note: 'every tool runs without a question',
        replacement: 'false',
      },
    ],
  },
  {
    id: 'goose',
    title: 'goose settings',
    files: ['**/goose/config.{yaml,yml}', '**/.goose/**/*.{yaml,yml}'],
    servers: { at: ['extensions'], shape: 'map' },
  },
  {
    id: 'goose-recipe',
    title: 'goose recipe',
    files: ['**/.goose/**/*.{yaml,yml}', '**/{recipe,recipes/**/*}.{yaml,yml}'],
    mark: '^extensions:',
    servers: { at: ['extensions'], shape: 'list' },
  },
  {
    id: 'zed',
    title: 'Zed settings',
    files: ['**/.zed/settings.json'],
    servers: { at: ['context_servers'], shape: 'map' },
    keys: [
      {
        at: ['agent', 'always_allow_tool_actions'],
        values: [true],
        meaning: 'permission-bypass',
        severity: 'error',
        note: 'every tool runs without a question',
        replacement: 'false',
      },
    ],
  },
] as const satisfies readonly ConfigFileKind[];
