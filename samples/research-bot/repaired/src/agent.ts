import { ChatOpenAI } from '@langchain/openai';
import { createAgent, humanInTheLoopMiddleware, tool } from 'langchain';
import { z } from 'zod';
import { findFiles } from './company-files.js';
import { sendReport } from './mail.js';

const OPERATIONS = {
  add: (a: number, b: number) => a + b,
  multiply: (a: number, b: number) => a * b,
};

const calculate = tool(async ({ operation, a, b }) => String(OPERATIONS[operation](a, b)), {
  name: 'calculate',
  description: 'Add or multiply two numbers',
  schema: z.object({ operation: z.enum(['add', 'multiply']), a: z.number(), b: z.number() }),
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
  model: new ChatOpenAI({ model: 'gpt-5-2025-08-07', apiKey: process.env.OPENAI_API_KEY }),
  tools: [calculate, findFiles, mailReport],
  middleware: [humanInTheLoopMiddleware({ interruptOn: { send_report: true } })],
  systemPrompt: 'You research companies and send reports.',
});
