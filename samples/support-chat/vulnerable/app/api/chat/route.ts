import { createOpenAI } from '@ai-sdk/openai';
import { generateText, isLoopFinished, tool } from 'ai';
import { z } from 'zod';
import { refundCharge } from '../../../src/billing';
import { findOrder } from '../../../src/orders';
import { customerOf } from '../../../src/session';

const openai = createOpenAI({ apiKey: 'sk-proj-qN7rT2vX9bL4mK8wZ3cJ5hG6fD1sA0pY' });

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
  const { question, tone } = await request.json();
  const { text } = await generateText({
    model: openai('gpt-5'),
    system: `You are the support agent of a web shop. Answer in a ${tone} tone.`,
    prompt: question,
    tools: { lookUpOrder, refundOrder },
    maxOutputTokens: 800,
    stopWhen: isLoopFinished(),
    telemetry: { recordInputs: true, recordOutputs: false },
  });
  return Response.json({ text });
}
