import type { Framework } from '../framework.js';

const verbs = 'get,post,put,patch,delete,head';

export const axios = {
  id: 'axios',
  title: 'Axios',
  language: 'javascript',
  modules: ['axios'],
  ai: false,
  checkedAgainst: { axios: ['1'] },
  sinks: [
    { kind: 'url', call: 'Member[default]', at: 'Argument[0]', effect: 'http' },
    { kind: 'url', call: 'Member[default]', at: 'Argument[0].Member[url]', effect: 'http' },
    { kind: 'url', call: 'Member[default]', at: 'Argument[0].Member[baseURL]', effect: 'http' },
    { kind: 'url', call: `Member[default].Member[${verbs},options]`, at: 'Argument[0]', effect: 'http' },
    { kind: 'url', call: 'Member[default].Member[request]', at: 'Argument[0].Member[url]', effect: 'http' },
    // An absolute address replaces `baseURL`.
    {
      kind: 'url',
      call: `Member[default].Member[create].ReturnValue.Member[${verbs}]`,
      at: 'Argument[0]',
      effect: 'http',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: `Member[default].Member[${verbs},request].ReturnValue.Member[data]`,
      label: 'fetched page',
    },
    { kind: 'retrieved', path: 'Member[default].ReturnValue.Member[data]', label: 'fetched page' },
    {
      kind: 'retrieved',
      path: `Member[default].Member[create].ReturnValue.Member[${verbs}].ReturnValue.Member[data]`,
      label: 'fetched page',
    },
  ],
} as const satisfies Framework;

export const got = {
  id: 'got',
  title: 'Got',
  language: 'javascript',
  modules: ['got'],
  ai: false,
  checkedAgainst: { got: ['14'] },
  sinks: [
    { kind: 'url', call: 'Member[default,got]', at: 'Argument[0]', effect: 'http' },
    { kind: 'url', call: `Member[default,got].Member[${verbs},stream]`, at: 'Argument[0]', effect: 'http' },
  ],
  sources: [
    { kind: 'retrieved', path: 'Member[default,got].ReturnValue.Member[body]', label: 'fetched page' },
    { kind: 'retrieved', path: 'Member[default,got].ReturnValue.Member[json,text].ReturnValue', label: 'fetched page' },
  ],
} as const satisfies Framework;

export const undici = {
  id: 'undici',
  title: 'Undici',
  language: 'javascript',
  modules: ['undici'],
  ai: false,
  checkedAgainst: { undici: ['7'] },
  settings: [
    {
      meaning: 'tls-unverified',
      call: 'Member[Agent,ProxyAgent]',
      at: 'Argument[0].Member[connect,requestTls].Member[rejectUnauthorized]',
      values: [false],
      removable: true,
      severity: 'error',
      subject: 'a client for https',
    },
  ],
  sinks: [{ kind: 'url', call: 'Member[request,fetch,stream,pipeline]', at: 'Argument[0]', effect: 'http' }],
  sources: [
    { kind: 'retrieved', path: 'Member[request].ReturnValue.Member[body]', label: 'fetched page' },
    { kind: 'retrieved', path: 'Member[fetch].ReturnValue.Member[text,json].ReturnValue', label: 'fetched page' },
  ],
} as const satisfies Framework;

export const nodeFetch = {
  id: 'node-fetch',
  title: 'node-fetch',
  language: 'javascript',
  modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'make-fetch-happen', 'minipass-fetch'],
  ai: false,
  checkedAgainst: { '@types/node-fetch': ['2'] },
  sinks: [{ kind: 'url', call: 'Member[default]', at: 'Argument[0]', effect: 'http' }],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[default].ReturnValue.Member[text,json,buffer,arrayBuffer].ReturnValue',
      label: 'fetched page',
    },
  ],
} as const satisfies Framework;

export const ky = {
  id: 'ky',
  title: 'Ky',
  language: 'javascript',
  modules: ['ky'],
  ai: false,
  checkedAgainst: { ky: ['1'] },
  sinks: [
    { kind: 'url', call: 'Member[default]', at: 'Argument[0]', effect: 'http' },
    { kind: 'url', call: `Member[default].Member[${verbs}]`, at: 'Argument[0]', effect: 'http' },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: `Member[default].Member[${verbs}].ReturnValue.Member[text,json].ReturnValue`,
      label: 'fetched page',
    },
    { kind: 'retrieved', path: 'Member[default].ReturnValue.Member[text,json].ReturnValue', label: 'fetched page' },
  ],
} as const satisfies Framework;

export const superagent = {
  id: 'superagent',
  title: 'SuperAgent',
  language: 'javascript',
  modules: ['superagent'],
  ai: false,
  checkedAgainst: { '@types/superagent': ['8'] },
  sinks: [
    { kind: 'url', call: 'Member[default]', at: 'Argument[0]', effect: 'http' },
    { kind: 'url', call: `Member[default].Member[${verbs}]`, at: 'Argument[0]', effect: 'http' },
  ],
} as const satisfies Framework;

export const webSockets = {
  id: 'ws',
  title: 'ws',
  language: 'javascript',
  modules: ['ws'],
  ai: false,
  checkedAgainst: { '@types/ws': ['8'] },
  sinks: [{ kind: 'url', call: 'Member[default,WebSocket]', at: 'Argument[0]', effect: 'http' }],
  sources: [
    {
      kind: 'request',
      path: 'Member[WebSocketServer,Server].Instance.Member[on].Argument[1].Parameter[0].Member[on].Argument[1].Parameter[0]',
      label: 'websocket message',
    },
  ],
} as const satisfies Framework;
