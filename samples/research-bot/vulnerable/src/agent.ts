import { ChatOpenAI } from '@langchain/openai';
import { createAgent, tool } from 'langchain';
import { z } from 'zod';
import { findFiles } from './company-files.js';
import { sendReport } from './mail.js';

const calculate = tool(async ({ expression }) => String(eval(expression)), {
  name: 'calculate',
  description: 'Evaluate an arithmetic expression',
  schema: z.object({ expression: z.string() }),
});

const mailReport = tool(
  async ({ to, body }) => {
    await sendReport(to, body);
    return 'sent';
  },
  {
    name: 'send_report',
    description: 'Send the report by mail',
    schema: z.object({ to: z.string().email(), body: z.string() }),
  },
);

export const agent = createAgent({
  model: new ChatOpenAI({ model: 'gpt-5', apiKey: process.env.OPENAI_API_KEY }),
  tools: [calculate, findFiles, mailReport],
  systemPrompt: 'You research companies and send reports.',
});
