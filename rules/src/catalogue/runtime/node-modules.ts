import type { Framework } from '../framework.js';

const node = { language: 'javascript', ai: false, checkedAgainst: { '@types/node': ['20'] } } as const;

export const nodeHttp = {
  ...node,
  id: 'node-http',
  title: 'Node.js http',
  modules: ['http', 'https', 'node:http', 'node:https'],
  settings: [
    {
      meaning: 'tls-unverified',
      call: 'Member[Agent]',
      module: 'https',
      at: 'Argument[0].Member[rejectUnauthorized]',
      values: [false],
      removable: true,
      severity: 'error',
      subject: 'an agent for https',
    },
  ],
  sinks: [
    { kind: 'url', call: 'Member[request,get]', at: 'Argument[0]', effect: 'http' },
    { kind: 'url', call: 'Member[request,get]', at: 'Argument[0].Member[hostname]', effect: 'http' },
    { kind: 'url', call: 'Member[request,get]', at: 'Argument[0].Member[host]', effect: 'http' },
  ],
  sources: [
    {
      kind: 'request',
      path: 'Member[createServer].Argument[0..1].Parameter[0].Member[url,headers,rawHeaders]',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[createServer].Argument[0..1].Parameter[0].Member[on,addListener].Argument[1].Parameter[0]',
      label: 'request body',
    },
    { kind: 'request', path: 'Member[createServer].Argument[0..1].Parameter[0].ArrayElement', label: 'request body' },
    { kind: 'request', path: 'Member[IncomingMessage].Instance.Member[url,headers,rawHeaders]', label: 'request' },
    {
      kind: 'request',
      path: 'Member[IncomingMessage].Instance.Member[on,addListener].Argument[1].Parameter[0]',
      label: 'request body',
    },
    { kind: 'request', path: 'Member[IncomingMessage].Instance.ArrayElement', label: 'request body' },
    {
      kind: 'retrieved',
      path: 'Member[request,get].Argument[1..2].Parameter[0].Member[on].Argument[1].Parameter[0]',
      label: 'fetched page',
    },
  ],
} as const satisfies Framework;

export const nodeVm = {
  ...node,
  id: 'node-vm',
  title: 'Node.js vm',
  modules: ['vm', 'node:vm'],
  sinks: [
    {
      kind: 'code',
      call: 'Member[runInContext,runInNewContext,runInThisContext,compileFunction]',
      at: 'Argument[0]',
      effect: 'eval',
    },
    { kind: 'code', call: 'Member[Script]', at: 'Argument[0]', effect: 'eval' },
  ],
} as const satisfies Framework;

export const nodeWorkerThreads = {
  ...node,
  id: 'node-worker-threads',
  title: 'Node.js worker_threads',
  modules: ['worker_threads', 'node:worker_threads'],
  sinks: [
    {
      kind: 'code',
      call: 'Member[Worker]',
      at: 'Argument[0]',
      effect: 'eval',
      when: { at: 'Argument[1].Member[eval]', values: [true] },
    },
  ],
} as const satisfies Framework;

export const nodePath = {
  ...node,
  id: 'node-path',
  title: 'Node.js path',
  modules: ['path', 'node:path', 'path/posix', 'path/win32'],
  passThroughs: [
    { call: 'Member[join,resolve]', from: ['Argument[0..]'] },
    { call: 'Member[normalize,dirname,relative,toNamespacedPath,format,parse]', from: ['Argument[0..1]'] },
    { call: 'Member[posix,win32].Member[join,resolve]', from: ['Argument[0..]'] },
    { call: 'Member[posix,win32].Member[normalize,dirname,relative]', from: ['Argument[0..1]'] },
    { call: 'Member[extname]', from: ['Argument[0]'] },
  ],
  sanitizers: [
    // A name without separators cannot leave its folder.
    { call: 'Member[basename]', cleans: ['path'] },
    { call: 'Member[posix,win32].Member[basename]', cleans: ['path'] },
    { call: 'Member[isAbsolute]', cleans: 'all' },
  ],
} as const satisfies Framework;

export const nodeUrl = {
  ...node,
  id: 'node-url',
  title: 'Node.js url',
  modules: ['url', 'node:url'],
  passThroughs: [
    { call: 'Member[URL]', from: ['Argument[0]', 'Argument[1]'] },
    { call: 'Member[URLSearchParams,parse,format,fileURLToPath,pathToFileURL]', from: ['Argument[0]'] },
    { call: 'Member[resolve]', from: ['Argument[0]', 'Argument[1]'] },
  ],
} as const satisfies Framework;

export const nodeUtil = {
  ...node,
  id: 'node-util',
  title: 'Node.js util',
  modules: ['util', 'node:util'],
  passThroughs: [{ call: 'Member[format,inspect]', from: ['Argument[0..]'] }],
} as const satisfies Framework;

export const nodeCrypto = {
  ...node,
  id: 'node-crypto',
  title: 'Node.js crypto',
  modules: ['crypto', 'node:crypto'],
  sanitizers: [
    { call: 'Member[randomUUID,randomInt,timingSafeEqual]', cleans: 'all' },
    { call: 'Member[createHash,createHmac].ReturnValue.Member[update].ReturnValue.Member[digest]', cleans: 'all' },
    { call: 'Member[createHash,createHmac].ReturnValue.Member[digest]', cleans: 'all' },
  ],
} as const satisfies Framework;

export const nodeReadline = {
  ...node,
  id: 'node-readline',
  title: 'Node.js readline',
  modules: ['readline', 'node:readline', 'readline/promises', 'node:readline/promises'],
  sources: [
    { kind: 'local', path: 'Member[createInterface].ReturnValue.Member[question].ReturnValue', label: 'typed answer' },
    {
      kind: 'local',
      path: 'Member[createInterface].ReturnValue.Member[question].Argument[1].Parameter[0]',
      label: 'typed answer',
    },
    { kind: 'local', path: 'Member[createInterface].ReturnValue.ArrayElement', label: 'typed line' },
  ],
  // Asking a person at the terminal inside a handler is a gate.
  gates: [{ call: 'Member[createInterface].ReturnValue.Member[question]', level: 'in-handler' }],
} as const satisfies Framework;
