/** What a change of a file means for the analysis. */
export type FileRole = 'config' | 'context' | 'ignore' | 'source';

const sources = /\.(?:[cm]?[jt]sx?|py)$/i;
const configs = /^leashlint\.config\.(?:jsonc?|ya?ml)$/;
const contexts = /^(?:package\.json|tsconfig[^/]*\.json|jsconfig\.json|pnpm-workspace\.yaml)$/;

/** The role of a path, or undefined for files that no analysis reads. Dependencies and build products are not watched. */
export function fileRole(path: string): FileRole | undefined {
  if (/(?:^|\/)(?:node_modules|\.git)\//.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (configs.test(name)) return 'config';
  if (contexts.test(name)) return 'context';
  if (name === '.gitignore' || name === '.ignore') return 'ignore';
  return sources.test(name) ? 'source' : undefined;
}

/** The globs of the files that have a role, for clients that watch on our behalf. */
export const watchedGlobs: readonly string[] = [
  '**/leashlint.config.{json,jsonc,yaml,yml}',
  '**/{package,jsconfig}.json',
  '**/tsconfig*.json',
  '**/pnpm-workspace.yaml',
  '**/.{gitignore,ignore}',
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
];
