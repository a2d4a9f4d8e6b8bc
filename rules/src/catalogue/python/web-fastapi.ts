import type { Framework } from '../framework.js';

const verbs = 'get,post,put,delete,patch,options,head,trace,api_route,websocket,websocket_route';
const request = 'query_params,path_params,headers,cookies,url';
const bodies = 'json,body,form,stream';
const messages = 'receive,receive_text,receive_json,receive_bytes,iter_text,iter_json,iter_bytes';
const parts = 'headers,query_string,path,raw_path,path_params';
/** ASGI keeps it in the scope that all layers of an application share; a request is a view of the scope. */
const place = 'asgi';
const states = ['Member[state]', 'Member[scope].Member[state]'] as const;
const apps = ['Member[FastAPI,APIRouter].Instance', 'Member[FastAPI].Instance.Member[router]'] as const;

const middleware = 'Member[FastAPI].Instance.Member[middleware].ReturnValue.Argument[0].Parameter[0]';

/** FastAPI: parameters of route functions are filled from the request by what they declare. */
export const pythonFastapi = {
  id: 'fastapi',
  title: 'FastAPI',
  language: 'python',
  modules: ['fastapi', 'fastapi.routing', 'fastapi.applications', 'fastapi.params', 'fastapi.param_functions'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `${middleware}.Member[${request}]`,
      label: 'request',
    },
    ...apps.flatMap(
      (app) =>
        [
          {
            kind: 'request',
            path: `${app}.Member[${verbs}].ReturnValue.Argument[0].Parameter[0..]`,
            label: 'parameter of a route',
            declared: ['Member[UploadFile]', 'Member[datastructures].Member[UploadFile]'],
          },
          {
            kind: 'request',
            path: `${app}.Member[add_api_route,add_api_websocket_route].Argument[1,endpoint].Parameter[0..]`,
            label: 'parameter of a route',
            declared: ['Member[UploadFile]', 'Member[datastructures].Member[UploadFile]'],
          },
        ] as const,
    ),
    {
      kind: 'request',
      path: 'Member[Depends,Security].Argument[0,dependency].Parameter[0..]',
      label: 'parameter of a dependency',
      declared: ['Member[UploadFile]', 'Member[datastructures].Member[UploadFile]'],
    },
    {
      kind: 'request',
      path: `Member[Request,WebSocket].Instance.Member[${request}]`,
      received: true,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[Request].Instance.Member[${bodies}].ReturnValue`,
      received: true,
      label: 'request body',
      objects: true,
    },
    {
      kind: 'request',
      path: `Member[WebSocket].Instance.Member[${messages}].ReturnValue`,
      received: true,
      label: 'message',
    },
    {
      kind: 'request',
      path: 'Member[UploadFile].Instance.Member[filename,file,content_type]',
      received: true,
      label: 'uploaded file',
    },
    {
      kind: 'request',
      path: 'Member[UploadFile].Instance.Member[read].ReturnValue',
      received: true,
      label: 'uploaded file',
    },
  ],
  requestStates: [
    'Member[Request,WebSocket].Instance',
    'Member[requests].Member[Request].Instance',
    middleware,
  ].flatMap((from) => states.map((state) => ({ path: `${from}.${state}`, place }))),
  providers: [{ call: 'Member[Depends,Security]', function: 'Argument[0,dependency]' }],
  sinks: [
    { kind: 'path', call: 'Member[responses].Member[FileResponse]', at: 'Argument[0,path]', effect: 'fs-read' },
    { kind: 'redirect', call: 'Member[responses].Member[RedirectResponse]', at: 'Argument[0,url]' },
  ],
} as const satisfies Framework;

/** Starlette, under FastAPI and by itself: handlers get the request. */
export const pythonStarlette = {
  id: 'starlette',
  title: 'Starlette',
  language: 'python',
  modules: ['starlette'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[requests].Member[Request].Instance.Member[${request}]`,
      received: true,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[websockets].Member[WebSocket].Instance.Member[${request}]`,
      received: true,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[requests].Member[Request].Instance.Member[${bodies}].ReturnValue`,
      received: true,
      label: 'request body',
      objects: true,
    },
    {
      kind: 'request',
      path: `Member[websockets].Member[WebSocket].Instance.Member[${messages}].ReturnValue`,
      received: true,
      label: 'message',
    },
    {
      kind: 'request',
      path: `Member[routing].Member[Route,WebSocketRoute].Argument[1,endpoint].Parameter[0].Member[${request}]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[routing].Member[Route].Argument[1,endpoint].Parameter[0].Member[${bodies}].ReturnValue`,
      label: 'request body',
      objects: true,
    },
    {
      kind: 'request',
      path: `Member[routing].Member[WebSocketRoute].Argument[1,endpoint].Parameter[0].Member[${messages}].ReturnValue`,
      label: 'message',
    },
    {
      kind: 'request',
      path: `Member[applications].Member[Starlette].Instance.Member[route].ReturnValue.Argument[0].Parameter[0].Member[${request}]`,
      label: 'request',
    },
    { kind: 'request', path: `Member[types].Member[Scope].Instance.Member[${parts}]`, label: 'request' },
    {
      kind: 'request',
      path: 'Member[datastructures].Member[UploadFile].Instance.Member[filename,file,content_type]',
      received: true,
      label: 'uploaded file',
    },
    {
      kind: 'request',
      path: 'Member[datastructures].Member[UploadFile].Instance.Member[read].ReturnValue',
      received: true,
      label: 'uploaded file',
    },
  ],
  requestStates: [
    ...[
      'Member[requests].Member[Request,HTTPConnection].Instance',
      'Member[websockets].Member[WebSocket].Instance',
      'Member[routing].Member[Route,WebSocketRoute].Argument[1,endpoint].Parameter[0]',
      'Member[applications].Member[Starlette].Instance.Member[route].ReturnValue.Argument[0].Parameter[0]',
    ].flatMap((from) => states.map((state) => ({ path: `${from}.${state}`, place }))),
    { path: 'Member[types].Member[Scope].Instance.Member[state]', place },
  ],
  sinks: [
    { kind: 'path', call: 'Member[responses].Member[FileResponse]', at: 'Argument[0,path]', effect: 'fs-read' },
    { kind: 'redirect', call: 'Member[responses].Member[RedirectResponse]', at: 'Argument[0,url]' },
  ],
} as const satisfies Framework;
