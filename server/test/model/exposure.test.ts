import { expect, test } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

type Files = Readonly<Record<string, string>>;

const OPEN = 'identity-unauthenticated-agent-endpoint';
const EXPOSED = 'mcp-server-exposed';

/** A tool that reads files, and a function that runs a model with it. */
const agent: Files = {
  'lib/agent.ts': `
    import { readFile } from 'node:fs/promises';
    import { openai } from '@ai-sdk/openai';
    import { generateText, tool } from 'ai';
    import { z } from 'zod';
    const note = tool({
      description: 'Reads the note',
      inputSchema: z.object({}),
      execute: async () => readFile('note.txt', 'utf8'),
    });
    export const answer = async (prompt: string) =>
      (await generateText({ model: openai('gpt-5.5'), prompt, tools: { note }, maxOutputTokens: 500 })).text;`,
};

const route = (body: string): Files => ({ ...agent, 'app/api/chat/route.ts': body });

const nextRoute = `
  import { answer } from '../../../lib/agent.js';
  export async function POST(request: Request) {
    return new Response(await answer(await request.text()));
  }`;

const nextMiddleware = (matcher: string): string => `
  import { NextResponse, type NextRequest } from 'next/server';
  import { jwtVerify } from 'jose';
  export async function middleware(request: NextRequest) {
    await jwtVerify(request.cookies.get('token')?.value ?? '', new Uint8Array());
    return NextResponse.next();
  }
  export const config = { matcher: ${matcher} };`;

const express = (lines: string): Files => ({
  ...agent,
  'server.ts': `
    import express from 'express';
    import passport from 'passport';
    import { answer } from './lib/agent.js';
    import { gate } from './gate.js';
    const app = express();
    const router = express.Router();
    const chat = async (req, res) => res.send(await answer(req.body.text));
    ${lines}
    app.listen(3000);`,
  'gate.ts': `
    export const gate = (req, res, next) => (req.headers.authorization === process.env.KEY ? next() : res.status(401).end());`,
});

const hono = (lines: string): Files => ({
  ...agent,
  'server.ts': `
    import { Hono } from 'hono';
    import { bearerAuth } from 'hono/bearer-auth';
    import { cors } from 'hono/cors';
    import { answer } from './lib/agent.js';
    const app = new Hono();
    ${lines}
    app.post('/api/chat', async (c) => c.text(await answer(await c.req.text())));
    export default app;`,
});

const fastify = (hook: string): Files => ({
  ...agent,
  'server.ts': `
    import Fastify from 'fastify';
    import { routes } from './routes.js';
    const app = Fastify();
    ${hook}
    app.register(routes, { prefix: '/api' });
    app.listen({ port: 3000, host: '0.0.0.0' });`,
  'routes.ts': `
    import type { FastifyInstance } from 'fastify';
    import { answer } from './lib/agent.js';
    export async function routes(app: FastifyInstance) {
      app.post('/chat', async (request) => answer(String(request.body)));
    }`,
});

const nodeServer = (check: string): Files => ({
  ...agent,
  'server.ts': `
    import { createServer } from 'node:http';
    import { answer } from './lib/agent.js';
    createServer(async (request, response) => {
      ${check}
      response.end(await answer(request.url ?? ''));
    }).listen(8080);`,
});

const wrapped = (imported: string, wrapper: string): Files =>
  route(`
    ${imported}
    import { answer } from '../../../lib/agent.js';
    export const POST = ${wrapper}(async (request: Request) => new Response(await answer(await request.text())));`);

const mcp = (app: string, transport: string, listen: string): Files => ({
  'server.ts': `
    import express from 'express';
    import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
    import { hostHeaderValidation } from '@modelcontextprotocol/sdk/server/middleware/hostHeaderValidation.js';
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
    const server = new McpServer({ name: 'notes', version: '1.0.0' });
    ${app}
    const transport = new StreamableHTTPServerTransport(${transport});
    await server.connect(transport);
    app.post('/mcp', (req, res) => transport.handleRequest(req, res, req.body));
    ${listen}`,
});

test.each<[string, Files, readonly string[]]>([
  ['a Next route', route(nextRoute), [OPEN]],
  ['a Next route behind middleware', { ...route(nextRoute), 'middleware.ts': nextMiddleware("'/api/:path*'") }, []],
  [
    'middleware that leaves the route out',
    { ...route(nextRoute), 'middleware.ts': nextMiddleware("['/((?!api|_next).*)']") },
    [OPEN],
  ],
  [
    'middleware of another name',
    { ...route(nextRoute), 'proxy.ts': nextMiddleware("'/:path*'").replace('function middleware', 'function proxy') },
    [],
  ],
  [
    'a server action',
    {
      ...agent,
      'app/actions.ts': `'use server';\nimport { answer } from '../lib/agent.js';\nexport async function ask(text: string) { return answer(text); }`,
    },
    [OPEN],
  ],
  ['an Express route', express("app.post('/chat', chat);"), [OPEN]],
  ['a guard of the route', express("app.post('/chat', gate, chat);"), []],
  ['a guard in a list', express("app.post('/chat', [express.json(), gate], chat);"), []],
  ['middleware before', express("app.use(gate);\napp.post('/chat', chat);"), []],
  ['middleware after', express("app.post('/chat', chat);\napp.use(gate);"), [OPEN]],
  ['middleware of another path', express("app.use('/admin', gate);\napp.post('/chat', chat);"), [OPEN]],
  ['middleware of the path', express("app.use('/chat', gate);\napp.post('/chat/new', chat);"), []],
  ['a router behind a guard', express("router.post('/', chat);\napp.use('/chat', gate, router);"), []],
  ['a router before the guard', express("router.post('/', chat);\napp.use('/chat', router);\napp.use(gate);"), [OPEN]],
  ['a guard of the router', express("router.use(gate);\nrouter.post('/', chat);\napp.use('/chat', router);"), []],
  ['a package that authenticates', express("app.post('/chat', passport.authenticate('jwt'), chat);"), []],
  ['a package that nobody knows', express("app.use(require('some-middleware'));\napp.post('/chat', chat);"), []],
  [
    'harmless middleware',
    express("app.use(express.json());\napp.use(require('cors')());\napp.post('/chat', chat);"),
    [OPEN],
  ],
  ['Hono', hono('app.use(cors());'), [OPEN]],
  ['Hono behind a token', hono("app.use('/api/*', bearerAuth({ token: 'x' }));"), []],
  ['Hono with a token elsewhere', hono("app.use('/admin/*', bearerAuth({ token: 'x' }));"), [OPEN]],
  ['Fastify', fastify(''), [OPEN]],
  ['a hook of Fastify', fastify("app.addHook('preHandler', async (request) => { await request.jwtVerify(); });"), []],
  ['a server of Node', nodeServer(''), [OPEN]],
  [
    'a header that is compared',
    nodeServer("if (request.headers['x-api-key'] !== process.env.KEY) return void response.writeHead(401).end();"),
    [],
  ],
  ['a check that was not found', nodeServer('if (!(await verifySession(request))) return void response.end();'), []],
  ['a wrapper that asks', wrapped("import { withUser } from '../../../lib/wrap.js';", 'withUser'), []],
  ['a wrapper of a package', wrapped("import { wrap } from 'route-kit';", 'wrap'), []],
])('routes: %s', (_, files, expected) => {
  const wrap = `export const withUser = (next) => async (request) =>
    request.headers.get('cookie') ? next(request) : new Response('Unauthorized', { status: 401 });`;
  const { findings } = analyseFiles({ ...files, 'lib/wrap.ts': wrap });
  expect(findings.map(({ rule }) => rule).filter((rule) => rule === OPEN)).toEqual(expected);
});

test.each<[string, Files, readonly string[]]>([
  ['no host', mcp('const app = express();', '{ sessionIdGenerator: undefined }', 'app.listen(3000);'), ['all network']],
  [
    'all interfaces',
    mcp('const app = express();', '{ sessionIdGenerator: undefined }', "app.listen(3000, '0.0.0.0');"),
    ['all network'],
  ],
  [
    'this machine',
    mcp('const app = express();', '{ sessionIdGenerator: undefined }', "app.listen(3000, '127.0.0.1');"),
    ['rebinding'],
  ],
  [
    'this machine by default',
    mcp(
      'const app = express();',
      '{ sessionIdGenerator: undefined }',
      "app.listen(3000, process.env.HOST ?? 'localhost');",
    ),
    ['rebinding'],
  ],
  [
    'a host that nobody knows',
    mcp('const app = express();', '{ sessionIdGenerator: undefined }', 'app.listen(3000, process.argv[2]);'),
    [],
  ],
  [
    'options that nobody knows',
    mcp('const app = express();', 'globalThis.options', "app.listen(3000, 'localhost');"),
    [],
  ],
  [
    'hosts are checked',
    mcp(
      "const app = express();\napp.use(hostHeaderValidation(['localhost']));",
      '{ sessionIdGenerator: undefined }',
      "app.listen(3000, 'localhost');",
    ),
    [],
  ],
  [
    'the app of the SDK',
    mcp('const app = createMcpExpressApp();', '{ sessionIdGenerator: undefined }', "app.listen(3000, '127.0.0.1');"),
    [],
  ],
  [
    'the app of the SDK on all interfaces',
    mcp(
      "const app = createMcpExpressApp({ host: '0.0.0.0' });",
      '{ sessionIdGenerator: undefined }',
      "app.listen(3000, '0.0.0.0');",
    ),
    ['all network'],
  ],
  [
    'an origin that is refused',
    mcp(
      'const app = express();\napp.use((req, res, next) => { if (req.headers.origin) { res.status(403).end(); return; } next(); });',
      '{ sessionIdGenerator: undefined }',
      "app.listen(3000, 'localhost');",
    ),
    [],
  ],
  [
    'a method that is refused',
    mcp(
      "const app = express();\napp.use((req, res, next) => { if (req.method === 'TRACE') { res.status(403).end(); return; } next(); });",
      '{ sessionIdGenerator: undefined }',
      'app.listen(3000);',
    ),
    ['all network'],
  ],
  [
    'a token',
    mcp(
      'const app = express();\napp.use((req, res, next) => (req.headers.authorization === process.env.KEY ? next() : res.sendStatus(401)));',
      '{ sessionIdGenerator: undefined }',
      'app.listen(3000);',
    ),
    [],
  ],
])('MCP: %s', (_, files, expected) => {
  const found = analyseFiles(files).findings.filter(({ rule }) => rule === EXPOSED);
  expect(found.map(({ message }) => ['all network', 'rebinding'].find((part) => message.includes(part)))).toEqual(
    expected,
  );
});
