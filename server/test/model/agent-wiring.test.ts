import { catalogue } from '@leashlint/rules';
import type { AppModel, Tool } from '@leashlint/rules';
import { describe, expect, test } from 'vitest';
import { agentProject, only } from './agent-project.js';

function modelOf(files: Readonly<Record<string, string>> | string): AppModel {
  return agentProject(files, {}, catalogue).app;
}

function toolNamed(app: AppModel, name: string): Tool {
  return only(app.tools.filter((tool) => tool.name === name));
}

const MCP = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; import { z } from 'zod'; import { rm, readFile } from 'node:fs/promises';
  const server = new McpServer({ name: 's', version: '1' });\n`;
const OPENAI = "import { Agent, handoff, run, tool } from '@openai/agents'; import { z } from 'zod';\n";
const AI =
  "import { generateText, tool } from 'ai'; import { createMCPClient } from '@ai-sdk/mcp'; import { z } from 'zod';\n";

describe('tools that one registration declares', () => {
  const TABLE = `const tools = [
    { name: 'read', schema: { path: z.string() }, annotations: { readOnlyHint: true }, handler: async ({ path }) => readFile(path) },
    { name: 'drop', schema: { path: z.string() }, annotations: { destructiveHint: true }, handler: async ({ path }) => rm(path) },
  ];\n`;

  test.each<[string, string]>([
    [
      'in a loop, each with its handler',
      `${TABLE} for (const t of tools) server.registerTool(t.name, { inputSchema: t.schema, annotations: t.annotations }, t.handler);`,
    ],
    [
      'in a loop, with a handler around it',
      `${TABLE} tools.forEach((t) => { server.registerTool(t.name, { inputSchema: t.schema, annotations: t.annotations }, async (args) => { const found = await t.handler(args); return found; }); });`,
    ],
    [
      'in a loop, with handlers by name',
      `${TABLE} const handlers = { read: async ({ path }) => readFile(path), drop: async ({ path }) => rm(path) };
       for (const t of Object.values({ a: tools[0], b: tools[1] })) { const handler = handlers[t.name]; server.registerTool(t.name, { inputSchema: t.schema, annotations: t.annotations }, async (args) => handler(args)); }`,
    ],
    [
      'through a wrapper',
      `function add(name, config, handler) { server.registerTool(name, config, logged(handler)); }
       const logged = (handler) => async (args) => { console.log('called'); return handler(args); };
       add('read', { inputSchema: { path: z.string() }, annotations: { readOnlyHint: true } }, async ({ path }) => readFile(path));
       add('drop', { inputSchema: { path: z.string() }, annotations: { destructiveHint: true } }, async ({ path }) => rm(path));`,
    ],
  ])('%s', (_, code) => {
    const app = modelOf(MCP + code);
    expect(app.tools.map((tool) => tool.name).sort()).toEqual(['drop', 'read']);
    const shown = ['read', 'drop'].map((name) => {
      const { annotations, effects, schema } = toolNamed(app, name);
      return [
        annotations?.properties.map((hint) => hint.name),
        effects.map(({ kind }) => kind),
        schema.fields.map((field) => field.name),
      ];
    });
    expect(shown).toEqual([
      [['readOnlyHint'], ['fs-read'], ['path']],
      [['destructiveHint'], ['fs-delete'], ['path']],
    ]);
  });

  test('one registration of one tool stays one tool', () => {
    const app = modelOf(
      `${MCP} const only = { name: 'one' }; server.registerTool(only.name, { inputSchema: {} }, async () => 1);`,
    );
    expect(app.tools.map((tool) => tool.name)).toEqual(['one']);
  });
});

describe('agents', () => {
  const TOOLS =
    "const a = tool({ name: 'a', description: 'a', parameters: z.object({}), execute: async () => 1 }); const b = tool({ name: 'b', description: 'b', parameters: z.object({}), execute: async () => 2 });\n";

  test('a clone has the tools of its base, unless it is given others', () => {
    const app = modelOf(
      `${OPENAI}${TOOLS} const base = new Agent({ name: 'base', instructions: 'x', tools: [a] });
       export const same = base.clone({ name: 'same' }); export const other = base.clone({ name: 'other', tools: [b] });`,
    );
    const shown = app.agents.map((agent) => [agent.name, agent.tools.map((held) => held.name)]);
    expect(Object.fromEntries(shown)).toEqual({ base: ['a'], same: ['a'], other: ['b'] });
  });

  test('agents hand over to others and run as tools', () => {
    const app = modelOf(
      `${OPENAI}${TOOLS} const one = new Agent({ name: 'one', instructions: 'x', tools: [a] }); const two = new Agent({ name: 'two', instructions: 'x', tools: [b] });
       export const chief = new Agent({ name: 'chief', instructions: 'x', tools: [one.asTool({ toolName: 'ask_one', toolDescription: 'asks' })], handoffs: [handoff(two)] });`,
    );
    const chief = only(app.agents.filter((agent) => agent.name === 'chief'));
    expect(chief.handoffs.map((agent) => agent.name)).toEqual(['two']);
    expect(chief.tools.map((held) => held.agent?.name)).toEqual(['one']);
  });

  test('active tools are the ones that a call has', () => {
    const app = modelOf(
      `${AI} const a = tool({ inputSchema: z.object({}), execute: async () => 1 }); const b = tool({ inputSchema: z.object({}), execute: async () => 2 });
       export const some = () => generateText({ tools: { a, b }, activeTools: ['a'] }); export const all = (names) => generateText({ tools: { a, b }, activeTools: names });`,
    );
    expect(app.modelCalls.map((call) => call.tools.map((held) => held.name))).toEqual([['a'], ['a', 'b']]);
  });

  test('a run that asks gates the tools of its agent', () => {
    const code = (options: string): string =>
      `import { Agent } from '@mastra/core/agent'; import { createTool } from '@mastra/core/tools'; import { z } from 'zod'; import { rm } from 'node:fs/promises';
       const drop = createTool({ id: 'drop', description: 'd', inputSchema: z.object({ path: z.string() }), execute: async ({ path }) => rm(path) });
       const agent = new Agent({ id: 'x', name: 'x', instructions: 'x', model: 'openai/gpt-5.5', tools: { drop } });
       export const answer = (text) => agent.generate(text, ${options});`;
    expect(toolNamed(modelOf(code('{ requireToolApproval: true }')), 'drop').gated).toBe('yes');
    expect(toolNamed(modelOf(code('{ maxSteps: 3 }')), 'drop').gated).toBe('no');
  });
});

describe('tools of MCP servers', () => {
  const CLIENT = 'const client = await createMCPClient({ transport: TRANSPORT });\n';

  test.each<[string, string, string, string, string]>([
    [
      'all of a vendor',
      "{ type: 'http', url: 'https://mcp.vendor.io/mcp' }",
      'await client.tools()',
      'https://mcp.vendor.io/',
      'other all no',
    ],
    [
      'spread',
      "{ type: 'http', url: 'https://mcp.vendor.io/mcp' }",
      '{ ...(await client.tools()) }',
      'https://mcp.vendor.io/',
      'other all no',
    ],
    [
      'named',
      "{ type: 'http', url: 'https://mcp.vendor.io/mcp' }",
      'await client.tools({ schemas: { a: {} } })',
      'https://mcp.vendor.io/',
      'other some no',
    ],
    [
      'this machine',
      "{ type: 'sse', url: 'http://127.0.0.1:3000/sse' }",
      'await client.tools()',
      'http://127.0.0.1:3000/',
      'own all no',
    ],
    [
      'a package',
      "new Experimental_StdioMCPTransport({ command: 'npx', args: ['-y', '@vendor/mcp'] })",
      'await client.tools()',
      '@vendor/mcp',
      'other all no',
    ],
    [
      'a bridge',
      "new Experimental_StdioMCPTransport({ command: 'npx', args: ['-y', 'mcp-remote@1', 'https://mcp.vendor.io/sse'] })",
      'await client.tools()',
      'https://mcp.vendor.io/',
      'other all no',
    ],
    [
      'own code',
      "new Experimental_StdioMCPTransport({ command: 'node', args: ['server.js'] })",
      'await client.tools()',
      'node',
      'own all no',
    ],
  ])('%s', (_, transport, tools, server, verdict) => {
    const app = modelOf(
      `${AI}import { Experimental_StdioMCPTransport } from '@ai-sdk/mcp/mcp-stdio'; ${CLIENT.replace('TRANSPORT', transport)} export const run = async () => generateText({ tools: ${tools} });`,
    );
    const supply = only(app.supplies);
    expect([supply.server, `${supply.party} ${supply.given} ${supply.gated}`]).toEqual([server, verdict]);
  });

  test.each<[string, string]>([
    ['picked', 'const { search } = await client.tools(); generateText({ tools: { search } });'],
    [
      'filtered',
      "const all = await client.tools(); generateText({ tools: Object.fromEntries(Object.entries(all).filter(([name]) => name === 'search')) });",
    ],
    ['listed only', 'console.log(Object.keys(await client.tools()));'],
    [
      'configured',
      "const other = await createMCPClient({ transport: { type: 'http', url: process.env.URL } }); generateText({ tools: await other.tools() });",
    ],
  ])('none: %s', (_, code) => {
    expect(
      modelOf(`${AI}${CLIENT.replace('TRANSPORT', "{ type: 'http', url: 'https://mcp.vendor.io/mcp' }")}${code}`)
        .supplies,
    ).toEqual([]);
  });
});

describe('a handler that many tools share', () => {
  const LOW = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'; import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
    import { rm, readFile } from 'node:fs/promises';
    const server = new Server({ name: 's', version: '1' }, {});
    const read = async (args) => readFile(args.path); const drop = async (args) => rm(args.path);
    server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: 'read' }, { name: 'drop' }] }));\n`;

  test.each<[string, string]>([
    [
      'map',
      'const handlers = { read, drop }; server.setRequestHandler(CallToolRequestSchema, async (r) => handlers[r.params.name](r.params.arguments));',
    ],
    [
      'list',
      `const list = [{ name: 'read', run: read }, { name: 'drop', run: drop }];
       server.setRequestHandler(CallToolRequestSchema, async (r) => { const { name, arguments: args } = r.params; const tool = list.find((t) => t.name === name); if (!tool) throw new Error('no'); return tool.run(args); });`,
    ],
    [
      'Map',
      `const map = new Map([['read', read], ['drop', drop]]);
       server.setRequestHandler(CallToolRequestSchema, async (r) => { const handler = map.get(r.params.name); return handler(r.params.arguments); });`,
    ],
    [
      'switch in another function; other texts do not count',
      `async function handle(tool, args) { if (args.mode === 'drop') console.log('x'); switch (tool) { case 'read': return args.mode === 'fast' ? 1 : read(args); case 'drop': return drop(args); } }
       server.setRequestHandler(CallToolRequestSchema, async (r) => handle(r.params.name, r.params.arguments));`,
    ],
  ])('%s', (_, code) => {
    const app = modelOf(LOW + code);
    const shown = ['read', 'drop'].map((name) => toolNamed(app, name).effects.map(({ kind }) => kind));
    expect(shown).toEqual([['fs-read'], ['fs-delete']]);
  });
});
