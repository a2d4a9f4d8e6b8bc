const Anthropic = require('@anthropic-ai/sdk');
const express = require('express');
const { runQuery } = require('./database');

const client = new Anthropic({ apiKey: 'sk-ant-api03-Hq2vN8xT5bR1mK7wZ4cJ9gL3fD6sA0pYeU2iO8nB5vC1xM7kW4rT9hQ3jZ6lG0dSaPfEyUiXoNbMtRqVw-KjHgTAAA' });
const app = express();
app.use(express.json());

const tools = [
  {
    name: 'query_sales',
    description: 'Run a SQL query on the sales database',
    input_schema: { type: 'object', properties: { sql: { type: 'string' } }, required: ['sql'] },
  },
  { type: 'web_fetch_20250910', name: 'web_fetch' },
];

app.post('/report', async (req, res) => {
  const messages = [{ role: 'user', content: req.body.topic }];
  while (true) {
    const reply = await client.messages.create({
      model: 'claude-sonnet-4-5',
      max_tokens: 2000,
      system: 'You write sales reports for ' + req.body.department + '.',
      messages,
      tools,
    });
    messages.push({ role: 'assistant', content: reply.content });
    const call = reply.content.find((block) => block.type === 'tool_use');
    if (!call) break;
    const rows = await runQuery(call.input.sql);
    messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: JSON.stringify(rows) }] });
  }
  res.json(messages.at(-1));
});

app.listen(3000);
