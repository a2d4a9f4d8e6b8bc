import type { Framework } from '../framework.js';

const requestParts = 'query,query_string,headers,cookies,match_info,url,rel_url,path,path_qs,content';
const requestBodies = 'json,post,text,read,multipart';
const verbs = 'get,post,put,patch,delete,head,route,view';
const handlers = [
  `Member[RouteTableDef].Instance.Member[${verbs}].ReturnValue.Argument[0]`,
  'Member[get,post,put,patch,delete,head].Argument[1,handler]',
  'Member[route].Argument[2,handler]',
  'Member[Application].Instance.Member[router].Member[add_get,add_post,add_put,add_patch,add_delete].Argument[1,handler]',
  'Member[Application].Instance.Member[router].Member[add_route].Argument[2,handler]',
] as const;

export const pythonAiohttpWeb = {
  id: 'aiohttp-web',
  title: 'aiohttp.web',
  language: 'python',
  modules: ['aiohttp.web'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[Request,BaseRequest].Instance.Member[${requestParts}]`,
      received: true,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[Request,BaseRequest].Instance.Member[${requestBodies}].ReturnValue`,
      received: true,
      label: 'request body',
      objects: true,
    },
    ...handlers.flatMap(
      (handler) =>
        [
          { kind: 'request', path: `${handler}.Parameter[0].Member[${requestParts}]`, label: 'request' },
          {
            kind: 'request',
            path: `${handler}.Parameter[0].Member[${requestBodies}].ReturnValue`,
            label: 'request body',
            objects: true,
          },
        ] as const,
    ),
    {
      kind: 'request',
      path: `Member[middleware].Argument[0].Parameter[0].Member[${requestParts}]`,
      label: 'request',
    },
    { kind: 'request', path: `Member[View].Instance.Member[request].Member[${requestParts}]`, label: 'request' },
    {
      kind: 'request',
      path: `Member[View].Instance.Member[request].Member[${requestBodies}].ReturnValue`,
      label: 'request body',
      objects: true,
    },
    {
      kind: 'request',
      path: 'Member[WebSocketResponse].Instance.Member[receive,receive_str,receive_json,receive_bytes].ReturnValue',
      label: 'message',
    },
  ],
  requestStates: [
    'Member[Request,BaseRequest].Instance',
    'Member[View].Instance.Member[request]',
    'Member[middleware].Argument[0].Parameter[0]',
    ...handlers.map((handler) => `${handler}.Parameter[0]`),
  ].map((path) => ({ path, place: 'aiohttp' })),
  sinks: [
    {
      kind: 'html',
      call: 'Member[Response]',
      at: 'Argument[text,body]',
      when: { at: 'Argument[content_type]', values: ['text/html'] },
    },
    { kind: 'path', call: 'Member[FileResponse]', at: 'Argument[0,path]', effect: 'fs-read' },
  ],
} as const satisfies Framework;

const tornadoArguments =
  'get_argument,get_arguments,get_body_argument,get_body_arguments,get_query_argument,get_query_arguments,get_cookie';

export const pythonTornado = {
  id: 'tornado',
  title: 'Tornado',
  language: 'python',
  modules: ['tornado'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[web].Member[RequestHandler].Instance.Member[${tornadoArguments}].ReturnValue`,
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[web].Member[RequestHandler].Instance.Member[request].Member[body,arguments,query_arguments,body_arguments,headers,files,uri,path,query]',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[websocket].Member[WebSocketHandler].Instance.Member[get_argument].ReturnValue',
      label: 'request',
    },
  ],
  conventions: [
    {
      kind: 'request',
      base: 'Member[web].Member[RequestHandler]',
      method: ['get', 'post', 'put', 'patch', 'delete'],
      parameter: 'all',
      label: 'part of the path',
    },
    {
      kind: 'request',
      base: 'Member[websocket].Member[WebSocketHandler]',
      method: ['on_message'],
      parameter: 0,
      label: 'message',
    },
  ],
} as const satisfies Framework;

const sanicParts = 'json,args,form,files,headers,body,cookies,raw_url,path,query_string,query_args,match_info,url';
const sanicViews = 'get,post,put,patch,delete,head,options,route,websocket';

export const pythonSanic = {
  id: 'sanic',
  title: 'Sanic',
  language: 'python',
  modules: ['sanic'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[Sanic,Blueprint].Instance.Member[${sanicViews}].ReturnValue.Argument[0].Parameter[0].Member[${sanicParts}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[Sanic,Blueprint].Instance.Member[${sanicViews}].ReturnValue.Argument[0].Parameter[1..]`,
      label: 'part of the path',
      declared: [],
    },
    { kind: 'request', path: `Member[Request].Instance.Member[${sanicParts}]`, received: true, label: 'request' },
    {
      kind: 'request',
      path: `Member[request].Member[Request].Instance.Member[${sanicParts}]`,
      received: true,
      label: 'request',
    },
  ],
  sinks: [
    { kind: 'html', call: 'Member[response].Member[html]', at: 'Argument[0,body]' },
    { kind: 'html', call: 'Member[html]', at: 'Argument[0,body]' },
    { kind: 'path', call: 'Member[response].Member[file,file_stream]', at: 'Argument[0,location]', effect: 'fs-read' },
  ],
} as const satisfies Framework;

const litestarVerbs = 'Member[get,post,put,patch,delete,head,route,websocket_listener]';

export const pythonLitestar = {
  id: 'litestar',
  title: 'Litestar',
  language: 'python',
  modules: ['litestar', 'litestar.handlers'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `${litestarVerbs}.ReturnValue.Argument[0].Parameter[data]`,
      label: 'request body',
    },
    {
      kind: 'request',
      path: 'Member[Request].Instance.Member[query_params,path_params,headers,cookies,url]',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[Request].Instance.Member[json,body,form].ReturnValue',
      label: 'request body',
      objects: true,
    },
  ],
} as const satisfies Framework;

const bottleParts = 'json,forms,query,params,body,headers,files,cookies,GET,POST,url,path';

export const pythonBottle = {
  id: 'bottle',
  title: 'Bottle',
  language: 'python',
  modules: ['bottle'],
  ai: false,
  checkedAgainst: {},
  sources: [
    { kind: 'request', path: `Member[request].Member[${bottleParts}]`, label: 'request' },
    {
      kind: 'request',
      path: 'Member[request].Member[get_header,get_cookie].ReturnValue',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[route,get,post,put,delete,patch].ReturnValue.Argument[0].Parameter[0..]',
      label: 'part of the path',
      declared: [],
    },
    {
      kind: 'request',
      path: 'Member[Bottle].Instance.Member[route,get,post,put,delete,patch].ReturnValue.Argument[0].Parameter[0..]',
      label: 'part of the path',
      declared: [],
    },
  ],
} as const satisfies Framework;
