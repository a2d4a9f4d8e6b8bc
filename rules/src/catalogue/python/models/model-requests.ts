import type { Framework } from '../../framework.js';

const outputs = [
  'ReturnValue.Member[json,text,read,aread].ReturnValue',
  'ReturnValue.Member[json,text,content,read]',
  'ReturnValue.Member[iter_lines,iter_content,iter_text,aiter_lines,aiter_text,aiter_bytes].ReturnValue',
] as const;
const posts = { address: 'Argument[0,url]', body: ['Argument[json]', 'Argument[1,data,content]'], outputs } as const;
const sends = { address: 'Argument[1,url]', body: ['Argument[json]', 'Argument[data,content]'], outputs } as const;

/** Requests by which a model may be asked without a package for it. */
export const pythonModelRequests = {
  id: 'model-requests-python',
  title: 'HTTP client',
  language: 'python',
  modules: ['requests', 'httpx', 'aiohttp', 'urllib.request'],
  ai: false,
  checkedAgainst: {},
  modelRequests: [
    { module: 'requests', call: 'Member[post]', ...posts },
    { module: 'requests', call: 'Member[request]', ...sends },
    { module: 'requests', call: 'Member[Session,session].Instance.Member[post]', ...posts },
    { module: 'requests', call: 'Member[Session,session].Instance.Member[request]', ...sends },
    { module: 'httpx', call: 'Member[post]', ...posts },
    { module: 'httpx', call: 'Member[request,stream]', ...sends },
    { module: 'httpx', call: 'Member[Client,AsyncClient].Instance.Member[post]', ...posts },
    { module: 'httpx', call: 'Member[Client,AsyncClient].Instance.Member[request,stream]', ...sends },
    { module: 'aiohttp', call: 'Member[ClientSession].Instance.Member[post]', ...posts },
    { module: 'aiohttp', call: 'Member[ClientSession].Instance.Member[request]', ...sends },
    {
      module: 'urllib.request',
      call: 'Member[urlopen]',
      address: 'Argument[0].Argument[0,url]',
      body: ['Argument[0].Argument[1,data]', 'Argument[1,data]'],
      outputs,
    },
  ],
} as const satisfies Framework;
