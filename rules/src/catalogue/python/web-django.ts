import type { Framework } from '../framework.js';

const parts = 'GET,POST,body,FILES,COOKIES,headers,META,path,path_info';
const readers = 'get_full_path,build_absolute_uri,read,readlines';
const methods = ['get', 'post', 'put', 'patch', 'delete', 'list', 'create', 'retrieve', 'update', 'destroy'] as const;
const views = [
  'Member[views].Member[View]',
  'Member[views].Member[generic].Member[*]',
  'Member[views].Member[generic].Member[base,edit,list,detail].Member[*]',
] as const;
const marks = [
  'Member[views].Member[decorators].Member[csrf].Member[csrf_exempt,csrf_protect,ensure_csrf_cookie]',
  'Member[views].Member[decorators].Member[http].Member[require_POST,require_GET,require_safe]',
  'Member[views].Member[decorators].Member[http].Member[require_http_methods].ReturnValue',
  'Member[contrib].Member[auth].Member[decorators].Member[login_required]',
  'Member[contrib].Member[auth].Member[decorators].Member[permission_required,user_passes_test].ReturnValue',
] as const;
const urls = 'Member[urls].Member[path,re_path].Argument[1,view]';

export const pythonDjango = {
  id: 'django',
  title: 'Django',
  language: 'python',
  modules: ['django'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[http].Member[HttpRequest].Instance.Member[${parts}]`,
      received: true,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[http].Member[HttpRequest].Instance.Member[${readers}].ReturnValue`,
      received: true,
      label: 'request',
    },
    ...marks.map((mark) => ({
      kind: 'request' as const,
      path: `${mark}.Argument[0].Parameter[0].Member[${parts}]`,
      label: 'request',
    })),
    { kind: 'request', path: `${urls}.Parameter[0].Member[${parts}]`, label: 'request' },
    { kind: 'request', path: `${urls}.Parameter[1..]`, label: 'part of the path', declared: [] },
    ...views.map((view) => ({
      kind: 'request' as const,
      path: `${view}.Instance.Member[request].Member[${parts}]`,
      label: 'request',
    })),
    ...views.map((view) => ({
      kind: 'request' as const,
      path: `${view}.Instance.Member[kwargs]`,
      label: 'part of the path',
    })),
  ],
  conventions: [
    {
      kind: 'request',
      gives: [
        'Member[http].Member[HttpResponse,JsonResponse,StreamingHttpResponse,HttpResponseBadRequest,HttpResponseRedirect]',
        'Member[shortcuts].Member[render,redirect]',
      ],
      parameter: 0,
      at: [`Member[${parts}]`, `Member[${readers}].ReturnValue`],
      label: 'request',
    },
    ...views.map((base) => ({
      kind: 'request' as const,
      base,
      method: methods,
      parameter: 0 as const,
      at: [`Member[${parts}]`],
      label: 'request',
    })),
  ],
  sinks: [
    {
      kind: 'html',
      call: 'Member[http].Member[HttpResponse]',
      at: 'Argument[0,content]',
      unless: { at: 'Argument[1,content_type]', values: [] },
    },
    { kind: 'redirect', call: 'Member[shortcuts].Member[redirect]', at: 'Argument[0]' },
    { kind: 'redirect', call: 'Member[http].Member[HttpResponseRedirect]', at: 'Argument[0,redirect_to]' },
  ],
  sanitizers: [
    { call: 'Member[utils].Member[text].Member[slugify]', cleans: 'all' },
    { call: 'Member[utils].Member[text].Member[get_valid_filename]', cleans: ['path'] },
  ],
} as const satisfies Framework;

const restParts = 'data,query_params,FILES,POST,GET,body,headers,META,COOKIES';
const restViews = [
  'Member[views].Member[APIView]',
  'Member[generics].Member[*]',
  'Member[viewsets].Member[*]',
] as const;

export const pythonDjangoRest = {
  id: 'django-rest-framework',
  title: 'Django REST framework',
  language: 'python',
  modules: ['rest_framework'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[request].Member[Request].Instance.Member[${restParts}]`,
      received: true,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[decorators].Member[api_view].ReturnValue.Argument[0].Parameter[0].Member[${restParts}]`,
      label: 'request',
    },
    ...restViews.map((view) => ({
      kind: 'request' as const,
      path: `${view}.Instance.Member[request].Member[${restParts}]`,
      label: 'request',
    })),
    {
      kind: 'request',
      path: 'Member[decorators].Member[action].ReturnValue.Argument[0].Parameter[0].Member[data,query_params,FILES]',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[serializers].Member[Serializer,ModelSerializer].Instance.Member[validated_data]',
      label: 'request',
    },
  ],
  conventions: restViews.map((base) => ({
    kind: 'request' as const,
    base,
    method: methods,
    parameter: 0 as const,
    at: [`Member[${restParts}]`],
    label: 'request',
  })),
} as const satisfies Framework;
