import { describe, expect, it } from 'vitest';
import { frameworks } from './flow-frameworks.js';
import { type FlowCase, flowLines, flowProject, one } from './flow-project.js';

const cases: readonly FlowCase[] = [
  {
    name: 'objects that tell a model about a function',
    files: one(`
      import { exec } from 'child_process'; import { z } from 'zod';
      const schema = { type: 'object', properties: { command: { type: 'string' }, mode: { enum: ['a', 'b'] } } };
      export const sh = { name: 'sh', description: 'Run', parameters: schema, handler: ({ command, mode }) => { exec(command); exec(mode); } };
      export const ask = { name: 'ask', description: \`Ask\`, inputSchema: z.object({ text: z.string() }), async execute(args) { exec(args.text); } };
      export const nested = { type: 'function', function: { name: 'n', description: 'N', parameters: schema }, run: (input) => exec(input.command) };
    `),
    flows: [
      'shell: argument `command` of tool `sh` → command',
      'shell: argument `text` of tool `ask` → args.text',
      'shell: argument `command` of tool `n` → input.command',
    ],
  },
  {
    name: 'what a program prints',
    files: one(`
      import { tool } from 'sdk'; import { exec } from 'child_process';
      tool({ name: 'run', execute: async ({ dir }) => exec(exec('ls ' + dir)) });
    `),
    flows: ["shell: argument `dir` of tool `run` → 'ls ' + dir"],
  },
  {
    name: 'objects that tell people about a function',
    files: one(`
      import { exec } from 'child_process';
      export const ls = { name: 'ls', description: 'List', options: [], execute: (folder) => exec(folder) };
      export const route = { name: 'r', description: 'R', parameters: [{ in: 'query' }], handler: (request) => exec(request.query) };
      export const bare = { name: 'b', parameters: { type: 'object', properties: {} }, handler: (input) => exec(input.x) };
    `),
    flows: [],
  },
  {
    name: 'a text of a request that another function trims comes from the request',
    files: one(`
      import { Router } from 'web';
      function load(address) { return fetch(address.trim().replace(/x$/, '')); }
      Router().post('/', (req, res) => load(req.body.address));
    `),
    flows: ["url: `req.body.address` → address.trim().replace(/x$/, '')"],
  },
  {
    name: 'tool input in a command',
    files: one(`
      import { tool } from 'sdk'; import { execSync } from 'node:child_process'; import { z } from 'zod';
      tool({ name: 'run', schema: z.object({ command: z.string() }), execute: ({ command }) => execSync(\`ls \${command}\`) });
    `),
    flows: ['shell: argument `command` of tool `run` → `ls ${command}`'],
  },
  {
    name: 'a field that the schema constrains is clean, others are not',
    files: one(`
      import { tool } from 'sdk'; import { exec } from 'child_process'; import { z } from 'zod';
      tool({
        name: 'run',
        schema: z.object({ mode: z.enum(['a', 'b']), id: z.number(), dir: z.string() }),
        execute: async (input) => { exec(input.mode); exec('x ' + input.id); exec(input.dir); },
      });
    `),
    flows: ['shell: argument `dir` of tool `run` → input.dir'],
  },
  {
    name: 'the whole input of a tool without a readable schema',
    files: one(`
      import { tool } from 'sdk'; import { exec } from 'child_process'; import { schema } from './elsewhere';
      tool({ name: 'run', schema, execute: async (input) => exec(JSON.stringify(input)) });
    `),
    flows: ['shell: input of tool `run` → JSON.stringify(input)'],
  },
  {
    name: 'wrapper of the project in another file',
    files: {
      'tool.ts': `
        import { tool } from 'sdk'; import { sh } from './shell';
        tool({ name: 'run', execute: async ({ command }) => sh(command) });
      `,
      'shell.ts': `
        import { exec } from 'child_process'; import { promisify } from 'util';
        const run = promisify(exec);
        export const sh = (line: string) => run(line);
      `,
    },
    flows: ['shell: argument `command` of tool `run` → line'],
  },
  {
    name: 'arguments without a shell are another kind of sink',
    files: one(`
      import { tool } from 'sdk'; import { spawn } from 'child_process';
      tool({ name: 'run', execute: async ({ arg }) => spawn('git', ['log', arg]) });
    `),
    flows: ["process-arguments: argument `arg` of tool `run` → ['log', arg]"],
  },
  {
    name: 'a shell by option',
    files: one(`
      import { tool } from 'sdk'; import { spawn } from 'child_process';
      tool({ name: 'run', execute: async ({ command }) => spawn(command, [], { shell: true }) });
    `),
    flows: ['shell: argument `command` of tool `run` → command'],
  },
  {
    name: 'a shell by program, with its flag',
    files: one(`
      import { tool } from 'sdk'; import { spawn } from 'child_process';
      tool({ name: 'run', execute: async ({ command, file }) => { spawn('bash', ['-c', command]); spawn('bash', [file]); } });
    `),
    flows: [
      'shell: argument `command` of tool `run` → command',
      'process-arguments: argument `file` of tool `run` → [file]',
    ],
  },
  {
    name: 'model output, and what is no output',
    files: one(`
      import { ask } from 'sdk'; import { exec } from 'child_process';
      const result = await ask({ prompt: 'hello' });
      exec(result.text); exec(result.usage);
    `),
    flows: ['shell: output of ask → result.text'],
  },
  {
    name: 'model output in a callback of the call',
    files: one(`
      import { ask } from 'sdk'; import { exec } from 'child_process';
      await ask({ prompt: 'hello', onFinish: ({ text, usage }) => { exec(text); exec(usage); } });
    `),
    flows: ['shell: output of ask → text'],
  },
  {
    name: 'raw HTML by attribute, by write to the document and to an unknown element',
    files: {
      'a.tsx': `
        import { ask } from 'sdk';
        export async function View(props: { element: HTMLElement }) {
          const { text } = await ask({ prompt: 'x' });
          document.body.innerHTML = text;
          props.element.innerHTML = text;
          props.element.title = text;
          const record = { innerHTML: '' };
          record.innerHTML = text;
          return <div dangerouslySetInnerHTML={{ __html: text }}>{text}</div>;
        }
      `,
    },
    flows: ['html: output of ask → text', 'html: output of ask → text', 'html: output of ask → text'],
  },
  {
    name: 'untrusted text in the system prompt, not in the user prompt of the same call only',
    files: one(`
      import web from 'web'; import { ask } from 'sdk';
      web().post('/', async (req) => {
        await ask({ system: \`You are \${req.body.persona}.\`, prompt: req.body.question });
      });
    `),
    flows: [
      'prompt-system: `req.body.persona` → `You are ${req.body.persona}.`',
      'prompt-user: `req.body.question` → req.body.question',
    ],
  },
  {
    name: 'messages: whole lists and roles from the client, texts of a fixed role',
    files: one(`
      import web from 'web'; import { ask } from 'sdk';
      web().post('/a', async (req) => { await ask({ messages: req.body.messages }); });
      web().post('/b', async (req) => {
        await ask({ messages: [{ role: 'system', content: 'Rules' }, { role: 'user', content: req.body.text }] });
      });
      web().post('/c', async (req) => { await ask({ messages: [{ role: req.body.role, content: 'x' }] }); });
      web().post('/d', async (req) => { await ask({ messages: [{ role: 'system', content: 'x' }, ...req.body.history] }); });
    `),
    flows: [
      'prompt-messages: `req.body.messages` → req.body.messages',
      'prompt-user: `req.body.text` → req.body.text',
      'prompt-role: `req.body.role` → req.body.role',
      'prompt-messages: `req.body.history` → ...req.body.history',
    ],
  },
  {
    name: 'messages that are made from a history: a role of the client or a fixed one',
    files: one(`
      import web from 'web'; import { ask } from 'sdk';
      web().post('/a', async (req) => {
        await ask({ messages: req.body.history.map((m) => ({ role: m.role, content: m.content })) });
      });
      web().post('/b', async (req) => {
        await ask({ messages: req.body.history.map((m) => ({ role: m.mine ? 'user' : 'assistant', content: m.content })) });
      });
    `),
    flows: ['prompt-role: `req.body.history` → m.role', 'prompt-user: `req.body.history` → m.content'],
  },
  {
    name: 'logs matter for what is private',
    files: one(`
      import { ask } from 'sdk';
      console.log(process.env.API_KEY, process.env.PORT, process.argv, await ask({ prompt: 'x' }).text);
    `),
    flows: ['log: `process.env.API_KEY` → process.env.API_KEY', "log: output of ask → await ask({ prompt: 'x' }).text"],
  },
  {
    name: 'sanitizers for all sinks and for some',
    files: one(`
      import { tool } from 'sdk'; import { exec } from 'child_process';
      tool({ name: 't', execute: async ({ a, b }) => {
        exec('x ' + Number(a));
        fetch('https://x.test/' + encodeURIComponent(b));
        exec(encodeURIComponent(b));
      } });
    `),
    flows: ['shell: argument `b` of tool `t` → encodeURIComponent(b)'],
  },
  {
    name: 'a schema that checks a request, field by field',
    files: one(`
      import web from 'web'; import { z } from 'zod'; import { exec } from 'child_process';
      const Body = z.object({ mode: z.enum(['a', 'b']), text: z.string() });
      web().post('/', (req) => {
        const body = Body.parse(req.body); exec(body.mode); exec(body.text);
        const checked = Body.safeParse(req.body); if (checked.success) { exec(checked.data.mode); }
        exec(z.enum(['x']).parse(req.query.x));
      });
    `),
    flows: ['shell: `req.body.text` → body.text'],
  },
  {
    name: 'only what decides the host matters for a request',
    files: one(`
      import { tool } from 'sdk';
      const BASE = 'https://api.test/v1'; const base = process.env.BASE; const root = 'https://';
      tool({ name: 't', execute: async ({ id, host, path, url }) => {
        fetch(\`https://api.test/items/\${id}\`); fetch(BASE + '?q=' + id); fetch(\`\${base}/items/\${id}\`); fetch('/items/' + id);
        fetch(\`\${base}\${route(id)}\`);
        fetch(\`https://\${host}/items\`);
        fetch('https://api.test' + path);
        fetch(\`\${root}\${host}/\${id}\`);
        fetch(url + '/items');
      } });
      function route(id) { return '/items/' + id; }
    `),
    flows: [
      'url: argument `host` of tool `t` → `https://${host}/items`',
      "url: argument `path` of tool `t` → 'https://api.test' + path",
      'url: argument `host` of tool `t` → `${root}${host}/${id}`',
      "url: argument `url` of tool `t` → url + '/items'",
    ],
  },
  {
    name: 'a filter of characters, by what it lets through',
    files: one(`
      import { tool } from 'sdk'; import { exec } from 'child_process'; import { readFile } from 'fs/promises';
      const WORD = /[^\\w-]/g;
      tool({ name: 't', execute: async ({ a, b, c, d }) => {
        exec('x ' + a.replace(/[^a-z0-9]/gi, ''));
        readFile('/data/' + a.replace(WORD, '_'));
        exec('x ' + b.replace(/[^a-z0-9;]/gi, ''));
        readFile('/data/' + c.replace(/[^a-z0-9./]/g, ''));
        exec('x ' + d.replace(/[^a-z]/, ''));
      } });
    `),
    flows: [
      "shell: argument `b` of tool `t` → 'x ' + b.replace(/[^a-z0-9;]/gi, '')",
      "path: argument `c` of tool `t` → '/data/' + c.replace(/[^a-z0-9./]/g, '')",
      "shell: argument `d` of tool `t` → 'x ' + d.replace(/[^a-z]/, '')",
    ],
  },
  {
    name: 'a list that grows by spreading itself',
    files: one(`
      import web from 'web'; import { ask } from 'sdk';
      web().post('/', async (req) => {
        let list = [];
        for (const item of req.body.items) list = [...list, item];
        for (const entry of list) await ask({ system: entry });
      });
    `),
    flows: ['prompt-system: `req.body.items` → entry'],
  },
  {
    name: 'low-level dispatch knows the tool by its tested name',
    files: one(`
      import { serve } from 'sdk'; import { exec } from 'child_process'; import { readFile } from 'fs/promises';
      serve({
        tools: [{ name: 'run' }, { name: 'read' }],
        handler: async (request) => {
          if (request.params.name === 'run') { exec(request.params.arguments.command); }
          switch (request.params.name) { case 'read': return readFile(request.params.arguments.path); }
          exec(request.params._meta);
        },
      });
    `),
    flows: [
      'shell: argument `command` of tool `run` → request.params.arguments.command',
      'path: argument `path` of tool `read` → request.params.arguments.path',
    ],
  },
];

describe('flows', () => {
  it.each(cases)('$name', ({ files, flows }) => {
    expect(flowLines(flowProject(files, frameworks))).toEqual(flows);
  });

  it('names the tool, the call and the argument', () => {
    const { flows } = flowProject(
      one(`
        import { tool } from 'sdk'; import { exec } from 'child_process';
        tool({ name: 'run', execute: async ({ dir }) => { await exec(\`ls \${dir}\`); } });
      `),
      frameworks,
    );
    expect(flows).toMatchObject([
      {
        source: { kind: 'tool-input', tool: { name: 'run' } },
        sink: {
          kind: 'shell',
          label: 'child_process.exec',
          effect: 'exec',
          argument: { index: 0 },
          call: { awaited: true },
        },
        evidence: 'proven',
        partial: true,
      },
    ]);
  });
});
