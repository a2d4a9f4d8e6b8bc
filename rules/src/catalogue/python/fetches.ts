import type { Framework } from '../framework.js';

const unverified = { at: 'Argument[verify]', values: [false], replacement: 'True' } as const;
const bytes = [
  'ReturnValue.Member[content,text,raw]',
  'ReturnValue.Member[json,iter_content,iter_bytes,read,iter_lines].ReturnValue',
] as const;

/** Clients that fetch what an address has. */
export const pythonFetches = {
  id: 'python-fetches',
  title: 'Python',
  language: 'python',
  modules: ['requests', 'httpx', 'urllib.request', 'wget', 'gdown', 'pooch', 'urllib3', 'aiohttp', 'tensorflow'],
  ai: false,
  checkedAgainst: {},
  downloads: [
    { module: 'requests', call: 'Member[get,post]', url: 'Argument[0,url]', content: bytes, insecure: unverified },
    {
      module: 'requests',
      call: 'Member[Session,session].ReturnValue.Member[get,post]',
      url: 'Argument[0,url]',
      content: bytes,
      insecure: unverified,
    },
    { module: 'httpx', call: 'Member[get,post]', url: 'Argument[0,url]', content: bytes, insecure: unverified },
    {
      module: 'httpx',
      call: 'Member[Client,AsyncClient].ReturnValue.Member[get,post]',
      url: 'Argument[0,url]',
      content: bytes,
      insecure: { at: 'Receiver.Argument[verify]', values: [false], replacement: 'True' },
    },
    {
      module: 'urllib.request',
      call: 'Member[urlopen]',
      url: 'Argument[0,url]',
      content: ['ReturnValue', 'ReturnValue.Member[read].ReturnValue'],
    },
    {
      module: 'urllib.request',
      call: 'Member[urlretrieve]',
      url: 'Argument[0,url]',
      to: 'Argument[1,filename]',
      content: ['ReturnValue.Member[0]'],
    },
    {
      module: 'wget',
      call: 'Member[download]',
      url: 'Argument[0,url]',
      to: 'Argument[1,out]',
      content: ['ReturnValue'],
    },
    {
      module: 'gdown',
      call: 'Member[download,cached_download]',
      url: 'Argument[0,url,id]',
      to: 'Argument[1,output]',
      content: ['ReturnValue'],
      checked: 'Argument[md5,hash]',
    },
    {
      module: 'pooch',
      call: 'Member[retrieve]',
      url: 'Argument[0,url]',
      content: ['ReturnValue'],
      checked: 'Argument[1,known_hash]',
    },
    {
      module: 'tensorflow',
      call: 'Member[keras].Member[utils].Member[get_file]',
      url: 'Argument[1,origin]',
      content: ['ReturnValue'],
      checked: 'Argument[file_hash,md5_hash]',
    },
  ],
} as const satisfies Framework;
