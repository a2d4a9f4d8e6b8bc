import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

type Files = Readonly<Record<string, string>>;
interface Case {
  readonly title: string;
  readonly rule: string;
  readonly files: Files;
}

const common: Files = {
  'package.json': '{"name":"x","dependencies":{"ai":"5.0.0","openai":"5.0.0","zod":"3.24.0"}}',
  'sh.ts': `import { execSync } from 'node:child_process'; export const sh = (c: string) => execSync(c).toString();`,
};
const MCP = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; import { z } from 'zod'; import { sh } from './sh.js'; const server = new McpServer({ name: 'a', version: '1' });`;
const LOW = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'; import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'; import { sh } from './sh.js'; const server = new Server({ name: 'a', version: '1' }, { capabilities: { tools: {} } });`;
const AI = `import { generateText, streamText, tool } from 'ai'; import { openai } from '@ai-sdk/openai'; import { z } from 'zod'; import { sh } from './sh.js';`;
const OPENAI = `import OpenAI from 'openai'; import { sh } from './sh.js'; const c = new OpenAI();`;
const ASK = `import { generateText } from 'ai'; import { openai } from '@ai-sdk/openai'; export const ask = (tone: string) => generateText({ model: openai('gpt-4o'), system: \`You are \${tone}\`, prompt: 'x' });`;
const RUN = `handler: async ({ command }: any) => ({ content: [{ type: 'text' as const, text: sh(command) }] })`;
const SERVICE = `import { Injectable } from '@nestjs/common'; import { generateText } from 'ai'; import { openai } from '@ai-sdk/openai'; @Injectable() export class S { ask(tone: string) { return generateText({ model: openai('gpt-4o'), system: \`You are \${tone}\`, prompt: 'x' }); } }`;

const shell = (title: string, text: string, others: Files = {}): Case => ({
  title,
  rule: 'exec-tool-shell',
  files: { 'a.ts': text, ...others },
});
const ssrf = (title: string, text: string, call: string): Case => ({
  title,
  rule: 'tool-ssrf',
  files: { 'a.ts': text, 'call.ts': call },
});
const system = (title: string, files: Files): Case => ({ title, rule: 'prompt-untrusted-in-system', files });

const found: readonly Case[] = [
  shell(
    'switch on the tool name',
    `${LOW} server.setRequestHandler(CallToolRequestSchema, async (request) => { switch (request.params.name) { case 'run': return run(request.params.arguments as any); default: throw new Error('no'); } }); async function run(args: { command: string }) { return { content: [{ type: 'text', text: sh(args.command) }] }; }`,
  ),
  shell(
    'server in a class',
    `import { Server } from '@modelcontextprotocol/sdk/server/index.js'; import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'; import { sh } from './sh.js'; class S { private server; constructor() { this.server = new Server({ name: 'a', version: '1' }, { capabilities: { tools: {} } }); this.setup(); } private setup() { this.server.setRequestHandler(CallToolRequestSchema, async (request) => this.handle(request)); } private async handle(request: any) { const { name, arguments: args } = request.params; if (name === 'run') return this.run(args); throw 1; } private async run({ command }: any) { return { content: [{ type: 'text', text: sh(command) }] }; } } new S();`,
  ),
  shell(
    'table of handlers',
    `${LOW} const handlers: Record<string, (a: any) => Promise<any>> = { run: async (a) => sh(a.command) }; server.setRequestHandler(CallToolRequestSchema, async (request) => { const h = handlers[request.params.name]; if (!h) throw new Error('no'); return h(request.params.arguments); });`,
  ),
  shell(
    'map of handlers',
    `${LOW} const handlers = new Map<string, any>(); handlers.set('run', async (a: any) => sh(a.command)); server.setRequestHandler(CallToolRequestSchema, async ({ params }) => handlers.get(params.name)(params.arguments));`,
  ),
  shell(
    'list of tools from another file',
    `${LOW} import { tools } from './tools.js'; server.setRequestHandler(CallToolRequestSchema, async ({ params }) => { const t = tools.find((x) => x.name === params.name); return t!.handler(params.arguments as any); });`,
    { 'tools.ts': `import { sh } from './sh.js'; export const tools = [{ name: 'run', ${RUN} }];` },
  ),
  shell(
    'tools that override an abstract method',
    `${LOW} abstract class Tool { abstract name: string; abstract execute(a: any): Promise<any>; async call(a: any) { return this.execute(a); } } class Run extends Tool { name = 'run'; async execute(a: any) { return sh(a.command); } } const tools = [new Run()]; server.setRequestHandler(CallToolRequestSchema, async ({ params }) => { const t = tools.find((x) => x.name === params.name); return t!.call(params.arguments); });`,
  ),
  shell(
    'tools registered in a loop',
    `${MCP} const tools = [{ name: 'run', schema: { command: z.string() }, ${RUN} }]; for (const t of tools) server.tool(t.name, 'd', t.schema, t.handler);`,
  ),
  shell(
    'tools of another file registered by forEach',
    `${MCP} import { tools } from './tools.js'; tools.forEach(({ name, config, handler }) => server.registerTool(name, config, handler));`,
    {
      'tools.ts': `import { z } from 'zod'; import { sh } from './sh.js'; export const tools = [{ name: 'run', config: { description: 'x', inputSchema: { command: z.string() } }, ${RUN} }];`,
    },
  ),
  shell(
    'exports of a file registered as tools',
    `${MCP} import * as tools from './tools.js'; for (const [name, t] of Object.entries(tools)) server.registerTool(name, t.config, t.handler);`,
    {
      'tools.ts': `import { z } from 'zod'; import { sh } from './sh.js'; export const run = { config: { description: 'x', inputSchema: { command: z.string() } }, ${RUN} };`,
    },
  ),
  shell(
    'wrapped handler',
    `${MCP} const safe = (fn: any) => async (a: any) => { try { return await fn(a); } catch (e) { return { isError: true }; } }; server.tool('run', 'd', { command: z.string() }, safe(async ({ command }: any) => ({ content: [{ type: 'text', text: sh(command) }] })));`,
  ),
  shell(
    'factory of a tool',
    `${AI} const makeRun = (cwd: string) => tool({ description: 'x', inputSchema: z.object({ command: z.string() }), execute: async ({ command }) => sh(\`cd \${cwd} && \${command}\`) }); await generateText({ model: openai('gpt-4o'), prompt: 'x', tools: { run: makeRun('/tmp') } });`,
  ),
  shell(
    'tools made of entries',
    `${AI} const defs = [{ name: 'run', run: (c: string) => sh(c) }]; const tools = Object.fromEntries(defs.map((d) => [d.name, tool({ description: d.name, inputSchema: z.object({ command: z.string() }), execute: async ({ command }) => d.run(command) })])); await generateText({ model: openai('gpt-4o'), prompt: 'x', tools });`,
  ),
  shell(
    'text stream',
    `${AI} const r = streamText({ model: openai('gpt-4o'), prompt: 'x' }); let all = ''; for await (const d of r.textStream) all += d; sh(all);`,
  ),
  shell(
    'stream through a generator of the project',
    `${OPENAI} async function* chat(p: string) { const s = await c.chat.completions.create({ model: 'gpt-4o', stream: true, messages: [{ role: 'user', content: p }] }); for await (const ch of s) yield ch.choices[0]?.delta?.content ?? ''; } const parts: string[] = []; for await (const t of chat('x')) parts.push(t); sh(parts.join(''));`,
  ),
  shell(
    'dispatch by hand',
    `${OPENAI} const tools = { run: ({ command }: any) => sh(command) }; const r = await c.chat.completions.create({ model: 'gpt-4o', messages: [], tools: [{ type: 'function', function: { name: 'run', parameters: {} } }] }); for (const call of r.choices[0]!.message.tool_calls ?? []) { const fn = tools[call.function.name as 'run']; fn(JSON.parse(call.function.arguments)); }`,
  ),
  ssrf(
    'options built by the caller',
    `${MCP} import { request } from './call.js'; server.tool('get', 'd', { url: z.string() }, async ({ url }) => ({ content: [{ type: 'text', text: String(await request({ url, method: 'GET' })) }] }));`,
    `import axios from 'axios'; export async function request(options: any) { return (await axios(options)).data; }`,
  ),
  ssrf(
    'options merged on the way',
    `${MCP} import { request } from './call.js'; server.tool('get', 'd', { url: z.string() }, async ({ url }) => ({ content: [{ type: 'text', text: String(await request({ url })) }] }));`,
    `import axios from 'axios'; export async function request(options: any) { const all = { ...options, timeout: 5 }; return (await axios(all)).data; }`,
  ),
  ssrf(
    'options without the wrapper’s own',
    `${MCP} import { get } from './call.js'; server.tool('get', 'd', { url: z.string() }, async ({ url }) => { const o = { method: 'GET' } as any; o.url = url; return { content: [{ type: 'text', text: String(await get(o)) }] }; });`,
    `import axios from 'axios'; export async function get(options: any) { const { retries, ...rest } = options; return (await axios(rest)).data; }`,
  ),
  system('route of Express in another file', {
    'ask.ts': ASK,
    'a.ts': `import express from 'express'; import { ask } from './ask.js'; const app = express(); app.post('/x', async (req, res) => { res.json(await ask(req.body.tone)); });`,
  }),
  system('route of Next in another file', {
    'lib/ask.ts': ASK,
    'app/api/x/route.ts': `import { ask } from '../../../lib/ask.js'; export async function POST(request) { const b = await request.json(); return Response.json(await ask(b.tone)); }`,
  }),
  system('controller of Nest and a service that is injected', {
    's.ts': SERVICE,
    'a.ts': `import { Controller, Post, Body } from '@nestjs/common'; import { S } from './s.js'; @Controller('x') export class C { constructor(private readonly s: S) {} @Post() async run(@Body('tone') tone: string) { return this.s.ask(tone); } }`,
  }),
];

const silent: readonly Case[] = [
  system('what Nest injects into a route is no request', {
    's.ts': SERVICE,
    'a.ts': `import { Controller, Post } from '@nestjs/common'; import { Tone } from './tone.js'; import { S } from './s.js'; @Controller('x') export class C { constructor(private readonly s: S) {} @Post() async run(@Tone() tone: string) { return this.s.ask(tone); } }`,
    'tone.ts': `import { createParamDecorator } from '@nestjs/common'; export const Tone = createParamDecorator(() => 'calm');`,
  }),
  system('an exported function that only looks like a route', {
    'lib/ask.ts': ASK,
    'lib/x.ts': `import { ask } from './ask.js'; export async function POST(request) { const b = await request.json(); return ask(b.tone); }`,
  }),
  ssrf(
    'another key of the options',
    `${MCP} import { request } from './call.js'; server.tool('get', 'd', { q: z.string() }, async ({ q }) => ({ content: [{ type: 'text', text: String(await request({ url: 'https://a.example/', params: { q } })) }] }));`,
    `import axios from 'axios'; export async function request(options: any) { const all = { ...options, timeout: 5 }; return (await axios(all)).data; }`,
  ),
];

const rules = (files: Files): readonly string[] =>
  analyseFiles({ ...common, ...files }).findings.map((finding) => finding.rule);

describe('the application model follows', () => {
  it.each(found)('$title', ({ rule, files }) => {
    expect(rules(files)).toContain(rule);
  });
});

describe('the application model keeps apart', () => {
  it.each(silent)('$title', ({ rule, files }) => {
    expect(rules(files)).not.toContain(rule);
  });
});
