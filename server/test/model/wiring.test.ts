import { describe, expect, test } from 'vitest';
import type { AppModel } from '@leashlint/rules';
import { agentProject, only } from './agent-project.js';

const HEAD = "import { Agent, ask, run, tool, namedTool, searchTool, Client } from 'sdk'; import { z } from 'zod';\n";
const TOOLS = 'const a = tool({ execute: (i) => i.x }); const b = tool({ execute: (i) => i.y });\n';

function wired(app: AppModel): { readonly tools: readonly (string | undefined)[]; readonly known: boolean } {
  const call = only(app.modelCalls);
  return { tools: call.tools.map((entry) => entry.name).sort(), known: call.toolsKnown };
}

describe('tools that a call gets', () => {
  test.each<[string, string, readonly string[], boolean]>([
    ['map', 'ask({ tools: { a, b } });', ['a', 'b'], true],
    ['no tools', 'ask({});', [], true],
    ['variable', 'const tools = { a, b }; ask({ tools });', ['a', 'b'], true],
    ['spread of a known map', 'const base = { a }; ask({ tools: { ...base, b } });', ['a', 'b'], true],
    ['array', 'ask({ tools: [a, b] });', ['a', 'b'], true],
    ['spread of a known array', 'const base = [a]; ask({ tools: [...base, b] });', ['a', 'b'], true],
    ['pushed', 'const list = [a]; list.push(b); ask({ tools: list });', ['a', 'b'], true],
    ['function that returns tools', 'function make() { return { a, b }; } ask({ tools: make() });', ['a', 'b'], true],
    ['either', 'ask({ tools: q ? { a } : { b } });', ['a', 'b'], true],
    ['conditional entry', 'ask({ tools: { a, ...(q ? { b } : {}) } });', ['a', 'b'], true],
    ['merged maps', 'ask({ tools: Object.assign({}, { a }, { b }) });', ['a', 'b'], true],
    ['values of a map', 'const map = { a, b }; ask({ tools: Object.values(map) });', ['a', 'b'], true],
    ['later entry', 'const tools = { a }; tools.b = b; ask({ tools });', ['a', 'b'], true],
    ['unresolved spread', 'ask({ tools: { a, ...more } });', ['a'], false],
    ['parameter', 'export function f(tools) { ask({ tools }); }', [], false],
    ['parameter with a caller', 'function f(tools) { ask({ tools }); } f({ a });', ['a'], true],
    ['result of a package', "import { client } from 'other'; ask({ tools: { a, ...client.tools() } });", ['a'], false],
    ['options from elsewhere', 'export function f(options) { ask(options); }', [], false],
    ['spread options', 'export function f(o) { ask({ ...o, tools: { a } }); }', ['a'], true],
    ['undefined', 'ask({ tools: undefined });', [], true],
  ])('%s', (_, code, tools, known) => {
    expect(wired(agentProject(HEAD + TOOLS + code).app)).toEqual({ tools, known });
  });

  test('from other files, through re-exports', () => {
    const { app } = agentProject({
      'a.ts': `${HEAD}import * as tools from './tools'; import { more } from './index'; ask({ tools: { ...tools, more } });`,
      'tools.ts': "import { tool } from 'sdk'; export const one = tool({ execute: () => 1 });",
      'more.ts': "import { tool } from 'sdk'; export default tool({ execute: () => 2 });",
      'index.ts': "export { default as more } from './more';",
    });
    expect(wired(app)).toEqual({ tools: ['more', 'one'], known: true });
  });

  test('a tool that several callers get is one tool with several users', () => {
    const { app } = agentProject(
      `${HEAD}const a = tool({ execute: () => 1 }); ask({ tools: { a } }); ask({ tools: [a] });`,
    );
    const entry = only(app.tools);
    expect(entry.users).toHaveLength(2);
    expect(app.modelCalls.map((call) => call.tools[0])).toEqual([entry, entry]);
  });

  test('objects in a tools map are tools, other objects are not', () => {
    const { app, text } = agentProject(
      `${HEAD}ask({ tools: { plain: { description: 'does', schema: z.object({ q: z.string() }), execute: async ({ q }) => q } } }); const other = { execute() {} };`,
    );
    const entry = only(app.tools);
    expect(entry).toMatchObject({ name: 'plain', description: 'does', schema: { state: 'fields' } });
    expect(text(entry.nameSpan)).toBe('plain');
    expect(text(entry.handler)).toBe('async ({ q }) => q');
  });

  test('an agent hands its tools to the call that runs it', () => {
    const { app } = agentProject(
      `${HEAD}${TOOLS} const agent = new Agent({ name: 'helper', instructions: 'x', tools: [a] }); run(agent, q); agent.generate({ prompt: q });`,
    );
    expect(app.agents.map((agent) => [agent.name, agent.tools.length])).toEqual([['helper', 1]]);
    expect(app.modelCalls.map((call) => [call.name, call.tools.length, call.toolsKnown])).toEqual([
      ['run', 1, true],
      ['generate', 1, true],
    ]);
    expect(app.modelCalls[1]?.slots.map((slot) => slot.name)).toEqual(['prompt']);
  });

  test('an agent from elsewhere has unknown tools', () => {
    const { app } = agentProject(`${HEAD} export const f = (agent) => run(agent, q);`);
    expect(only(app.modelCalls)).toMatchObject({ tools: [], toolsKnown: false });
  });
});

describe('a tool', () => {
  test('is named by its key, variable or name option', () => {
    const { app, text } = agentProject(
      `${HEAD} ask({ tools: { look_up: tool({ execute: () => 1 }) } }); export const alone = tool({}); namedTool({ name: 'by ' + 'name' }, () => 1); searchTool({ domains: [] });`,
    );
    expect(app.tools.map((entry) => [entry.name, text(entry.nameSpan)])).toEqual([
      ['look_up', 'look_up'],
      ['alone', 'tool'],
      ['by name', "'by ' + 'name'"],
      ['web-search', 'searchTool'],
    ]);
  });

  test('has the handler that the code passes, through wrappers and by name', () => {
    const { app, text } = agentProject(
      `${HEAD}import { traced } from 'trace'; const run1 = async (i) => i; const log = (fn) => (i) => fn(i); export const t1 = tool({ execute: run1 }); export const t2 = tool({ execute: traced(run1) }); export const t3 = tool({ execute: log(run1) }); export const t4 = tool({ async execute(i) { return i; } }); export const t5 = tool({ execute: undefined });`,
    );
    expect(app.tools.map((entry) => text(entry.handler))).toEqual([
      'async (i) => i',
      'async (i) => i',
      '(i) => fn(i)',
      expect.stringContaining('return i'),
      undefined,
    ]);
  });

  test('of the same spelling without the import is none', () => {
    const { app } = agentProject(
      "import { tool } from 'elsewhere'; const ask = (x) => x; ask({ tools: { a: tool({ execute: () => 1 }) } });",
    );
    expect(app.tools).toEqual([]);
    expect(app.modelCalls).toEqual([]);
  });

  test('that the provider hosts carries its kind and capabilities', () => {
    const { app } = agentProject(
      `${HEAD}import { shellTool } from 'sdk'; import { rmSync } from 'fs'; ask({ tools: [searchTool({}), { type: 'web_search' }, shellTool({ run: (c) => rmSync(c) })] });`,
    );
    expect(app.tools.map((entry) => [entry.hosted, entry.capabilities, entry.effects.length])).toEqual([
      ['web-search', ['untrusted-in'], 0],
      ['web-search', ['untrusted-in'], 0],
      ['shell', ['exec', 'write'], 1],
    ]);
  });
});

describe('slots', () => {
  test.each([
    ["ask({ system: 'x' });", ['system:system']],
    ["ask({ messages: [{ role: 'user', content: q }] });", ['messages:messages']],
    ["ask({ messages: 'just text' });", ['user:messages']],
    ["ask({ messages: [['system', s], ['human', q]] });", ['system:messages[0]', 'user:messages[1]']],
    ['ask({ system: undefined });', ['system:system']],
    ['ask({});', []],
  ])('%s', (code, slots) => {
    const { app } = agentProject(HEAD + code);
    expect(only(app.modelCalls).slots.map((slot) => `${slot.role}:${slot.name}`)).toEqual(slots);
  });

  test('spans are those of the written values', () => {
    const { app, text } = agentProject(`${HEAD}const p = 'be nice'; ask({ system: p });`);
    expect(text(only(only(app.modelCalls).slots).span)).toBe('p');
  });

  test('methods of clients are named after the client', () => {
    const { app } = agentProject(`${HEAD}const c = new Client({}); c.chat.create({});`);
    expect(only(app.modelCalls).name).toBe('chat.create');
  });
});
