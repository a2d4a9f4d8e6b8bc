import type { ConfigFileKind } from '../config-file.js';

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
    servers: { at: ['servers'], shape: 'map', reference: '${env:$name}' },
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
    files: ['**/.roo/mcp.json', '**/mcp_settings.json', '**/cline_mcp_settings.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${env:$name}' },
    keys: [
      {
        at: ['mcpServers', '*', 'alwaysAllow', '[]'],
        values: ['*'],
        meaning: 'auto-trust',
        severity: 'warning',
        note: 'every tool of the server runs without a question',
        removable: true,
      },
      {
        at: ['mcpServers', '*', 'autoApprove', '[]'],
        values: ['*'],
        meaning: 'auto-trust',
        severity: 'warning',
        note: 'every tool of the server runs without a question',
        removable: true,
      },
    ],
  },
  {
    id: 'kiro-mcp',
    title: 'Kiro MCP servers',
    files: ['**/.kiro/settings/mcp.json'],
    servers: { at: ['mcpServers'], shape: 'map', reference: '${$name}' },
    keys: [
      {
        at: ['mcpServers', '*', 'autoApprove', '[]'],
        values: ['*'],
        meaning: 'auto-trust',
        severity: 'warning',
        note: 'every tool of the server runs without a question',
        removable: true,
      },
    ],
  },
  {
    id: 'continue-mcp',
    title: 'Continue MCP servers',
    files: ['**/.continue/mcpServers/*.{yaml,yml,json}', '**/.continue/config.{yaml,yml,json}'],
    servers: { at: ['mcpServers'], shape: 'list', reference: '${{ secrets.$name }}' },
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
      '**/claude_desktop_config.json',
    ],
    servers: { at: ['mcpServers'], shape: 'map' },
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
