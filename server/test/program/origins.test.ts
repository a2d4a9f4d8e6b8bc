import { describe, expect, it } from 'vitest';
import { callsOf, memoryProgram } from './memory-program.js';
import type { Origin, Program } from '../../src/program/program.js';

/** What the first argument of `sink(…)` resolves to, as text. */
function resolved(files: Record<string, string>, path = 'main.ts'): readonly string[] {
  const program = memoryProgram(files);
  const [call] = callsOf(program, path, 'sink');
  if (call === undefined) throw new Error('no sink call');
  const value = program.value(call);
  if (value.kind !== 'call' || value.arguments[0] === undefined) throw new Error('no argument');
  return program
    .origins(program.ref(program.fileOf(call), value.arguments[0].value))
    .map((origin) => describeOrigin(program, origin))
    .sort();
}

function describeOrigin(program: Program, origin: Origin): string {
  if (origin.kind === 'api') return `${origin.module}:${origin.path.join('.')}`;
  if (origin.kind === 'module') return `module ${origin.path}`;
  if (origin.kind === 'unknown') return 'unknown';
  const { start, end, file } = program.span(origin.at);
  return `${file}:${program.file(file)?.text.slice(start, end) ?? ''}`;
}

const cases: readonly [title: string, files: Record<string, string>, expected: readonly string[]][] = [
  [
    'named import',
    { 'main.ts': `import { generateText } from 'ai'; sink(generateText);` },
    ['ai:Member[generateText]'],
  ],
  ['namespace import', { 'main.ts': `import * as ai from 'ai'; sink(ai.generateText);` }, ['ai:Member[generateText]']],
  [
    'default import',
    { 'main.ts': `import OpenAI from 'openai'; const c = new OpenAI(); sink(c.chat.completions.create);` },
    ['openai:Member[default].Instance.Member[chat].Member[completions].Member[create]'],
  ],
  [
    'require',
    { 'main.ts': `const { exec: run } = require('node:child_process'); sink(run);` },
    ['child_process:Member[exec]'],
  ],
  [
    'default of a built-in is its namespace',
    { 'main.ts': `import fs from 'fs'; sink(fs.readFileSync);` },
    ['fs:Member[readFileSync]'],
  ],
  [
    'promisify is transparent',
    {
      'main.ts': `import { exec } from 'child_process'; import { promisify } from 'util'; const run = promisify(exec); sink(run);`,
    },
    ['child_process:Member[exec]'],
  ],
  ['global', { 'main.ts': `sink(globalThis.fetch);` }, ['global:Member[fetch]']],
  [
    'import from another file',
    { 'main.ts': `import { key } from './keys.js'; sink(key);`, 'keys.ts': `export const key = 'abc';` },
    [`keys.ts:'abc'`],
  ],
  [
    're-export',
    {
      'main.ts': `import { key } from './index'; sink(key);`,
      'index.ts': `export * from './keys';`,
      'keys.ts': `const k = 'abc'; export { k as key };`,
    },
    [`keys.ts:'abc'`],
  ],
  [
    'namespace of a file',
    { 'main.ts': `import * as keys from './keys'; sink(keys.key);`, 'keys.ts': `export const key = 'abc';` },
    [`keys.ts:'abc'`],
  ],
  [
    'module.exports',
    {
      'main.ts': `const { key } = require('./keys'); sink(key);`,
      'keys.js': `const key = 'abc'; module.exports = { key };`,
    },
    [`keys.js:'abc'`],
  ],
  [
    'tsconfig paths',
    {
      'main.ts': `import { key } from '@/keys'; sink(key);`,
      'src/keys.ts': `export const key = 'abc';`,
      'tsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
    },
    [`src/keys.ts:'abc'`],
  ],
  [
    'workspace package',
    {
      'main.ts': `import { key } from '@acme/keys'; sink(key);`,
      'packages/keys/package.json': `{ "name": "@acme/keys", "main": "./dist/index.js" }`,
      'packages/keys/src/index.ts': `export const key = 'abc';`,
    },
    [`packages/keys/src/index.ts:'abc'`],
  ],
  [
    'result of a project function',
    { 'main.ts': `import OpenAI from 'openai'; function make() { return new OpenAI(); } sink(make().models);` },
    ['openai:Member[default].Instance.Member[models]'],
  ],
  [
    'identity function keeps callers apart',
    { 'main.ts': `const id = (x) => x; id('other'); sink(id('mine'));` },
    [`main.ts:'mine'`],
  ],
  [
    'parameter takes what callers pass',
    { 'main.ts': `function use(x) { sink(x); } use('a'); use('b');` },
    [`main.ts:'a'`, `main.ts:'b'`],
  ],
  [
    'field of a class',
    {
      'main.ts': `import OpenAI from 'openai'; class A { private c; constructor() { this.c = new OpenAI(); } run() { sink(this.c.files); } }`,
    },
    ['openai:Member[default].Instance.Member[files]'],
  ],
  [
    'field by annotation',
    {
      'main.ts': `import type OpenAI from 'openai'; class A { constructor(private readonly c: OpenAI) {} run() { sink(this.c.files); } }`,
    },
    ['openai:Member[default].Instance.Member[files]'],
  ],
  [
    'parameter by annotation',
    { 'main.ts': `import { Request } from 'express'; export function handler(req: Request) { sink(req.body); }` },
    ['express:Member[Request].Instance.Member[body]'],
  ],
  ['object property', { 'main.ts': `const o = { a: { b: 'x' } }; sink(o.a.b);` }, [`main.ts:'x'`]],
  [
    'spread property',
    { 'main.ts': `const base = { k: 'x' }; const o = { ...base, z: 1 }; sink(o.k);` },
    [`main.ts:'x'`],
  ],
  ['branches', { 'main.ts': `let k = 'a'; if (c) k = 'b'; sink(k);` }, [`main.ts:'a'`, `main.ts:'b'`]],
  [
    'base class of a package',
    {
      'main.ts': `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; class S extends McpServer { go() { sink(this.registerTool); } }`,
    },
    ['@modelcontextprotocol/sdk/server/mcp.js:Member[McpServer].Instance.Member[registerTool]'],
  ],
  [
    'dynamic import',
    { 'main.ts': `const { generateText } = await import('ai'); sink(generateText);` },
    ['ai:Member[generateText]'],
  ],
];

describe('origins', () => {
  it.each(cases)('%s', (_title, files, expected) => {
    expect(resolved(files)).toEqual(expected);
  });
});
