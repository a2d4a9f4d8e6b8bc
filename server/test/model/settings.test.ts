import { describe, expect, test } from 'vitest';
import { agentFramework } from './agent-frameworks.js';
import { agentProject, only } from './agent-project.js';
import { frameworks } from './flow-frameworks.js';

const HEAD = "import { ask, Client, LocalExecutor, searchTool, Server } from 'sdk';\n";

describe('settings', () => {
  test.each<[string, string, readonly string[]]>([
    ['value', 'new Client({ browser: true });', ['browser-key browser: true proven']],
    ['other value', 'new Client({ browser: false });', []],
    ['constant', 'const yes = true; new Client({ browser: yes });', ['browser-key browser: yes proven']],
    [
      'one of two values',
      'new Client({ browser: q ? true : false });',
      ['browser-key browser: q ? true : false likely'],
    ],
    ['parameter', 'export const f = (browser) => new Client({ browser });', []],
    ['prefix', 'ask({ mode: "bypassPermissions" });', ['approval-disabled mode: "bypassPermissions" proven']],
    ['excused', 'ask({ mode: "bypassPermissions", sandbox: {} });', []],
    ['maybe excused', 'export const f = (o) => ask({ mode: "bypassPermissions", ...o });', []],
    ['the call itself', 'new LocalExecutor();', ['unsandboxed-executor LocalExecutor proven']],
    ['absent', 'searchTool({});', ['hosted-unrestricted domains is absent proven']],
    ['absent with all arguments', 'searchTool();', ['hosted-unrestricted domains is absent proven']],
    ['present', 'searchTool({ domains: ["a.com"] });', []],
    ['maybe absent', 'export const f = (o) => searchTool({ ...o });', []],
    ['tool object', 'ask({ tools: [{ type: "web_search" }] });', ['hosted-unrestricted domains is absent proven']],
    ['restricted tool object', 'ask({ tools: [{ type: "web_search", domains: [] }] });', []],
    ['not of this package', "import { Client as C } from 'other'; new C({ browser: true });", []],
  ])('%s', (_, code, settings) => {
    const { app } = agentProject(HEAD + code);
    expect(app.settings.map((setting) => `${setting.meaning} ${setting.label} ${setting.evidence}`)).toEqual(settings);
  });

  test('carry what a fix needs', () => {
    const { app, text } = agentProject(`${HEAD}ask({ system: 'x', mode: 'bypass' });`);
    const setting = only(app.settings);
    expect(setting).toMatchObject({ severity: 'error', replacement: "'default'", subject: 'ask', client: false });
    expect(text(setting.property?.valueSpan)).toBe("'bypass'");
    const absent = only(agentProject(`${HEAD}searchTool({ max: 1 });`).app.settings);
    expect(absent).toMatchObject({ replacement: 'domains: []', property: undefined });
    expect(absent.options?.properties.map((property) => property.name)).toEqual(['max']);
  });

  test('know browser code', () => {
    const { app } = agentProject(`'use client';\n${HEAD}new Client({ browser: true });`);
    expect(only(app.settings).client).toBe(true);
  });
});

describe('clients', () => {
  test('have their credential option and variable', () => {
    const { app, text } = agentProject(`${HEAD}new Client({ apiKey: process.env.KEY, retries: 2 }); new Client();`);
    expect(
      app.clients.map((client) => [
        text(client.credential?.valueSpan),
        client.envVariable,
        client.options?.properties.length,
      ]),
    ).toEqual([
      ['process.env.KEY', 'SDK_API_KEY', 2],
      [undefined, 'SDK_API_KEY', undefined],
    ]);
  });
});

describe('servers', () => {
  test('have the tools that are registered on them', () => {
    const { app } = agentProject(`${HEAD}
      import { StdioTransport } from 'sdk/stdio'; import { z } from 'zod';
      const s = new Server({ name: 'files' });
      s.register('read', 'Reads', { path: z.string() }, async ({ path }) => path);
      s.register('now', async () => 1);
      await s.connect(new StdioTransport());
      new Server({ name: 'other' });
    `);
    expect(
      app.mcpServers.map((server) => [server.name, server.transport, server.tools.map((tool) => tool.name)]),
    ).toEqual([
      ['files', 'stdio', ['read', 'now']],
      ['other', 'unknown', []],
    ]);
    expect(
      app.tools.map((tool) => [tool.schema.state, tool.schema.fields.map((field) => field.name), tool.description]),
    ).toEqual([
      ['fields', ['path'], 'Reads'],
      ['fields', [], undefined],
    ]);
  });

  const lowLevel = (list: string): string => `
    import { Server, CallToolRequestSchema, ListToolsRequestSchema } from 'sdk'; import { rmSync } from 'fs';
    const server = new Server({ name: 'low' });
    ${list}
    server.setRequestHandler(CallToolRequestSchema, async (request) => {
      const { name, arguments: args } = request.params;
      switch (request.params.name) {
        case 'wipe': rmSync(args.path); return {};
        case 'look': return {};
        default: throw new Error(name);
      }
    });`;

  test('of the low level dispatch to listed tools', () => {
    const { app, text } = agentProject(
      lowLevel(`server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [
        { name: 'wipe', description: 'Deletes', inputSchema: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] } },
        { name: 'look', inputSchema: { type: 'object', properties: {} } },
      ] }));`),
    );
    expect(only(app.mcpServers).tools.map((tool) => tool.name)).toEqual(['wipe', 'look']);
    const [wipe, look] = app.tools;
    expect(wipe).toMatchObject({ description: 'Deletes', schema: { state: 'fields', dialect: 'json-schema' } });
    expect(text(wipe?.nameSpan)).toBe("'wipe'");
    expect(wipe?.effects.map((effect) => effect.kind)).toEqual(['fs-delete']);
    expect(look?.effects).toEqual([]);
  });

  test.each([
    ['values of an object', 'const all = { a: { name: "wipe" }, b: { name: "look" } };', 'Object.values(all)'],
    [
      'mapped',
      'const all = [{ name: "wipe", run: 1 }, { name: "look", run: 2 }];',
      'all.map((t) => ({ name: t.name }))',
    ],
    ['constants', 'const A = "wipe"; const all = [{ name: A }]; all.push({ name: "look" });', 'all'],
  ])('of the low level dispatch to tools listed as %s', (_, code, list) => {
    const { app } = agentProject(
      lowLevel(`${code} server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: ${list} }));`),
    );
    expect(only(app.mcpServers).tools.map((tool) => [tool.name, tool.effects.length])).toEqual([
      ['wipe', 1],
      ['look', 0],
    ]);
  });

  test('of the low level check nothing: a closed field is input all the same', () => {
    const { app } = agentProject(
      `import { Server, CallToolRequestSchema, ListToolsRequestSchema } from 'sdk'; import { exec } from 'child_process';
       const server = new Server({});
       server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: 'one', inputSchema: { type: 'object', properties: { mode: { enum: ['a'] } } } }] }));
       server.setRequestHandler(CallToolRequestSchema, async (request) => exec(request.params.arguments.mode));`,
      {},
      [...frameworks, agentFramework],
    );
    expect(app.flows.map((flow) => flow.source.label)).toEqual(['argument `mode` of tool `one`']);
  });

  test('of the low level dispatch to compared names where the list is not known', () => {
    const { app } = agentProject(
      lowLevel('server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: await load() }));'),
    );
    expect(app.tools.map((tool) => [tool.name, tool.effects.length])).toEqual([
      ['wipe', 1],
      ['look', 0],
    ]);
  });
});
