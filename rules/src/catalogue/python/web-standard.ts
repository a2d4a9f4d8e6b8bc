import type { Framework } from '../framework.js';

const handlers = 'Member[BaseHTTPRequestHandler,SimpleHTTPRequestHandler,CGIHTTPRequestHandler].Instance';
const reads = 'Member[read,readline,readlines,read1].ReturnValue';

/** Servers of the standard library: handlers that are classes. */
export const pythonHttpServer = {
  id: 'python-http-server',
  title: 'http.server',
  language: 'python',
  modules: ['http.server'],
  ai: false,
  checkedAgainst: {},
  sources: [
    { kind: 'request', path: `${handlers}.Member[rfile].${reads}`, label: 'request' },
    { kind: 'request', path: `${handlers}.Member[headers,path,requestline]`, label: 'request' },
  ],
} as const satisfies Framework;

/** What whoever connects sends to a socket of the application. What a server answers to it is not meant. */
export const pythonSockets = {
  id: 'python-sockets',
  title: 'Socket',
  language: 'python',
  modules: ['socket', 'socketserver', 'asyncio'],
  ai: false,
  checkedAgainst: {},
  sources: [
    ...(['Member[socket].Instance', 'Member[create_server].ReturnValue'] as const).flatMap((server) =>
      (['Member[0]', 'ArrayElement'] as const).map(
        (connection) =>
          ({
            kind: 'request',
            module: 'socket',
            path: `${server}.Member[accept].ReturnValue.${connection}.Member[recv,recvfrom].ReturnValue`,
            label: 'message',
          }) as const,
      ),
    ),
    {
      kind: 'request',
      module: 'socketserver',
      path: 'Member[BaseRequestHandler,StreamRequestHandler].Instance.Member[request].Member[recv].ReturnValue',
      label: 'message',
    },
    {
      kind: 'request',
      module: 'socketserver',
      path: `Member[StreamRequestHandler].Instance.Member[rfile].${reads}`,
      label: 'message',
    },
    {
      kind: 'request',
      module: 'asyncio',
      path: 'Member[start_server,start_unix_server].Argument[0].Parameter[0].Member[read,readline,readuntil,readexactly].ReturnValue',
      label: 'message',
    },
  ],
} as const satisfies Framework;
