import type { ConfigFileKind } from '../config-file.js';

/** Workflows have a model of their own; here only where they stand. */
export const workflows = [
  { id: 'github-workflow', title: 'GitHub workflow', files: ['.github/workflows/*.{yml,yaml}'] },
] as const satisfies readonly ConfigFileKind[];
