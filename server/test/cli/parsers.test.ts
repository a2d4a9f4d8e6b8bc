import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.js';
import { buildBundle, run } from './bundle.js';

let bundle: ReturnType<typeof buildBundle>;
beforeAll(() => {
  bundle = buildBundle();
}, 120_000);
afterAll(() => {
  bundle.remove();
});

/** Names the parsers that a process has loaded when it ends. */
const WATCH = `
const fs = require('node:fs');
const loaded = new Set();
const read = fs.readFileSync;
fs.readFileSync = (file, ...rest) => {
  if (/\\.wasm$/.test(String(file))) loaded.add(require('node:path').basename(String(file)));
  return read(file, ...rest);
};
process.on('exit', () => {
  for (const file of Object.keys(require.cache)) if (/parser\\.(?:cjs|[\\w-]+\\.node)$/.test(file)) loaded.add(require('node:path').basename(file).replace(/\\.[\\w-]+\\.node$/, '.node'));
  fs.writeFileSync(process.env.LOADED_PARSERS, JSON.stringify([...loaded].sort()));
});
`;

const TYPESCRIPT = {
  'agent.ts': `import { Agent } from '@openai/agents';\nexport const agent = new Agent({ name: 'a' });\n`,
};
const PYTHON = { 'agent.py': `from agents import Agent\nagent = Agent(name='a')\n` };

const BROKEN = { 'agent.ts': `${TYPESCRIPT['agent.ts']}export const broken = (;\n` };

/** The parsers that a command loads in a folder of these files; `more` is added to its environment. */
function loadedBy(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
  input = '',
): readonly string[] {
  const folder = temporaryFolder(files);
  const place = temporaryFolder({ 'watch.cjs': WATCH });
  const list = path.join(place, 'loaded.json');
  const { code, stderr } = run(bundle.cli, folder, args, {
    input,
    env: {
      NODE_OPTIONS: `--require=${path.join(place, 'watch.cjs').replaceAll('\\', '/')}`,
      LOADED_PARSERS: list,
      ...more,
    },
  });
  // A server whose input ends with its last message says 1.
  expect([stderr, code]).toEqual([expect.any(String), input === '' ? 0 : expect.any(Number)]);
  return JSON.parse(fs.readFileSync(list, 'utf8')) as string[];
}

const loadedFor = (files: Readonly<Record<string, string>>, more?: Readonly<Record<string, string>>) =>
  loadedBy(['check', '.', '--no-cache'], files, more);

const message = (content: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

describe('a run loads the parsers that it needs', () => {
  const python = ['python-parser.cjs', 'tree-sitter-python.wasm', 'web-tree-sitter.wasm'];

  it.each([
    ['TypeScript', TYPESCRIPT, ['parser.cjs']],
    ['Python', PYTHON, python],
    ['both', { ...TYPESCRIPT, ...PYTHON }, ['parser.cjs', ...python]],
    ['neither', { 'a.ts': 'export const a = 1;\n', 'a.py': 'a = 1\n' }, []],
  ])('%s', (_, files, expected) => {
    expect(loadedFor(files)).toEqual(expected);
  });
});

describe('where the fast parser is installed', () => {
  // The bundle stands alone, so that it finds the package only here.
  const installed = { NODE_PATH: path.join(import.meta.dirname, '../../../node_modules') };

  it.each([
    ['it replaces the other one', TYPESCRIPT, ['parser.node']],
    ['the other one is loaded for broken code', BROKEN, ['parser.cjs', 'parser.node']],
    ['nothing is loaded where nothing is parsed', { 'a.ts': 'export const a = 1;\n' }, []],
  ])('%s', (_, files, expected) => {
    expect(loadedFor(files, installed)).toEqual(expected);
  });
});

it.each([
  ['the version', ['--version'], ''],
  ['the help', ['--help'], ''],
  ['the list of rules', ['rules'], ''],
  [
    'the start of the language server',
    ['lsp', '--stdio'],
    [
      message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
      message({ method: 'initialized', params: {} }),
      message({ id: 2, method: 'shutdown' }),
      message({ method: 'exit' }),
    ].join(''),
  ],
])('%s needs no parser', (_, args, input) => {
  expect(loadedBy(args, TYPESCRIPT, {}, input)).toEqual([]);
});
