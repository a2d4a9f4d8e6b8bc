import type { Framework } from '../framework.js';

const verbs = 'all,get,post,put,delete,patch,options,head';
const methods = `${verbs},use` as const;
const routes = ['all', 'get', 'post', 'put', 'delete', 'patch', 'options', 'head'] as const;
const parts = 'body,query,params,headers,cookies,url,originalUrl,files,file';

export const express = {
  id: 'express',
  title: 'Express',
  language: 'javascript',
  modules: ['express'],
  ai: false,
  checkedAgainst: { express: ['5'] },
  webServers: [
    {
      call: 'Member[default]',
      routes,
      middleware: ['use', 'param'],
      mounts: ['use'],
      listen: { method: 'listen', host: ['Argument[1]', 'Argument[2]'], absent: 'all' },
    },
    {
      call: 'Member[Express,Application,Router,IRouter]',
      routes,
      middleware: ['use', 'param'],
      mounts: ['use'],
      listen: { method: 'listen', host: ['Argument[1]', 'Argument[2]'], absent: 'all' },
    },
  ],
  requestChecks: [
    { call: 'Member[json,urlencoded,raw,text,static]', does: 'nothing' },
    { call: 'Member[default].Member[json,urlencoded,raw,text,static]', does: 'nothing' },
  ],
  sources: [
    {
      kind: 'request',
      path: `Member[default].ReturnValue.Member[${methods}].Argument[0..].Parameter[0].Member[${parts}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[Router].ReturnValue.Member[${methods}].Argument[0..].Parameter[0].Member[${parts}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[default,Router].ReturnValue.Member[route].ReturnValue.Member[${verbs}].Argument[0..].Parameter[0].Member[${parts}]`,
      label: 'request',
    },
    { kind: 'request', path: `Member[Request].Instance.Member[${parts}]`, label: 'request' },
    {
      kind: 'request',
      path: 'Member[Request].Instance.Member[get,header].ReturnValue',
      label: 'request header',
    },
    {
      kind: 'request',
      path: `Member[RequestHandler].Instance.Parameter[0].Member[${parts}]`,
      label: 'request',
    },
  ],
  sinks: [
    {
      kind: 'path',
      call: 'Member[Response].Instance.Member[sendFile,download]',
      at: 'Argument[0]',
      effect: 'fs-read',
      unless: { at: 'Argument[1].Member[root]', values: [] },
    },
    {
      kind: 'path',
      call: `Member[default,Router].ReturnValue.Member[${methods}].Argument[0..].Parameter[1].Member[sendFile,download]`,
      at: 'Argument[0]',
      effect: 'fs-read',
      unless: { at: 'Argument[1].Member[root]', values: [] },
    },
  ],
} as const satisfies Framework;
