import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const root = path.resolve(process.env.NOTES_DIR ?? './notes');
const allowedHosts = new Set(['docs.example.com', 'wiki.example.com']);
const server = new McpServer({ name: 'notes', version: '1.0.0' });

/** The path of a note; throws for names that lead out of the notes folder. */
function noteFile(name: string): string {
  const file = path.resolve(root, name);
  if (!file.startsWith(root + path.sep)) throw new Error('outside the notes folder');
  return file;
}

server.registerTool(
  'read_note',
  { description: 'Read one note', inputSchema: { name: z.string() } },
  async ({ name }) => {
    const text = await readFile(noteFile(name), 'utf8');
    return { content: [{ type: 'text', text }] };
  },
);

server.registerTool(
  'search_notes',
  { description: 'Search all notes for a word', inputSchema: { word: z.string().regex(/^\w{2,40}$/) } },
  async ({ word }) => {
    const text = execFileSync('grep', ['-rn', '-e', word, root]).toString();
    return { content: [{ type: 'text', text }] };
  },
);

server.registerTool(
  'import_page',
  { description: 'Fetch a web page to keep it as a note', inputSchema: { url: z.string().url() } },
  async ({ url }) => {
    if (!allowedHosts.has(new URL(url).hostname)) throw new Error('this host is not allowed');
    const page = await fetch(url, { redirect: 'error' });
    return { content: [{ type: 'text', text: await page.text() }] };
  },
);

await server.connect(new StdioServerTransport());
