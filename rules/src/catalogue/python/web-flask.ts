import type { Framework } from '../framework.js';

const parts =
  'args,form,json,values,data,headers,files,cookies,view_args,query_string,path,full_path,url,base_url,stream,user_agent,referrer,authorization';
const views = 'route,get,post,put,delete,patch,websocket';
const apps = 'Member[Flask,Quart,Blueprint].Instance';
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Flask, and Quart, which is the same for asynchronous code. */
export const pythonFlask = {
  id: 'flask',
  title: 'Flask',
  language: 'python',
  modules: ['flask', 'quart', 'flask.app', 'flask.globals', 'flask.blueprints'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[request].Member[${parts}]`,
      label: 'request',
      converted: 'Argument[type]',
    },
    {
      kind: 'request',
      path: 'Member[request].Member[get_json,get_data].ReturnValue',
      label: 'request body',
      objects: true,
    },
    { kind: 'request', path: 'Member[websocket].Member[receive,receive_json].ReturnValue', label: 'message' },
    {
      kind: 'request',
      path: `${apps}.Member[${views}].ReturnValue.Argument[0].Parameter[0..]`,
      label: 'part of the path',
      declared: [],
    },
    {
      kind: 'request',
      path: `${apps}.Member[add_url_rule].Argument[2,view_func].Parameter[0..]`,
      label: 'part of the path',
      declared: [],
    },
  ],
  requestStates: [{ path: 'Member[g]', place: 'flask' }],
  conventions: methods.map((method) => ({
    kind: 'request' as const,
    base: 'Member[views].Member[MethodView]',
    method,
    parameter: 'all' as const,
    label: 'part of the path',
  })),
  sinks: [
    {
      kind: 'html',
      call: 'Member[make_response,Response]',
      at: 'Argument[0,response]',
      unlessAny: [
        { at: 'Argument[mimetype]', values: [] },
        { at: 'Argument[content_type]', values: [] },
        { at: 'Argument[2,headers]', values: [] },
      ],
    },
    { kind: 'path', call: 'Member[send_file]', at: 'Argument[0,path_or_file]', effect: 'fs-read' },
    { kind: 'redirect', call: 'Member[redirect]', at: 'Argument[0,location]' },
  ],
  sanitizers: [{ call: 'Member[escape,jsonify,render_template]', cleans: ['html'] }],
} as const satisfies Framework;

/** Extensions of Flask that build APIs of classes. */
export const pythonFlaskRestful = {
  id: 'flask-restful',
  title: 'Flask-RESTful',
  language: 'python',
  modules: ['flask_restful', 'flask_restx', 'flask_smorest', 'flask_openapi3'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[reqparse].Member[RequestParser].Instance.Member[parse_args].ReturnValue',
      label: 'request',
    },
  ],
  conventions: methods.map((method) => ({
    kind: 'request' as const,
    base: 'Member[Resource]',
    method,
    parameter: 'all' as const,
    label: 'part of the path',
  })),
} as const satisfies Framework;
