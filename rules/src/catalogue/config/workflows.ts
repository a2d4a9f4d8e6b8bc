import type { ConfigFileKind } from '../config-file.js';

/** Workflows and actions have a model of their own; here only where they stand. */
export const workflows = [
  { id: 'github-workflow', title: 'GitHub workflow', files: ['.github/workflows/*.{yml,yaml}'] },
  { id: 'github-action', title: 'GitHub action', files: ['**/action.{yml,yaml}'] },
  {
    id: 'agentic-workflow',
    title: 'agentic workflow',
    files: ['.github/workflows/*.md'],
    instructions: true,
    keys: [
      {
        at: ['frontMatter', 'permissions'],
        values: ['write-all'],
        meaning: 'overbroad-allow',
        severity: 'warning',
        note: 'the agent has a token that may write everything',
        replacement: 'read-all',
      },
      {
        at: ['frontMatter', 'roles'],
        values: ['all'],
        meaning: 'auto-trust',
        severity: 'warning',
        note: 'anybody starts the agent',
      },
    ],
  },
] as const satisfies readonly ConfigFileKind[];
