import type { ConfigFileKind } from '../config-file.js';
import { clearTextAddress } from './clear-text-address.js';

/** Keys and values: the configuration schema of Codex. */
export const codexSettings = {
  id: 'codex-config',
  title: 'Codex configuration',
  files: ['**/.codex/config.toml', '**/.codex/*.config.toml'],
  servers: { at: ['mcp_servers'], shape: 'map', variables: 'by-name' },
  keys: [
    {
      at: ['approval_policy'],
      values: ['never'],
      when: { at: ['sandbox_mode'], values: ['danger-full-access'] },
      meaning: 'permission-bypass',
      severity: 'error',
      note: 'commands run on the whole machine and nobody is asked',
      replacement: '"on-request"',
    },
    {
      at: ['sandbox_mode'],
      values: ['danger-full-access'],
      meaning: 'sandbox-weakened',
      severity: 'error',
      note: 'commands run without a sandbox',
      replacement: '"workspace-write"',
    },
    {
      at: ['profiles', '*', 'sandbox_mode'],
      values: ['danger-full-access'],
      meaning: 'sandbox-weakened',
      severity: 'warning',
      note: 'commands run without a sandbox in this profile',
      replacement: '"workspace-write"',
    },
    {
      at: ['sandbox_workspace_write', 'network_access'],
      values: [true],
      meaning: 'sandbox-weakened',
      severity: 'warning',
      note: 'sandboxed commands reach any server',
      replacement: 'false',
    },
    {
      at: ['sandbox_workspace_write', 'writable_roots', '[]'],
      pattern: '/|~/?|/(?:home|Users|etc|root)/?|[A-Z]:[\\\\/]*',
      meaning: 'sandbox-weakened',
      severity: 'warning',
      note: 'sandboxed commands write far outside the workspace',
      removable: true,
    },
    {
      at: ['shell_environment_policy', 'ignore_default_excludes'],
      values: [true],
      when: { at: ['shell_environment_policy', 'inherit'], values: ['all'] },
      meaning: 'env-passthrough',
      severity: 'warning',
      note: 'commands get every variable, keys and tokens too',
      replacement: 'false',
    },
    ...[['model_providers', '*', 'base_url'], ['openai_base_url'], ['chatgpt_base_url']].map(
      (at) =>
        ({
          at,
          pattern: clearTextAddress,
          meaning: 'endpoint-override',
          severity: 'error',
          note: 'prompts and credentials travel in clear text',
        }) as const,
    ),
    {
      at: ['apps', '*', 'default_tools_approval_mode'],
      values: ['approve'],
      meaning: 'permission-bypass',
      severity: 'warning',
      note: 'tools of connected services run without a question',
      replacement: '"prompt"',
    },
    {
      at: ['mcp_servers', '*', 'default_tools_approval_mode'],
      values: ['approve'],
      meaning: 'auto-trust',
      severity: 'warning',
      note: 'every tool of the server runs without a question',
      replacement: '"prompt"',
    },
  ],
} as const satisfies ConfigFileKind;
