'use client';

import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useState } from 'react';

export function SummaryPage({ notes }: { notes: string }) {
  const [html, setHtml] = useState('');

  async function summarise() {
    const reply = await fetch('/api/summary', { method: 'POST', body: JSON.stringify({ notes }) });
    const { text } = await reply.json();
    setHtml(DOMPurify.sanitize(await marked.parse(text)));
  }

  return (
    <section>
      <button onClick={summarise}>Summarise</button>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
