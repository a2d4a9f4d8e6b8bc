import type { Framework } from '../framework.js';

/** Node's own servers. */
export const nodeServers = {
  id: 'node-servers',
  title: 'Node.js',
  language: 'javascript',
  modules: ['http', 'https', 'http2'],
  ai: false,
  checkedAgainst: {},
  webServers: [
    {
      call: 'Member[createServer,createSecureServer]',
      handler: 'Argument[0..1]',
      listen: { method: 'listen', host: ['Argument[0].Member[host]', 'Argument[1]', 'Argument[2]'], absent: 'all' },
    },
  ],
} as const satisfies Framework;

/** Servers that Bun and Deno bring along. */
export const runtimeServers = {
  id: 'runtime-servers',
  title: 'Bun and Deno',
  language: 'javascript',
  modules: ['global'],
  ai: false,
  checkedAgainst: {},
  webServers: [
    {
      call: 'Member[Bun].Member[serve]',
      handler: 'Argument[0].Member[fetch]',
      listen: { host: ['Argument[0].Member[hostname]'], absent: 'all' },
    },
    {
      call: 'Member[Deno].Member[serve]',
      handler: 'Argument[0..1]',
      listen: { host: ['Argument[0].Member[hostname]'], absent: 'all' },
    },
  ],
} as const satisfies Framework;

/** Adapters that put a fetch handler behind Node's server. */
export const honoNodeServer = {
  id: 'hono-node-server',
  title: 'Hono on Node.js',
  language: 'javascript',
  modules: ['@hono/node-server', 'srvx'],
  ai: false,
  checkedAgainst: {},
  webServers: [
    {
      call: 'Member[serve]',
      handler: 'Argument[0].Member[fetch]',
      listen: { host: ['Argument[0].Member[hostname,host]'], absent: 'all' },
    },
  ],
  requestChecks: [{ call: 'Member[serveStatic]', does: 'nothing' }],
} as const satisfies Framework;

export const elysia = {
  id: 'elysia',
  title: 'Elysia',
  language: 'javascript',
  modules: ['elysia'],
  ai: false,
  checkedAgainst: {},
  webServers: [
    {
      call: 'Member[Elysia]',
      routes: ['get', 'post', 'put', 'patch', 'delete', 'all', 'ws'],
      middleware: ['use', 'onBeforeHandle', 'onRequest', 'onTransform', 'derive', 'resolve', 'guard', 'macro'],
      mounts: ['group', 'mount', 'use'],
      anyOrder: true,
      listen: { method: 'listen', host: ['Argument[0].Member[hostname]'], absent: 'all' },
    },
  ],
  requestChecks: [{ call: 'Member[t]', does: 'nothing' }],
} as const satisfies Framework;

export const webSocketServers = {
  id: 'ws-server',
  title: 'ws',
  language: 'javascript',
  modules: ['ws'],
  ai: false,
  checkedAgainst: { '@types/ws': ['8'] },
  webServers: [
    {
      call: 'Member[WebSocketServer,Server]',
      routes: ['on'],
      events: ['connection'],
      websocket: true,
      check: 'Argument[0].Member[verifyClient,server,noServer]',
      listen: { host: ['Argument[0].Member[host]'], absent: 'all' },
    },
  ],
} as const satisfies Framework;
