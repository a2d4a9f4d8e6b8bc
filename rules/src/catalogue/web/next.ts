import type { Framework } from '../framework.js';

const requestParts = [
  'Member[json,text,formData,arrayBuffer,blob].ReturnValue',
  'Member[nextUrl].Member[searchParams,pathname,search,href]',
  'Member[url,headers,cookies,body]',
] as const;

export const next = {
  id: 'next',
  title: 'Next.js',
  language: 'javascript',
  modules: ['next', 'next/server', 'next/headers', 'next/navigation', 'next/*'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[NextRequest].Instance.Member[json,text,formData,arrayBuffer,blob].ReturnValue',
      label: 'request body',
    },
    {
      kind: 'request',
      path: 'Member[NextRequest].Instance.Member[nextUrl,url,headers,cookies,body]',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[NextApiRequest].Instance.Member[body,query,headers,cookies,url]',
      label: 'request',
    },
    { kind: 'request', path: 'Member[headers,cookies].ReturnValue', label: 'request header' },
    { kind: 'request', path: 'Member[useSearchParams,useParams].ReturnValue', label: 'address of the page' },
  ],
  conventions: [
    {
      kind: 'request',
      file: '**/app/**/route.{ts,tsx,js,jsx,mts,mjs}',
      exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
      parameter: 0,
      at: requestParts,
      label: 'request',
    },
    {
      kind: 'request',
      file: '**/app/**/route.{ts,tsx,js,jsx,mts,mjs}',
      exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
      parameter: 1,
      at: ['Member[params]'],
      label: 'route parameter',
    },
    {
      kind: 'request',
      file: '**/app/**/page.{tsx,jsx,ts,js}',
      exports: ['default'],
      parameter: 0,
      at: ['Member[params]', 'Member[searchParams]'],
      label: 'address of the page',
    },
    {
      kind: 'request',
      file: '**/pages/api/**/*.{ts,tsx,js,jsx,mts,mjs}',
      exports: ['default', 'handler'],
      parameter: 0,
      at: ['Member[body,query,headers,cookies,url]', 'Member[json,text,formData].ReturnValue', 'Member[nextUrl]'],
      label: 'request',
    },
    {
      kind: 'request',
      file: '**/middleware.{ts,js}',
      exports: ['middleware', 'default'],
      parameter: 0,
      at: requestParts,
      label: 'request',
    },
    { kind: 'request', directive: 'use server', parameter: 'all', label: 'argument of a server action' },
  ],
} as const satisfies Framework;
