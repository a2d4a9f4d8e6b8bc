import { catalogue } from '@leashlint/rules';
import { describe, expect, test } from 'vitest';
import { agentProject, only } from './agent-project.js';

const HEAD = `import { tool } from '@openai/agents'; import { z } from 'zod'; import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'; import { tmpdir } from 'node:os'; import { join } from 'node:path';
import { exec } from 'node:child_process'; import { Pool } from 'pg'; import { PrismaClient } from '@prisma/client'; import nodemailer from 'nodemailer';
const pool = new Pool(); const prisma = new PrismaClient(); const mail = nodemailer.createTransport({});
function request(path, init = {}) { return fetch('https://api.acme.com' + path, { method: init.method ?? 'GET' }); }
function query(text, values) { return pool.query(text, values); }
export const other = (id) => { request(id, { method: 'DELETE' }); query('DELETE FROM x WHERE id = $1', [id]); };\n`;

function detailsOf(body: string): readonly string[] {
  const parameters = 'z.object({ id: z.string(), text: z.string() })';
  const { app } = agentProject(
    `${HEAD} export const t = tool({ name: 't', description: 'd', parameters: ${parameters}, execute: async ({ id, text }) => { ${body} } });`,
    {},
    catalogue,
  );
  const { effects, exposures } = only(app.tools);
  return [
    ...effects.map(({ kind, change, chosenBy }) => `${kind} ${change} ${chosenBy}`),
    ...exposures.map(({ part }) => part),
  ];
}

describe('what effects change, who chooses what they reach, and what that exposes', () => {
  test.each<[string, string, readonly string[]]>([
    ['a file that the model names', 'await writeFile(id, text);', ['fs-write overwrites model']],
    ['a file of the program', "await writeFile('/var/cache/x', text);", ['fs-write unknown code']],
    ['a temporary file', 'await writeFile(join(tmpdir(), id), text);', ['fs-write none model']],
    ['a log', "await appendFile('/var/log/x', text);", ['fs-write unknown code']],
    ['removal', 'await rm(`/srv/${id}`);', ['fs-delete removes model']],
    [
      'what failed work has left',
      'try { await writeFile(`/srv/${id}`, text); } catch (error) { await rm(`/srv/${id}`); throw error; }',
      ['fs-write overwrites model', 'fs-delete none model'],
    ],
    ['housekeeping', "await rm('/var/lock/x');", ['fs-delete unknown code']],
    ['a file that the model reads', 'return readFile(id);', ['fs-read unknown model', 'private-read']],
    ['a template of the program', "return readFile('/app/template.md');", ['fs-read unknown code']],
    ['rows', "await pool.query('DELETE FROM x WHERE id = $1', [id]);", ['sql removes code']],
    ['a question', "return pool.query('SELECT * FROM x WHERE id = $1', [id]);", ['sql none code', 'private-read']],
    ['a record', 'await prisma.order.update({ where: { id }, data: { text } });', ['db-write overwrites unknown']],
    ['a new record', 'await prisma.order.create({ data: { text } });', ['db-write adds unknown']],
    ['a fixed host', 'return fetch(`https://api.acme.com/${id}`);', ['http unknown unknown']],
    ['a method', "await fetch('https://api.acme.com/' + id, { method: 'DELETE' });", ['http removes unknown']],
    ['any host', 'return fetch(id);', ['http unknown model', 'untrusted-in', 'egress']],
    ['any command', 'exec(text);', ['exec removes model']],
    ['a fixed command', "exec('git status');", ['exec unknown code']],
    ['a method of a shared helper', "await request('/x/' + id, { method: 'DELETE' }); ", ['http removes unknown']],
    ["a shared helper's default method", 'return request(`/x/${id}`);', ['http none unknown']],
    ['a statement of a shared helper', "return query('SELECT 1', [id]); ", ['sql none code', 'private-read']],
    ['any recipient', 'await mail.sendMail({ to: id, text });', ['mail adds model', 'egress']],
    ['a fixed recipient', "await mail.sendMail({ to: 'team@acme.com', text });", ['mail adds code']],
  ])('%s', (_, body, expected) => {
    expect(detailsOf(body)).toEqual(expected);
  });
});
