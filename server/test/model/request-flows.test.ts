import { describe, expect, it } from 'vitest';
import { frameworks } from './flow-frameworks.js';
import { type FlowCase, flowLines, flowProject, one } from './flow-project.js';

const cases: readonly FlowCase[] = [
  {
    name: 'request of a route handler, also through a wrapper that nobody knows',
    files: one(`
      import web from 'web'; import wrap from 'async-wrapper'; import { exec } from 'child_process';
      const app = web();
      app.post('/a', (req, res) => exec(req.body.command));
      app.get('/b', auth, wrap(async (req, res) => { const { q } = req.query; exec(q); }));
      app.get('/c', (req) => exec(req.path));
      function auth(req, res, next) { next(); }
    `),
    flows: ['shell: `req.body.command` → req.body.command', 'shell: `req.query.q` → q'],
  },
  {
    name: 'a handler that is passed by name from another file',
    files: {
      'routes.ts': `import { Router } from 'web'; import { run } from './run'; const router = Router(); router.post('/x', run);`,
      'run.ts': `import { exec } from 'child_process'; export function run(req, res) { exec(req.body.x); }`,
    },
    flows: ['shell: `req.body.x` → req.body.x'],
  },
  {
    name: 'callbacks inside callbacks',
    files: one(`
      import { socket } from 'web'; import { exec } from 'child_process';
      socket((connection) => { connection.on('message', (text) => exec(text)); });
    `),
    flows: ['shell: `text` (value from outside) → text'],
  },
  {
    name: 'a typed parameter',
    files: one(`
      import type { Context } from 'web'; import { exec } from 'child_process';
      export async function handle(c: Context) { const body = await c.json(); exec(body.x); }
    `),
    flows: ['shell: `c.json().x` → body.x'],
  },
  {
    name: 'route files by convention',
    files: {
      'src/app/api/route.ts': `
        import { exec } from 'child_process';
        export async function POST(request) { const { x } = await request.json(); exec(x); }
        export async function helper(request) { exec(request.url); }
      `,
      'src/lib/route.ts': `
        import { exec } from 'child_process';
        export async function POST(request) { exec(request.url); }
      `,
    },
    flows: ['shell: `request.json().x` → x'],
  },
  {
    name: 'methods that read from a request, and those that do not',
    files: {
      'app/route.ts': `
        import { exec } from 'child_process';
        export async function POST(req: Request) {
          const name = req.url.get('name'); exec('x ' + name);
          exec(req.url.inner.get('a')); exec(req.url.has('b')); exec(req.signal.get('c'));
          const form = await req.json(); exec(form.get('d').value);
        }
      `,
    },
    flows: [
      "shell: `req.url.get('name')` → 'x ' + name",
      "shell: `req.url.inner.get('a')` → req.url.inner.get('a')",
      "shell: `form.get('d').value` → form.get('d').value",
    ],
  },
  {
    name: 'a method of the default export',
    files: one(`
      import { exec } from 'child_process';
      export default { async fetch(request) { exec(request.url); }, async queue(batch) { exec(batch.url); } };
    `),
    flows: ['shell: `request.url` → request.url'],
  },
  {
    name: 'server actions by directive of the file or of the function',
    files: {
      'actions.ts': `'use server'; import { exec } from 'child_process';
        export async function run(name: string) { exec(name); }
        async function inner(name: string) { exec(name); }`,
      'page.tsx': `import { exec } from 'child_process';
        export function Page() { async function act(data) { 'use server'; exec(data.x); } return <form action={act} />; }`,
    },
    flows: [
      'shell: `name` (argument of a server action) → name',
      'shell: `data.x` (argument of a server action) → data.x',
    ],
  },
  {
    name: 'a decorated method',
    files: one(`
      import { Post } from 'routes'; import { exec } from 'child_process';
      export class Controller { @Post('x') run(dto) { exec(dto.x); } other(dto) { exec(dto.x); } }
    `),
    flows: ['shell: `dto.x` (argument of a route) → dto.x'],
  },
];

describe('flows from requests', () => {
  it.each(cases)('$name', ({ files, flows }) => {
    expect(flowLines(flowProject(files, frameworks))).toEqual(flows);
  });
});
