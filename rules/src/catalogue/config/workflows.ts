import type { ConfigFileKind } from '../config-file.js';

/** Workflows and actions have a model of their own; here only where they stand. */
export const workflows = [
  { id: 'github-workflow', title: 'GitHub workflow', files: ['.github/workflows/*.{yml,yaml}'] },
  { id: 'github-action', title: 'GitHub action', files: ['**/action.{yml,yaml}'] },
] as const satisfies readonly ConfigFileKind[];
