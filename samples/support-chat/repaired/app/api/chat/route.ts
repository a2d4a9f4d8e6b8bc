import { createOpenAI } from '@ai-sdk/openai';
import { generateText, isStepCount, tool } from 'ai';
import { z } from 'zod';
import { refundCharge } from '../../../src/billing';
import { findOrder } from '../../../src/orders';
import { customerOf } from '../../../src/session';

const openai = createOpenAI({ apiKey: process.env.OPENAI_API_KEY });

const TONES = { friendly: 'Be warm and brief.', formal: 'Be formal and precise.' };

const Body = z.object({ question: z.string().max(2000), tone: z.enum(['friendly', 'formal']) });

const lookUpOrder = tool({
  description: 'Look up the status of an order',
  inputSchema: z.object({ orderId: z.string() }),
  execute: async ({ orderId }) => (await findOrder(orderId))?.status ?? 'unknown',
});

const refundOrder = tool({
  description: 'Refund an order to the customer',
  inputSchema: z.object({ orderId: z.string(), cents: z.number().int().positive() }),
  execute: async ({ orderId, cents }) => {
    const order = await findOrder(orderId);
    return order === undefined ? 'no such order' : refundCharge(order.chargeId, cents);
  },
});

export async function POST(request: Request) {
  if (customerOf(request) === undefined) return new Response('Please sign in.', { status: 401 });
  const { question, tone } = Body.parse(await request.json());
  const { content, text } = await generateText({
    model: openai('gpt-5-2025-08-07'),
    system: `You are the support agent of a web shop. ${TONES[tone]}`,
    prompt: question,
    tools: { lookUpOrder, refundOrder },
    toolApproval: { refundOrder: 'user-approval' },
    maxOutputTokens: 800,
    stopWhen: isStepCount(8),
    telemetry: { recordInputs: false, recordOutputs: false },
  });
  // The shop's staff answer these; a refund runs when one of them agrees.
  const approvals = content.filter((part) => part.type === 'tool-approval-request');
  return Response.json({ text, approvals });
}
