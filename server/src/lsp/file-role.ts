// Not the whole package: the server starts without the rules.
import { configFiles } from '@leashlint/rules/config-files';
import { secretFormats } from '@leashlint/rules/secret-formats';
import { isConfigFormat } from '../frontends/config/formats.js';
import { createConfigKinds } from '../workspace/config-kinds.js';
import { isDependencyManifest, isLockFile } from '../workspace/dependency-files.js';
import { keyPattern } from '../workspace/prefilter-patterns.js';
import { isSettingsFile } from '../workspace/text-files.js';

/** What a change of a file means for the analysis. */
export type FileRole = 'config' | 'context' | 'ignore' | 'source';

const sources = /\.(?:[cm]?[jt]sx?|py)$/i;
const configs = /^leashlint\.config\.(?:jsonc?|ya?ml)$/;
const contexts = /^(?:tsconfig[^/]*\.json|jsconfig\.json|pnpm-workspace\.yaml)$/;
/** Paths are absolute here; what has to stand in the root of a workspace, the analysis knows. */
const anywhere = configFiles.map((kind) => ({
  ...kind,
  files: kind.files.map((glob) => (glob.startsWith('**/') ? glob : `**/${glob}`)),
}));
const kinds = createConfigKinds(anywhere, isConfigFormat);

/** The role of a path, or undefined for files that no analysis reads. Dependencies and build products are not watched. */
export function fileRole(path: string): FileRole | undefined {
  if (/(?:^|\/)(?:node_modules|\.git)\//.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (configs.test(name)) return 'config';
  if (contexts.test(name) || isDependencyManifest(path) || isLockFile(path)) return 'context';
  if (name === '.gitignore' || name === '.ignore') return 'ignore';
  return sources.test(name) || kinds.byPath(path) ? 'source' : undefined;
}

let key: RegExp | undefined;

/**
 * The same for an open document, whose text may tell what its path does not: servers of MCP under any name, settings with a
 * key. All other data files that an editor shows are none of our business.
 */
export function documentRole(path: string, text: string): FileRole | undefined {
  const role = fileRole(path);
  if (role !== undefined) return role;
  if (/(?:^|\/)(?:node_modules|\.git)\//.test(path)) return undefined;
  if (kinds.mayBe(path, text)) return 'source';
  key ??= new RegExp(keyPattern(secretFormats.flatMap(({ needsContext, pattern }) => (needsContext ? [] : [pattern]))));
  return isSettingsFile(path) && key.test(text) ? 'source' : undefined;
}

/** The globs of the files that have a role, for clients that watch on our behalf. */
export const watchedGlobs: readonly string[] = [
  '**/leashlint.config.{json,jsonc,yaml,yml}',
  '**/{package,jsconfig}.json',
  '**/tsconfig*.json',
  '**/pnpm-workspace.yaml',
  '**/pyproject.toml',
  '**/{*requirements*,requirements/*}.txt',
  '**/Pipfile',
  '**/{npm-shrinkwrap,package-lock}.json',
  '**/pnpm-lock.yaml',
  '**/{yarn,bun,uv,poetry,pdm,Pipfile}.lock',
  '**/pylock*.toml',
  '**/.{gitignore,ignore}',
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,py}',
  ...new Set(anywhere.flatMap(({ files }) => files)),
];
