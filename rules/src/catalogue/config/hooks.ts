import type { ConfigFileKind, ConfigKeyRow, KeyPath } from '../config-file.js';
import { decodeAndRun, downloadAndRun, evalOfInput } from './risky-commands.js';

/** Patterns of keys are for the whole of a text. */
function within(pattern: string): string {
  return `[\\s\\S]*(?:${pattern})[\\s\\S]*`;
}

/** Commands that run by themselves, when the agent starts or does something. */
function commandAt(at: KeyPath): readonly ConfigKeyRow[] {
  return [
    {
      at,
      pattern: within(downloadAndRun),
      meaning: 'risky-hook',
      severity: 'error',
      note: 'it downloads code and runs it, unread, by itself',
    },
    {
      at,
      pattern: within(decodeAndRun),
      meaning: 'risky-hook',
      severity: 'error',
      note: 'it runs code that nobody can read, by itself',
    },
    {
      at,
      pattern: within(evalOfInput),
      meaning: 'risky-hook',
      severity: 'error',
      note: 'it runs what the model wrote as shell code, by itself',
    },
  ];
}

const CLAUDE_HOOK = ['hooks', '*', '[]', 'hooks', '[]', 'command'];

/** Where hooks stand: the settings of Claude Code and Cursor and the manifests of plugins, by their documentation. */
export const hooks = [
  {
    id: 'claude-hooks',
    title: 'Claude Code settings',
    files: ['**/.claude/settings.json', '**/.claude/settings.local.json'],
    keys: [
      ...commandAt(CLAUDE_HOOK),
      ...commandAt(['statusLine', 'command']),
      ...commandAt(['apiKeyHelper']),
      ...commandAt(['otelHeadersHelper']),
    ],
  },
  {
    id: 'plugin-hooks',
    title: 'plugin hooks',
    files: ['**/hooks/hooks.json', '**/.claude-plugin/plugin.json'],
    keys: commandAt(CLAUDE_HOOK),
  },
  {
    id: 'cursor-hooks',
    title: 'Cursor hooks',
    files: ['**/.cursor/hooks.json'],
    keys: commandAt(['hooks', '*', '[]', 'command']),
  },
  {
    id: 'skill',
    title: 'skill',
    files: ['**/.{claude,agents,github,gemini,codex,cursor}/{skills,commands,agents}/**/*.md', '**/skills/*/SKILL.md'],
    keys: [
      ...commandAt(['frontMatter', ...CLAUDE_HOOK]),
      {
        at: ['frontMatter', 'permissionMode'],
        values: ['bypassPermissions'],
        meaning: 'permission-bypass',
        severity: 'error',
        note: 'every tool runs without a question',
      },
    ],
  },
] as const satisfies readonly ConfigFileKind[];
