import type { Framework } from '@leashlint/rules';

const javascript = { title: 'Test', language: 'javascript', ai: false, checkedAgainst: {} } as const;
const all = 'Argument[0..]';

/** A small catalogue: enough of each kind of row, so that the tests do not change with the real one. */
export const frameworks: readonly Framework[] = [
  {
    ...javascript,
    id: 'sdk',
    modules: ['sdk'],
    calls: [
      {
        call: 'Member[ask]',
        slots: [{ role: 'system', at: 'Argument[0].Member[system]' }],
        outputs: ['ReturnValue.Member[text]', 'Argument[0].Member[onFinish].Parameter[0].Member[text]'],
      },
    ],
  },
  {
    ...javascript,
    id: 'process',
    modules: ['child_process'],
    sinks: [
      { kind: 'shell', call: 'Member[exec,execSync]', at: 'Argument[0]', effect: 'exec' },
      { kind: 'process-arguments', call: 'Member[spawn,execFile]', at: 'Argument[1]', effect: 'exec' },
      {
        kind: 'shell',
        call: 'Member[spawn]',
        at: 'Argument[0..1]',
        when: { at: 'Argument[2].Member[shell]', values: [true] },
      },
      {
        kind: 'shell',
        call: 'Member[spawn]',
        at: 'Argument[1].ArrayElement',
        when: { at: 'Argument[0]', values: ['sh', 'bash'] },
        also: { at: 'Argument[1].ArrayElement', values: ['-c'] },
      },
    ],
  },
  {
    ...javascript,
    id: 'files',
    modules: ['fs', 'fs/promises'],
    sinks: [{ kind: 'path', call: 'Member[readFile,readFileSync]', at: 'Argument[0]', effect: 'fs-read' }],
    effects: [{ call: 'Member[rm,rmSync]', effect: 'fs-delete', highImpact: true }],
  },
  {
    ...javascript,
    id: 'globals',
    modules: ['global'],
    sources: [
      { kind: 'secret', path: 'Member[process].Member[env].Member[*]', named: 'secret' },
      { kind: 'local', path: 'Member[process].Member[argv]', label: 'command line' },
      { kind: 'request', path: 'Member[Request].Instance.Member[json,text].ReturnValue' },
    ],
    sinks: [
      { kind: 'url', call: 'Member[fetch]', at: 'Argument[0]', effect: 'http' },
      { kind: 'log', call: 'Member[console].Member[log]', at: all },
      { kind: 'html', call: 'Member[document].Member[body]', store: ['innerHTML'] },
      {
        kind: 'html',
        call: 'Member[jsx].Member[*]',
        at: 'Argument[0].Member[dangerouslySetInnerHTML].Member[__html]',
      },
    ],
    passThroughs: [{ call: 'Member[JSON].Member[stringify,parse]', from: ['Argument[0]'] }],
    sanitizers: [
      { call: 'Member[Number]', cleans: 'all' },
      { call: 'Member[encodeURIComponent]', cleans: ['url'] },
    ],
  },
  {
    ...javascript,
    id: 'web',
    modules: ['web'],
    sources: [
      {
        kind: 'request',
        path: 'Member[default,Router].ReturnValue.Member[get,post].Argument[1..].Parameter[0].Member[body,query]',
      },
      { kind: 'request', path: 'Member[Context].Instance.Member[json].ReturnValue' },
      { kind: 'request', path: 'Member[socket].Argument[0].Parameter[0].Member[on].Argument[1].Parameter[0]' },
    ],
  },
  {
    ...javascript,
    id: 'routes',
    modules: ['routes'],
    conventions: [
      {
        kind: 'request',
        file: '**/app/**/route.ts',
        exports: ['GET', 'POST'],
        parameter: 0,
        at: ['Member[json].ReturnValue', 'Member[url]'],
        label: 'request',
      },
      { kind: 'request', exports: ['default.fetch'], parameter: 0, at: ['Member[url]'], label: 'request' },
      { kind: 'request', directive: 'use server', parameter: 'all', label: 'argument of a server action' },
      { kind: 'request', decorator: 'Member[Post]', parameter: 'all', label: 'argument of a route' },
    ],
  },
  {
    ...javascript,
    id: 'pay',
    modules: ['pay'],
    effects: [{ call: 'Member[default].Instance.Member[refunds].Member[create]', effect: 'pay', highImpact: true }],
  },
];
