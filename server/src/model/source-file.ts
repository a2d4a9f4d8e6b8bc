import type { ImportSite, SourceFile } from '@leashlint/rules';
import type { FileFacts, ImportFacts, Range } from '../facts.js';
import type { ProgramFile } from '../program/program.js';

/** What rules and fixes need to know about an analysed file as a whole. */
export function sourceFile(file: Pick<ProgramFile, 'path' | 'text' | 'facts'>, packageFolder: string): SourceFile {
  const { facts, path, text } = file;
  return {
    path,
    packageFolder,
    language: facts.language,
    runtime: runtimeOf(path, facts),
    test: isTest(path),
    moduleStyle: facts.moduleStyle,
    imports: facts.imports.map((entry) => importSite(path, entry)),
    importOffset: facts.importOffset,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    declaredNames: new Set(facts.declaredNames),
  };
}

/** A file without facts (configuration, `.env`): secrets are found in it, nothing else. */
export function plainFile(path: string, text: string, packageFolder: string): SourceFile {
  return {
    path,
    packageFolder,
    language: 'config',
    runtime: 'unknown',
    test: isTest(path),
    moduleStyle: 'esm',
    imports: [],
    importOffset: 0,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    declaredNames: new Set(),
  };
}

function importSite(file: string, entry: ImportFacts): ImportSite {
  const span = ([start, end]: Range): { file: string; start: number; end: number } => ({ file, start, end });
  return {
    module: entry.module,
    span: span(entry.range),
    kind: entry.kind,
    typeOnly: entry.typeOnly,
    names: entry.names.map(({ imported, local, range }) => ({ imported, local, span: span(range) })),
    namesSpan: entry.namesRange && span(entry.namesRange),
  };
}

const TEST_NAME =
  /\.(?:test|spec|stories|story|cy|bench|e2e|test-d|mock)\.[cm]?[jt]sx?$|^mock[-_.].+\.(?:py|[cm]?[jt]sx?)$|^test_.*\.py$|_test\.py$/;
const TEST_FOLDERS = new Set([
  '__tests__',
  '__mocks__',
  '__fixtures__',
  'test',
  'tests',
  'fixtures',
  'e2e',
  '.storybook',
  'test-utils',
  'test_utils',
]);

/** Conventions of test runners and story books, never words inside a name. */
export function isTest(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return TEST_NAME.test(name) || parts.some((part) => TEST_FOLDERS.has(part));
}

const CLIENT_MODULES = new Set([
  'client-only',
  'react-dom',
  'react-dom/client',
  'react-native',
  'expo',
  'webextension-polyfill',
  'svelte',
  'preact/hooks',
  'next/navigation',
  'next/router',
  '@ai-sdk/react',
  'ai/react',
]);

const SERVER_MODULES =
  /^(?:node:.*|server-only|child_process|fs|fs\/promises|path|http|https|net|os|crypto|worker_threads|express|fastify|koa|@hono\/node-server|next\/headers|next\/server|@modelcontextprotocol\/.*|ink|electron)$/;

/** React's hooks that only run where the component is mounted. */
const CLIENT_HOOKS = new Set([
  'useState',
  'useEffect',
  'useLayoutEffect',
  'useReducer',
  'useRef',
  'useSyncExternalStore',
]);

/** Route handlers and API routes of Next.js, SvelteKit, Remix and Nuxt, a folder for the server, and the `.server` and `.client` suffixes. */
const SERVER_PATH =
  /(?:^|\/)app\/(?:.*\/)?route\.[jt]sx?$|(?:^|\/)pages\/api\/|(?:^|\/)\+(?:server|page\.server|layout\.server)\.[jt]s$|\.server\.[cm]?[jt]sx?$|(?:^|\/)(?:server|backend)\//;
const CLIENT_PATH = /\.client\.[cm]?[jt]sx?$/;

function runtimeOf(path: string, facts: FileFacts): SourceFile['runtime'] {
  if (facts.directives.includes('use client')) return 'client';
  if (facts.directives.includes('use server')) return 'server';
  const imports = facts.imports.filter((entry) => !entry.typeOnly);
  const server = SERVER_PATH.test(path) || imports.some((entry) => SERVER_MODULES.test(entry.module));
  const client = CLIENT_PATH.test(path) || imports.some(runsInBrowser);
  if (server === client) return 'unknown';
  return server ? 'server' : 'client';
}

function runsInBrowser(entry: ImportFacts): boolean {
  if (entry.module === 'react') return entry.names.some((name) => CLIENT_HOOKS.has(name.imported));
  return CLIENT_MODULES.has(entry.module);
}
