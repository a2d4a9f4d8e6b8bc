const HEAD = `import { execFile, exec } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { generateText, stepCountIs, tool } from 'ai';
import { z } from 'zod';

interface Ticket { readonly id: string; readonly title: string; readonly owner: string | undefined }

const tickets = new Map<string, Ticket>();
`;

const TOOLS = [
  (at) => `
const findTicket${at} = tool({
  description: 'Find tickets by their title',
  inputSchema: z.object({ title: z.string().min(1), limit: z.number().int().max(50) }),
  execute: async ({ title, limit }) => {
    const found = [...tickets.values()].filter((ticket) => ticket.title.includes(title));
    return found.slice(0, limit).map(({ id, owner }) => ({ id, owner: owner ?? 'nobody' }));
  },
});
`,
  (at) => `
const readNote${at} = tool({
  description: 'Read a note of the desk',
  inputSchema: z.object({ name: z.enum(['opening', 'closing', 'returns']) }),
  execute: async ({ name }) => readFile(\`notes/\${name}.md\`, 'utf8'),
});
`,
  (at) => `
const serviceState${at} = tool({
  description: 'Show the state of a service',
  inputSchema: z.object({ service: z.string() }),
  execute: async ({ service }) => {
    if (!/^[a-z]+$/.test(service)) return 'unknown service';
    return new Promise<string>((resolve) => {
      execFile('systemctl', ['status', service], (error, output) => resolve(error?.message ?? output));
    });
  },
});
`,
  (at) => `
const fetchPage${at} = tool({
  description: 'Fetch a page of the handbook',
  inputSchema: z.object({ page: z.string() }),
  execute: async ({ page }) => {
    const response = await fetch(\`https://handbook.example.com/\${encodeURIComponent(page)}\`);
    return response.ok ? response.text() : \`HTTP \${response.status}\`;
  },
});
`,
];

const ask = (at) => `
export async function ask${at}(question: string, tone: string) {
  const history = [...tickets.keys()].slice(-${5 + (at % 7)});
  const { text, steps } = await generateText({
    model: 'openai/gpt-5',
    system: 'You answer questions of the desk. Be short and friendly.',
    prompt: \`Tone: \${tone}\\nTickets: \${history.join(', ')}\\n\\n\${question}\`,
    tools: { findTicket${at}, readNote${at}, serviceState${at}, fetchPage${at} },
    stopWhen: stepCountIs(8),
  });
  if (steps.length > 4) tickets.set(question, { id: question, title: text.slice(0, 80), owner: undefined });
  return text;
}
`;

const TAIL = `
export function restart(service: string) {
  exec(\`systemctl restart \${service}\`);
}

export const restartTool = tool({
  description: 'Restart a service',
  inputSchema: z.object({ service: z.string() }),
  execute: async ({ service }) => restart(service),
});
`;

/** An agent file of at least so many lines: groups of tools with the function that uses them. One tool has a finding. */
export function agentText(lines) {
  let text = HEAD;
  for (let at = 0; text.split('\n').length < lines - TAIL.split('\n').length; at++) {
    text += TOOLS.map((part) => part(at)).join('') + ask(at);
  }
  return text + TAIL;
}
