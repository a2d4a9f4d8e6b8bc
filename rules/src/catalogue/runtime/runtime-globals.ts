import type { Framework } from '../framework.js';

const logs = 'log,info,warn,error,debug,trace,dir,table';

/** Names that Node.js and other server runtimes provide without an import. */
export const runtimeGlobals = {
  id: 'runtime-globals',
  title: 'JavaScript runtime',
  language: 'javascript',
  modules: ['global'],
  ai: false,
  checkedAgainst: { '@types/node': ['20'] },
  sources: [
    {
      kind: 'secret',
      path: 'Member[process].Member[env].Member[*]',
      named: 'secret',
      label: 'secret environment variable',
    },
    { kind: 'secret', path: 'Member[process].Member[env]', whole: true, label: 'every environment variable' },
    { kind: 'local', path: 'Member[process].Member[argv]', label: 'command line' },
    { kind: 'local', path: 'Member[process].Member[stdin]', label: 'standard input' },
    {
      kind: 'retrieved',
      path: 'Member[fetch].ReturnValue.Member[text,json,arrayBuffer,blob].ReturnValue',
      label: 'fetched page',
    },
    // Fetch-style handlers: `export function GET(request: Request)`, Hono's `c.req.raw`, Bun.serve.
    {
      kind: 'request',
      path: 'Member[Request].Instance.Member[json,text,formData,arrayBuffer,blob].ReturnValue',
      label: 'request body',
    },
    { kind: 'request', path: 'Member[Request].Instance.Member[url,headers,body]', label: 'request' },
  ],
  sinks: [
    { kind: 'url', call: 'Member[fetch]', at: 'Argument[0]', effect: 'http' },
    { kind: 'url', call: 'Member[WebSocket,EventSource]', at: 'Argument[0]', effect: 'http' },
    { kind: 'code', call: 'Member[eval]', at: 'Argument[0]', effect: 'eval' },
    { kind: 'code', call: 'Member[Function]', at: 'Argument[0..]', effect: 'eval' },
    // A function as the first argument is no code; only text is evaluated.
    // Nearly always given a function: a sink for text that gets there, not an effect by itself.
    { kind: 'code', call: 'Member[setTimeout,setInterval]', at: 'Argument[0]' },
    { kind: 'log', call: `Member[console].Member[${logs}]`, at: 'Argument[0..]' },
  ],
  effects: [{ call: 'Member[fetch]', effect: 'http', highImpact: false }],
  passThroughs: [
    { call: 'Member[JSON].Member[stringify,parse]', from: ['Argument[0]'] },
    { call: 'Member[String]', from: ['Argument[0]'] },
    { call: 'Member[String].Member[raw]', from: ['Argument[0..]'] },
    { call: 'Member[Object].Member[keys,values,entries,fromEntries,freeze,create]', from: ['Argument[0]'] },
    { call: 'Member[Object].Member[assign]', from: ['Argument[0..]'] },
    { call: 'Member[Array].Member[from,of]', from: ['Argument[0..]'] },
    { call: 'Member[Promise].Member[all,race,any,allSettled,resolve]', from: ['Argument[0]'] },
    { call: 'Member[structuredClone]', from: ['Argument[0]'] },
    { call: 'Member[decodeURIComponent,decodeURI,encodeURI,unescape,escape,atob,btoa]', from: ['Argument[0]'] },
    { call: 'Member[Buffer].Member[from,concat]', from: ['Argument[0]'] },
    { call: 'Member[URL]', from: ['Argument[0]', 'Argument[1]'] },
    { call: 'Member[URLSearchParams,Blob,Map,Set,Error]', from: ['Argument[0]'] },
  ],
  sanitizers: [
    { call: 'Member[Number,Boolean,parseInt,parseFloat,BigInt,isNaN,isFinite]', cleans: 'all' },
    { call: 'Member[Number].Member[parseInt,parseFloat,isInteger,isFinite]', cleans: 'all' },
    { call: 'Member[Math].Member[*]', cleans: 'all' },
    { call: 'Member[Array].Member[isArray]', cleans: 'all' },
    // The text becomes one path segment or parameter value: it cannot change host or scheme, leave its segment, or hold markup.
    { call: 'Member[encodeURIComponent]', cleans: ['url', 'html', 'path'] },
    // Leaves letters, digits and `*-._+%&=` only.
    { call: 'Member[URLSearchParams].Instance.Member[toString]', cleans: ['url', 'shell', 'code', 'html', 'path'] },
  ],
  guards: [
    { call: 'Member[isNaN]', argument: 'Argument[0]', how: 'falsy', cleans: 'all' },
    { call: 'Member[isFinite]', argument: 'Argument[0]', how: 'truthy', cleans: 'all' },
    {
      call: 'Member[Number].Member[isInteger,isSafeInteger,isFinite]',
      argument: 'Argument[0]',
      how: 'truthy',
      cleans: 'all',
    },
    { call: 'Member[Number].Member[isNaN]', argument: 'Argument[0]', how: 'falsy', cleans: 'all' },
  ],
} as const satisfies Framework;
