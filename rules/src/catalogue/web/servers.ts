import type { Framework } from '../framework.js';

const verbs = 'get,post,put,delete,patch,options,head,all';
const fastifyParts = 'body,query,params,headers,url,raw';

export const fastify = {
  id: 'fastify',
  title: 'Fastify',
  language: 'javascript',
  modules: ['fastify'],
  ai: false,
  checkedAgainst: { fastify: ['5'] },
  webServers: [
    {
      call: 'Member[default,fastify]',
      routes: ['get', 'post', 'put', 'delete', 'patch', 'options', 'head', 'all', 'route'],
      middleware: ['addHook', 'use'],
      mounts: ['register'],
      anyOrder: true,
      listen: { method: 'listen', host: ['Argument[0].Member[host]', 'Argument[1]'], absent: 'loopback' },
    },
    {
      call: 'Member[FastifyInstance]',
      routes: ['get', 'post', 'put', 'delete', 'patch', 'options', 'head', 'all', 'route'],
      middleware: ['addHook', 'use'],
      mounts: ['register'],
      anyOrder: true,
    },
  ],
  sources: [
    {
      kind: 'request',
      path: `Member[default,fastify].ReturnValue.Member[${verbs}].Argument[1..2].Parameter[0].Member[${fastifyParts}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[default,fastify].ReturnValue.Member[route].Argument[0].Member[handler,preHandler].Parameter[0].Member[${fastifyParts}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[default,fastify].ReturnValue.Member[addHook].Argument[1].Parameter[0].Member[headers,url,params,query,body]`,
      label: 'request',
    },
    { kind: 'request', path: `Member[FastifyRequest].Instance.Member[${fastifyParts}]`, label: 'request' },
    {
      kind: 'request',
      path: `Member[FastifyInstance].Instance.Member[${verbs}].Argument[1..2].Parameter[0].Member[${fastifyParts}]`,
      label: 'request',
    },
  ],
} as const satisfies Framework;

const honoParts = 'json,text,formData,parseBody,query,queries,param,header,arrayBuffer,blob,valid';
const honoHandler = `Member[Hono].Instance.Member[get,post,put,delete,patch,options,all,use,on].Argument[0..].Parameter[0]`;

export const hono = {
  id: 'hono',
  title: 'Hono',
  language: 'javascript',
  modules: ['hono', 'hono/tiny', 'hono/quick'],
  ai: false,
  checkedAgainst: { hono: ['4'] },
  webServers: [
    {
      call: 'Member[Hono]',
      routes: ['get', 'post', 'put', 'delete', 'patch', 'options', 'all', 'on'],
      middleware: ['use'],
      mounts: ['route', 'mount'],
    },
  ],
  sources: [
    { kind: 'request', path: `${honoHandler}.Member[req].Member[${honoParts}].ReturnValue`, label: 'request' },
    { kind: 'request', path: `${honoHandler}.Member[req].Member[url,path,raw]`, label: 'request' },
    {
      kind: 'request',
      path: `Member[Context].Instance.Member[req].Member[${honoParts}].ReturnValue`,
      label: 'request',
    },
    { kind: 'request', path: 'Member[Context].Instance.Member[req].Member[url,path,raw]', label: 'request' },
  ],
  sinks: [
    { kind: 'html', call: `${honoHandler}.Member[html]`, at: 'Argument[0]' },
    { kind: 'html', call: 'Member[Context].Instance.Member[html]', at: 'Argument[0]' },
  ],
} as const satisfies Framework;

const koaParts = 'query,querystring,headers,header,url,path,search,href,originalUrl';

export const koa = {
  id: 'koa',
  title: 'Koa',
  language: 'javascript',
  modules: ['koa'],
  ai: false,
  checkedAgainst: { '@types/koa': ['3'] },
  webServers: [
    {
      call: 'Member[default]',
      middleware: ['use'],
      mounts: ['use'],
      listen: { method: 'listen', host: ['Argument[1]', 'Argument[2]'], absent: 'all' },
    },
  ],
  sources: [
    {
      kind: 'request',
      path: `Member[default].Instance.Member[use].Argument[0].Parameter[0].Member[${koaParts}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[default].Instance.Member[use].Argument[0].Parameter[0].Member[request].Member[body,query,headers,url,rawBody]',
      label: 'request',
    },
    { kind: 'request', path: `Member[Context].Instance.Member[${koaParts}]`, label: 'request' },
    {
      kind: 'request',
      path: 'Member[Context].Instance.Member[request].Member[body,query,headers,url,rawBody]',
      label: 'request',
    },
  ],
} as const satisfies Framework;

export const koaRouter = {
  id: 'koa-router',
  title: 'Koa router',
  language: 'javascript',
  modules: ['@koa/router', 'koa-router'],
  ai: false,
  checkedAgainst: { '@types/koa__router': ['12'] },
  webServers: [
    {
      call: 'Member[default]',
      routes: ['get', 'post', 'put', 'patch', 'delete', 'del', 'all'],
      middleware: ['use'],
      mounts: ['use'],
    },
  ],
  sources: [
    {
      kind: 'request',
      path: `Member[default].Instance.Member[get,post,put,delete,patch,all,use].Argument[0..].Parameter[0].Member[params,${koaParts}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[default].Instance.Member[get,post,put,delete,patch,all,use].Argument[0..].Parameter[0].Member[request].Member[body,query,headers,url]',
      label: 'request',
    },
  ],
} as const satisfies Framework;

export const h3 = {
  id: 'h3',
  title: 'h3 (Nuxt, Nitro)',
  language: 'javascript',
  modules: ['h3', 'nitropack/runtime'],
  ai: false,
  checkedAgainst: { h3: ['1'] },
  sources: [
    {
      kind: 'request',
      path: 'Member[readBody,readRawBody,readValidatedBody,readFormData,readMultipartFormData].ReturnValue',
      label: 'request body',
    },
    {
      kind: 'request',
      path: 'Member[getQuery,getRouterParam,getRouterParams,getHeader,getHeaders,getRequestHeader,getCookie].ReturnValue',
      label: 'request',
    },
  ],
} as const satisfies Framework;

/** Nuxt's server routes use the same functions without an import. */
export const nuxtGlobals = {
  id: 'nuxt-globals',
  title: 'Nuxt',
  language: 'javascript',
  modules: ['global'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[readBody,readRawBody,readFormData,readMultipartFormData].ReturnValue',
      label: 'request body',
    },
    {
      kind: 'request',
      path: 'Member[getQuery,getRouterParam,getRouterParams,getHeader,getCookie].ReturnValue',
      label: 'request',
    },
  ],
} as const satisfies Framework;

export const nest = {
  id: 'nestjs',
  title: 'NestJS',
  language: 'javascript',
  modules: ['@nestjs/common'],
  ai: false,
  checkedAgainst: { '@nestjs/common': ['12'] },
  conventions: [
    {
      kind: 'request',
      decorator: 'Member[Get,Post,Put,Patch,Delete,Options,Head,All,Sse]',
      parameter: 'all',
      parameterDecorator: 'Member[Body,Query,Param,Headers,RawBody,UploadedFile,UploadedFiles]',
      label: 'argument of a route',
    },
    {
      kind: 'request',
      decorator: 'Member[Get,Post,Put,Patch,Delete,Options,Head,All,Sse]',
      parameter: 'all',
      parameterDecorator: 'Member[Req,Request]',
      at: ['Member[body,query,params,headers,cookies,url]'],
      label: 'request',
    },
  ],
} as const satisfies Framework;

const requestParts = [
  'Member[request].Member[json,text,formData].ReturnValue',
  'Member[request].Member[url,headers]',
  'Member[params]',
] as const;

/** Request handlers that Remix, React Router, SvelteKit, Astro and Cloudflare find by file and export. */
export const routeConventions = {
  id: 'route-conventions',
  title: 'Route modules',
  language: 'javascript',
  modules: [],
  ai: false,
  checkedAgainst: {},
  conventions: [
    {
      kind: 'request',
      file: '**/routes/**/*.{ts,tsx,js,jsx}',
      exports: ['action', 'loader'],
      parameter: 0,
      at: requestParts,
      label: 'request',
    },
    {
      kind: 'request',
      file: '**/+server.{ts,js}',
      exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      parameter: 0,
      at: [...requestParts, 'Member[url].Member[searchParams,href,search]', 'Member[cookies]'],
      label: 'request',
    },
    {
      kind: 'request',
      file: '**/+page.server.{ts,js}',
      exports: ['load', 'actions.*'],
      parameter: 0,
      at: [...requestParts, 'Member[url].Member[searchParams,href,search]'],
      label: 'request',
    },
    {
      kind: 'request',
      file: '**/pages/**/*.{ts,js}',
      exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'ALL'],
      parameter: 0,
      at: requestParts,
      label: 'request',
    },
    {
      kind: 'request',
      exports: ['default.fetch'],
      parameter: 0,
      at: ['Member[json,text,formData,arrayBuffer].ReturnValue', 'Member[url,headers,body]'],
      label: 'request',
    },
    {
      kind: 'request',
      file: '**/functions/**/*.{ts,js}',
      exports: ['onRequest', 'onRequestGet', 'onRequestPost', 'onRequestPut'],
      parameter: 0,
      at: requestParts,
      label: 'request',
    },
  ],
} as const satisfies Framework;
