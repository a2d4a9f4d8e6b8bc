import { query } from '@anthropic-ai/claude-agent-sdk';
import { type Context, Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';

const app = new Hono();
app.use(rateLimiter({ windowMs: 60_000, limit: 20, keyGenerator: (c: Context) => c.req.header('x-forwarded-for') ?? '' }));

const READ_ONLY = new Set(['Read', 'Grep', 'Glob']);

app.post('/release', async (c) => {
  const { notes } = await c.req.json();
  const lines: string[] = [];
  for await (const message of query({
    prompt: String(notes).slice(0, 20_000),
    options: {
      systemPrompt: 'You prepare releases.',
      permissionMode: 'default',
      allowedTools: ['Read', 'Grep'],
      maxTurns: 20,
      maxBudgetUsd: 2,
    },
  })) {
    if (message.type === 'result' && message.subtype === 'success') lines.push(message.result);
  }
  return c.text(lines.join('\n'));
});

app.post('/triage', async (c) => {
  const { issue } = await c.req.json();
  const lines: string[] = [];
  for await (const message of query({
    prompt: String(issue).slice(0, 20_000),
    options: {
      maxTurns: 10,
      canUseTool: async (tool, input) =>
        READ_ONLY.has(tool)
          ? { behavior: 'allow', updatedInput: input }
          : { behavior: 'deny', message: 'Triage may only read.' },
    },
  })) {
    if (message.type === 'result' && message.subtype === 'success') lines.push(message.result);
  }
  return c.text(lines.join('\n'));
});

export default app;
