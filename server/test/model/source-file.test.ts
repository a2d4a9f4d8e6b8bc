import { expect, test } from 'vitest';
import type { FileFacts } from '../../src/facts.js';
import { plainFile, sourceFile } from '../../src/model/source-file.js';

const EMPTY: FileFacts = {
  language: 'typescript',
  values: [],
  functions: [],
  classes: [],
  conditions: [],
  loops: [],
  stores: [],
  imports: [],
  exports: [],
  directives: [],
  declaredNames: ['a', 'b'],
  moduleStyle: 'esm',
  importOffset: 0,
  problems: [],
};

function imported(module: string, typeOnly = false, ...names: string[]): FileFacts['imports'][number] {
  return {
    module,
    range: [0, 10],
    kind: 'esm',
    typeOnly,
    names: names.map((name) => ({ imported: name, local: name, range: [0, 1] })),
    namesRange: [2, 4],
  };
}

test.each<[string, string, Partial<FileFacts>, string]>([
  ['directive wins', 'app/page.tsx', { directives: ['use client'], imports: [imported('node:fs')] }, 'client'],
  ['server directive', 'app/actions.ts', { directives: ['use server'] }, 'server'],
  ['node built-in', 'src/a.ts', { imports: [imported('node:fs')] }, 'server'],
  ['server-only', 'src/a.ts', { imports: [imported('server-only')] }, 'server'],
  ['type imports tell nothing', 'src/a.ts', { imports: [imported('node:fs', true)] }, 'unknown'],
  ['hooks', 'src/Chat.tsx', { imports: [imported('react', false, 'useState')] }, 'client'],
  ['react without hooks', 'src/Chat.tsx', { imports: [imported('react', false, 'cache')] }, 'unknown'],
  ['terminal UI', 'src/Chat.tsx', { imports: [imported('react', false, 'useState'), imported('ink')] }, 'unknown'],
  ['route handler', 'src/app/api/chat/route.ts', {}, 'server'],
  ['API route', 'pages/api/chat.ts', {}, 'server'],
  ['folder of the server', 'server/models/openai.ts', {}, 'server'],
  ['a component in it', 'packages/server/ui/Chat.tsx', { imports: [imported('react', false, 'useState')] }, 'unknown'],
  ['server in a name', 'src/server-list/a.ts', {}, 'unknown'],
  ['client suffix', 'src/ai.client.ts', {}, 'client'],
  ['nothing', 'src/ai.ts', {}, 'unknown'],
])('runtime: %s', (_, path, facts, runtime) => {
  expect(sourceFile({ path, text: '', facts: { ...EMPTY, ...facts } }, '').runtime).toBe(runtime);
});

test.each([
  ['src/a.test.ts', true],
  ['src/a.spec.mts', true],
  ['src/Button.stories.tsx', true],
  ['src/__tests__/a.ts', true],
  ['test/a.ts', true],
  ['scripts/mock-image-mcp.mjs', true],
  ['src/api.mock.ts', true],
  ['src/mockingbird.ts', false],
  ['src/latest.ts', false],
  ['src/contest/a.ts', false],
  ['src/testing.ts', false],
])('test file: %s', (path, expected) => {
  expect(sourceFile({ path, text: '', facts: EMPTY }, '').test).toBe(expected);
});

test('imports, line ends and names are carried over', () => {
  const facts = { ...EMPTY, imports: [imported('ai', false, 'tool')], importOffset: 7 };
  const file = sourceFile({ path: 'a.ts', text: 'x\r\ny', facts }, 'packages/a');
  expect(file).toMatchObject({ eol: '\r\n', packageFolder: 'packages/a', importOffset: 7, language: 'typescript' });
  expect(file.imports[0]).toMatchObject({ module: 'ai', namesSpan: { file: 'a.ts', start: 2, end: 4 } });
  expect([...file.declaredNames]).toEqual(['a', 'b']);
  expect(plainFile('.env', 'A=1\n', '')).toMatchObject({ language: 'config', eol: '\n' });
});
