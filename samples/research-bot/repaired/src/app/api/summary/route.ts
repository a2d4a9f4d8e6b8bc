import OpenAI from 'openai';
import { z } from 'zod';

const client = new OpenAI();

const Body = z.object({ notes: z.string().max(20_000) });

export async function POST(request: Request) {
  const { notes } = Body.parse(await request.json());
  const reply = await client.responses.create({ model: 'gpt-5', input: notes, max_output_tokens: 2000 });
  return Response.json({ text: reply.output_text });
}
