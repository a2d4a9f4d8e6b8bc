import { describe, expect, it } from 'vitest';
import { capabilitiesOf } from '../../src/model/effects/effects.js';
import { frameworks } from './flow-frameworks.js';
import type { Files } from './flow-project.js';
import { flowProject } from './flow-project.js';

const cases: readonly [name: string, files: Files, effects: Readonly<Record<string, readonly string[]>>][] = [
  [
    'calls of the handler itself',
    {
      'a.ts': `import { tool } from 'sdk'; import { rm } from 'fs/promises'; tool({ name: 't', execute: () => rm('/x') });`,
    },
    { t: ['fs-delete! rm'] },
  ],
  [
    'through functions and files',
    {
      'a.ts': `import { tool } from 'sdk'; import { refund } from './billing'; tool({ name: 't', execute: async () => { await refund(1); } });`,
      'billing.ts': `import Pay from 'pay'; const client = new Pay('k');
        export async function refund(id) { return issue(id); }
        function issue(id) { return client.refunds.create({ id }); }
        export function unused() { return client.refunds.create({}); }`,
    },
    { t: ['pay! calls `refund` > calls `issue` > refunds.create'] },
  ],
  [
    'callbacks that are written in place, not handlers that are built for later',
    {
      'a.ts': `import { tool } from 'sdk'; import { rm } from 'fs/promises'; import { exec } from 'child_process';
        tool({ name: 't', execute: async (paths) => { await Promise.all(paths.list.map((p) => rm(p))); const later = { run: () => exec('x') }; return later; } });`,
    },
    { t: ['fs-delete! rm'] },
  ],
  [
    'of the callbacks of a shared function, those that the tool brings along',
    {
      'a.ts': `import { tool } from 'sdk'; import { read, remove } from './files'; tool({ name: 'reads', execute: () => read() }); tool({ name: 'removes', execute: () => remove() });`,
      'steps.ts': `import { readFile, rm } from 'fs/promises';
        export const load = () => readFile('a'); export const drop = () => rm('a');`,
      'files.ts': `import { drop, load } from './steps';
        function locked(fn) { return within({ fn }); }
        function within(options) { return options.fn(); }
        export function read() { return locked(load); }
        export function remove() { return locked(drop); }`,
    },
    {
      reads: ['fs-read calls `read` > calls `locked` > calls `within` > calls `load` > readFile'],
      removes: ['fs-delete! calls `remove` > calls `locked` > calls `within` > calls `drop` > rm'],
    },
  ],
  [
    'sinks with an effect, once per call',
    {
      'a.ts': `import { tool } from 'sdk'; import { readFile } from 'fs/promises'; tool({ name: 't', execute: () => { readFile('a'); fetch('https://x.test'); } });`,
    },
    { t: ['fs-read readFile', 'http fetch'] },
  ],
  [
    'recursion ends',
    {
      'a.ts': `import { tool } from 'sdk'; import { rm } from 'fs/promises'; function walk(d) { if (d) walk(d.next); rm(d); } tool({ name: 't', execute: walk });`,
    },
    { t: ['fs-delete! rm'] },
  ],
  [
    'low-level dispatch: the branch of the tool, and what all tools share',
    {
      'a.ts': `import { serve } from 'sdk'; import { exec } from 'child_process'; import { rm, readFile } from 'fs/promises';
        serve({ tools: [{ name: 'run' }, { name: 'clean' }], handler: async ({ params }) => {
          await readFile('/config');
          if (params.name === 'run') { exec('x'); } else if (params.name === 'clean') { await rm('/x'); }
        } });`,
    },
    { run: ['fs-read readFile', 'exec! exec'], clean: ['fs-read readFile', 'fs-delete! rm'] },
  ],
  [
    'low-level dispatch in a function of its own: other tests of texts there are about something else',
    {
      'a.ts': `import { serve } from 'sdk'; import { handle } from './handle.js';
        serve({ tools: [{ name: 'run' }, { name: 'clean' }], handler: async (request) => handle(request) });`,
      'handle.ts': `import { exec } from 'child_process'; import { rm, readFile } from 'fs/promises';
        export async function handle(request) {
          const { name, arguments: args } = request.params;
          if (args.mode === 'fast') { await readFile('/config'); }
          switch (name) { case 'run': exec('x'); break; case 'clean': await rm('/x'); break; }
        }`,
    },
    {
      run: ['fs-read calls `handle` > readFile', 'exec! calls `handle` > exec'],
      clean: ['fs-read calls `handle` > readFile', 'fs-delete! calls `handle` > rm'],
    },
  ],
];

describe('effectsOf', () => {
  it.each(cases)('%s', (_, files, expected) => {
    const { effects } = flowProject(files, frameworks);
    const shown = [...effects].map(([tool, list]) => [
      tool,
      list.map(({ kind, highImpact, callee, path }) => {
        const name = callee
          .split('.')
          .slice(callee.includes('refunds') ? -2 : -1)
          .join('.');
        return `${kind}${highImpact ? '!' : ''} ${[...path.map(({ message }) => message), name].join(' > ')}`;
      }),
    ]);
    expect(Object.fromEntries(shown)).toEqual(expected);
  });

  it('classes effects by capability', () => {
    const { effects } = flowProject(
      {
        'a.ts': `import { tool } from 'sdk'; import { exec } from 'child_process'; tool({ name: 't', execute: () => { exec('x'); fetch('y'); } });`,
      },
      frameworks,
    );
    expect(capabilitiesOf(effects.get('t') ?? [])).toEqual(['exec', 'egress', 'untrusted-in']);
  });
});
