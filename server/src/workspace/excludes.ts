/** Folders that hold dependencies, build products or other people's code, whatever the ignore files say. */
const FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  '.yarn',
  '.pnpm-store',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.turbo',
  '.cache',
  '.parcel-cache',
  '.vercel',
  '.netlify',
  '.wrangler',
  '.vscode-test',
  '.venv',
  'venv',
  '__pycache__',
  'site-packages',
  'coverage',
  'storybook-static',
  'vendor',
  'vendored',
  'third_party',
  'third-party',
]);

/** Build products, unless the folder stands below `src`, where people name their own modules so. */
const PRODUCTS: ReadonlySet<string> = new Set(['dist', 'build', 'out']);

export function isExcludedFolder(parent: string, name: string): boolean {
  if (FOLDERS.has(name)) return true;
  return PRODUCTS.has(name) && !/(?:^|\/)src(?:\/|$)/.test(parent);
}

const MINIFIED_NAME = /[.-](?:min|bundle|packed)\.[cm]?js$/;
const DECLARATION_NAME = /\.d\.(?:[cm]?ts|\w+\.ts)$/;
const GENERATED_MARK =
  /(?:^|\n)\s*(?:\/\/|\/?\*+|#)[^\n]*(?:@generated\b|\bDO NOT (?:EDIT|MODIFY)\b|\b(?:auto-?|automatically )generated (?:by|from|file)\b)/i;
/** A generated mark counts only at the top of a file. */
const GENERATED_PROBE = 600;
const MINIFIED_LINE = 1500;
const MINIFIED_BYTES = 10_000;

/** Why a file is not read as a place to look for findings, judged by its name. */
export function excludedByName(path: string): string | undefined {
  if (MINIFIED_NAME.test(path)) return 'minified';
  if (DECLARATION_NAME.test(path)) return 'type declarations';
  return undefined;
}

/** The same judged by its text. */
export function excludedByText(text: string): string | undefined {
  if (GENERATED_MARK.test(text.slice(0, GENERATED_PROBE))) return 'generated';
  return isMinified(text) ? 'minified' : undefined;
}

export function isMinified(text: string): boolean {
  if (text.length < MINIFIED_BYTES) return false;
  const sample = text.slice(0, 20_000);
  let lines = 1;
  for (let at = sample.indexOf('\n'); at >= 0; at = sample.indexOf('\n', at + 1)) lines++;
  return sample.length / lines > MINIFIED_LINE;
}
