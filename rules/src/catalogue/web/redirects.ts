import type { Framework } from '../framework.js';

const verbs = 'all,get,post,put,delete,patch,options,head,use';
const honoHandler =
  'Member[Hono].Instance.Member[get,post,put,delete,patch,options,all,use,on].Argument[0..].Parameter[0]';

/** Calls and writes that send a browser elsewhere. */
export const redirects = {
  id: 'redirects',
  title: 'Redirects',
  language: 'javascript',
  modules: ['global', 'express', 'hono', 'fastify', 'koa'],
  ai: false,
  checkedAgainst: {
    '@types/node': ['20'],
    typescript: ['6'],
    express: ['5'],
    hono: ['4'],
    fastify: ['5'],
    '@types/koa': ['3'],
  },
  sinks: [
    { kind: 'redirect', module: 'global', call: 'Member[Response].Member[redirect]', at: 'Argument[0]' },
    { kind: 'redirect', module: 'global', call: 'Member[location].Member[assign,replace]', at: 'Argument[0]' },
    {
      kind: 'redirect',
      module: 'global',
      call: 'Member[window].Member[location].Member[assign,replace]',
      at: 'Argument[0]',
    },
    { kind: 'redirect', module: 'global', call: 'Member[window].Member[open]', at: 'Argument[0]' },
    { kind: 'redirect', module: 'global', call: 'Member[location]', store: ['href'] },
    { kind: 'redirect', module: 'global', call: 'Member[window].Member[location]', store: ['href'] },
    { kind: 'redirect', module: 'global', call: 'Member[window]', store: ['location'] },
    {
      kind: 'redirect',
      module: 'express',
      call: `Member[default,Router].ReturnValue.Member[${verbs}].Argument[0..].Parameter[1].Member[redirect]`,
      at: 'Argument[N-1]',
    },
    { kind: 'redirect', module: 'express', call: 'Member[Response].Instance.Member[redirect]', at: 'Argument[N-1]' },
    { kind: 'redirect', module: 'hono', call: `${honoHandler}.Member[redirect]`, at: 'Argument[0]' },
    { kind: 'redirect', module: 'hono', call: 'Member[Context].Instance.Member[redirect]', at: 'Argument[0]' },
    {
      kind: 'redirect',
      module: 'fastify',
      call: 'Member[default,fastify].ReturnValue.Member[get,post,put,delete,patch,all].Argument[1..2].Parameter[1].Member[redirect]',
      at: 'Argument[0]',
    },
    { kind: 'redirect', module: 'fastify', call: 'Member[FastifyReply].Instance.Member[redirect]', at: 'Argument[0]' },
    {
      kind: 'redirect',
      module: 'koa',
      call: 'Member[default].Instance.Member[use].Argument[0].Parameter[0].Member[redirect]',
      at: 'Argument[0]',
    },
  ],
} as const satisfies Framework;

/** Read from the documentation: Next.js is too large to install for a test. */
export const nextRedirects = {
  id: 'next-redirects',
  title: 'Next.js redirects',
  language: 'javascript',
  modules: ['next/server', 'next/navigation'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { kind: 'redirect', module: 'next/server', call: 'Member[NextResponse].Member[redirect]', at: 'Argument[0]' },
    {
      kind: 'redirect',
      module: 'next/navigation',
      call: 'Member[redirect,permanentRedirect]',
      at: 'Argument[0]',
    },
  ],
} as const satisfies Framework;
