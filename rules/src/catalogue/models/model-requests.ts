import type { ModelRequestRow } from '../agent-rows.js';
import type { Framework } from '../framework.js';

const answers = ['ReturnValue.Member[json,text].ReturnValue', 'ReturnValue.Member[body]'] as const;
const data = ['ReturnValue.Member[data]'] as const;
const options = ['Argument[1].Member[body,json]', 'Argument[1].Member[json]'] as const;

const axios = (call: string, address: string, body: string): ModelRequestRow => ({
  module: 'axios',
  call,
  address,
  body: [body],
  outputs: data,
});

/** Requests by which a model may be asked without a package for it. */
export const modelRequests = {
  id: 'model-requests',
  title: 'HTTP client',
  language: 'javascript',
  modules: ['global', 'node-fetch', 'cross-fetch', 'undici', 'axios', 'got', 'ky'],
  ai: false,
  checkedAgainst: {},
  modelRequests: [
    { module: 'global', call: 'Member[fetch]', address: 'Argument[0]', body: options, outputs: answers },
    { module: 'node-fetch', call: 'Member[default]', address: 'Argument[0]', body: options, outputs: answers },
    { module: 'cross-fetch', call: 'Member[default,fetch]', address: 'Argument[0]', body: options, outputs: answers },
    { module: 'undici', call: 'Member[fetch]', address: 'Argument[0]', body: options, outputs: answers },
    axios('Member[default].Member[post]', 'Argument[0]', 'Argument[1]'),
    axios('Member[default].Member[create].ReturnValue.Member[post]', 'Argument[0]', 'Argument[1]'),
    axios('Member[default]', 'Argument[0].Member[url]', 'Argument[0].Member[data]'),
    axios('Member[default].Member[request]', 'Argument[0].Member[url]', 'Argument[0].Member[data]'),
    {
      module: 'got',
      call: 'Member[default,got].Member[post]',
      address: 'Argument[0]',
      body: options,
      outputs: answers,
    },
    { module: 'ky', call: 'Member[default].Member[post]', address: 'Argument[0]', body: options, outputs: answers },
  ],
} as const satisfies Framework;
