'use client';

import { marked } from 'marked';
import OpenAI from 'openai';
import { useState } from 'react';

const client = new OpenAI({ apiKey: process.env.NEXT_PUBLIC_OPENAI_API_KEY, dangerouslyAllowBrowser: true });

export function SummaryPage({ notes }: { notes: string }) {
  const [html, setHtml] = useState('');

  async function summarise() {
    const reply = await client.responses.create({ model: 'gpt-5', input: notes });
    setHtml(await marked.parse(reply.output_text));
  }

  return (
    <section>
      <button onClick={summarise}>Summarise</button>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
