import { expect, test } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

type Files = Readonly<Record<string, string>>;

const agent: Files = {
  'lib/answer.ts': `
    import { openai } from '@ai-sdk/openai';
    import { generateText } from 'ai';
    export const answer = async (prompt: string) =>
      (await generateText({ model: openai('gpt-5.5'), prompt, maxOutputTokens: 500 })).text;`,
};

const express = (lines: string, limit = 'rateLimit({ windowMs: 60_000, limit: 20 })'): Files => ({
  ...agent,
  'server.ts': `
    import express from 'express';
    import { rateLimit } from 'express-rate-limit';
    import { answer } from './lib/answer.js';
    const app = express();
    const router = express.Router();
    const limit = ${limit};
    ${lines}
    app.listen(3000);`,
});

const chat = `async (req, res) => res.send(await answer(req.body.text))`;

const hono = (lines: string): Files => ({
  ...agent,
  'server.ts': `
    import { Hono } from 'hono';
    import { rateLimiter } from 'hono-rate-limiter';
    import { answer } from './lib/answer.js';
    const app = new Hono();
    ${lines}
    app.post('/chat', async (c) => c.text(await answer(await c.req.text())));
    export default app;`,
});

const next = (before: string, more: Files = {}): Files => ({
  ...agent,
  ...more,
  'app/api/chat/route.ts': `
    import { answer } from '../../../lib/answer.js';
    import { quota } from '../../../lib/quota.js';
    export async function POST(request: Request) {
      ${before}
      return new Response(await answer(await request.text()));
    }`,
});

const fastapi = (decorator: string, imports = ''): Files => ({
  'app.py': `
from fastapi import FastAPI, Request
from openai import OpenAI
${imports}

app = FastAPI()
client = OpenAI()


@app.post("/chat")
${decorator}
async def chat(request: Request, text: str):
    return client.responses.create(model="gpt-5.5", input=text).output_text
`,
});

const quota = (body: string): Files => ({
  'lib/quota.ts': `export const quota = async (request: Request) => ${body};`,
});

const cases: readonly (readonly [string, Files, 'open' | 'limited'])[] = [
  ['nothing stands before the route', express(`app.post('/chat', ${chat});`), 'open'],
  ['middleware that is registered before', express(`app.use(limit); app.post('/chat', ${chat});`), 'limited'],
  ['middleware that is registered after', express(`app.post('/chat', ${chat}); app.use(limit);`), 'open'],
  ['middleware for another path', express(`app.use('/login', limit); app.post('/chat', ${chat});`), 'open'],
  ['middleware of the route', express(`app.post('/chat', limit, ${chat});`), 'limited'],
  [
    'middleware of the app around a router',
    express(`router.post('/chat', ${chat}); app.use('/api', limit, router);`),
    'limited',
  ],
  [
    'middleware that nobody has seen',
    express(`app.use(limit); app.post('/chat', ${chat});`, 'globalThis.gate'),
    'limited',
  ],
  [
    'middleware of the project that answers 429',
    express(
      `app.use(limit); app.post('/chat', ${chat});`,
      '(req, res, next) => (Math.random() > 0.5 ? next() : res.status(429).end())',
    ),
    'limited',
  ],
  [
    'middleware of the project that logs',
    express(`app.use(limit); app.post('/chat', ${chat});`, '(req, res, next) => next()'),
    'open',
  ],
  ['a limiter of Hono', hono(`app.use(rateLimiter({ limit: 10 }));`), 'limited'],
  ['a server of Hono without one', hono(''), 'open'],
  [
    'a function that may count',
    next('if (!(await quota(request))) return new Response("", { status: 429 });', quota('true')),
    'limited',
  ],
  ['a function that counts nothing', next('await quota(request);', quota('undefined')), 'open'],
  ['the answer of the provider, passed on', next('', quota('undefined')), 'open'],
  ['nothing before a function in Python', fastapi(''), 'open'],
];

test.each(cases)('%s', (_, files, expected) => {
  const { findings, problems } = analyseFiles(files);
  expect(problems).toEqual([]);
  const found = findings.filter(({ rule }) => rule === 'limits-no-rate-limit');
  expect(found.length > 0 ? 'open' : 'limited').toBe(expected);
});

test('one finding for an application, with its other routes', () => {
  const { findings } = analyseFiles(express(`app.post('/chat', ${chat}); app.post('/ask', ${chat});`));
  const found = findings.filter(({ rule }) => rule === 'limits-no-rate-limit');
  expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('and 1 other route')]);
  expect(found[0]?.related.map(({ message }) => message)).toEqual(['POST /ask runs a model, too']);
});
