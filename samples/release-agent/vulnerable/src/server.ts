import { query } from '@anthropic-ai/claude-agent-sdk';
import { Hono } from 'hono';

const app = new Hono();

app.post('/release', async (c) => {
  const { notes, style } = await c.req.json();
  const lines: string[] = [];
  for await (const message of query({
    prompt: notes,
    options: {
      systemPrompt: `You prepare releases. House style: ${style}`,
      permissionMode: 'bypassPermissions',
      allowDangerouslySkipPermissions: true,
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
    prompt: issue,
    options: {
      maxTurns: 10,
      canUseTool: async (_tool, input) => ({ behavior: 'allow', updatedInput: input }),
    },
  })) {
    if (message.type === 'result' && message.subtype === 'success') lines.push(message.result);
  }
  return c.text(lines.join('\n'));
});

export default app;
