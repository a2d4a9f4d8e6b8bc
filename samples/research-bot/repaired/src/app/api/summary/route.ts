import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import OpenAI from 'openai';
import { z } from 'zod';

const client = new OpenAI();
const limits = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(20, '1 m') });

const Body = z.object({ notes: z.string().max(20_000) });

export async function POST(request: Request) {
  const { success } = await limits.limit(request.headers.get('x-forwarded-for') ?? '');
  if (!success) return new Response('Too many requests.', { status: 429 });
  const { notes } = Body.parse(await request.json());
  const reply = await client.responses.create({ model: 'gpt-5-2025-08-07', input: notes, max_output_tokens: 2000 });
  return Response.json({ text: reply.output_text });
}
