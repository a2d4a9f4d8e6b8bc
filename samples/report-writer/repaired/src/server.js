const Anthropic = require('@anthropic-ai/sdk');
const express = require('express');
const { rateLimit } = require('express-rate-limit');
const { salesByRegion } = require('./database');

const client = new Anthropic();
const app = express();
app.use(express.json());
app.use(rateLimit({ windowMs: 60_000, limit: 20 }));

const DEPARTMENTS = new Set(['sales', 'marketing', 'finance']);
const MAX_TURNS = 8;

const tools = [
  {
    name: 'sales_by_region',
    description: 'Sales of one region, by month',
    input_schema: { type: 'object', properties: { region: { type: 'string' } }, required: ['region'] },
  },
  { type: 'web_fetch_20250910', name: 'web_fetch', allowed_domains: ['stats.example.com'], max_uses: 5 },
];

app.post('/report', async (req, res) => {
  const department = req.body.department;
  if (!DEPARTMENTS.has(department)) return res.status(400).end();
  const messages = [{ role: 'user', content: String(req.body.topic).slice(0, 500) }];
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const reply = await client.messages.create({
      model: 'claude-sonnet-4-5-20250929',
      max_tokens: 2000,
      system: 'You write sales reports for ' + department + '.',
      messages,
      tools,
    });
    messages.push({ role: 'assistant', content: reply.content });
    const call = reply.content.find((block) => block.type === 'tool_use');
    if (!call) break;
    const rows = await salesByRegion(call.input.region);
    messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: JSON.stringify(rows) }] });
  }
  res.json(messages.at(-1));
});

app.listen(3000);
