import type { Framework } from '../framework.js';

const parts = 'body,queryStringParameters,multiValueQueryStringParameters,pathParameters,headers,rawQueryString';
const resolvers =
  'Member[APIGatewayRestResolver,APIGatewayHttpResolver,LambdaFunctionUrlResolver,ALBResolver,ApiGatewayResolver]';

/** AWS Lambda's library for handlers, which says what an event is. */
export const pythonPowertools = {
  id: 'aws-lambda-powertools',
  title: 'Powertools for AWS Lambda',
  language: 'python',
  modules: ['aws_lambda_powertools'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[event_handler].${resolvers}.Instance.Member[current_event].Member[json_body,body,query_string_parameters,headers,path_parameters]`,
      label: 'request',
    },
    {
      kind: 'request',
      path: `Member[event_handler].${resolvers}.Instance.Member[get,post,put,patch,delete,route].ReturnValue.Argument[0].Parameter[0..]`,
      label: 'parameter of a route',
      declared: [],
    },
    {
      kind: 'request',
      path: 'Member[utilities].Member[data_classes].Member[APIGatewayProxyEvent,APIGatewayProxyEventV2,LambdaFunctionUrlEvent].Instance.Member[json_body,body,query_string_parameters,headers,path_parameters]',
      label: 'request',
    },
  ],
} as const satisfies Framework;

/** Handlers by the name that AWS gives them where nobody chooses another. */
export const pythonLambda = {
  id: 'aws-lambda-python',
  title: 'AWS Lambda',
  language: 'python',
  modules: [],
  ai: false,
  checkedAgainst: {},
  conventions: [
    {
      kind: 'request',
      file: '**/*.py',
      exports: ['lambda_handler'],
      parameter: 0,
      at: [`Member[${parts}]`],
      label: 'request',
      evidence: 'likely',
    },
  ],
} as const satisfies Framework;

/** Cloud functions of Google and Azure. */
export const pythonCloudFunctions = {
  id: 'cloud-functions-python',
  title: 'Cloud functions',
  language: 'python',
  modules: ['functions_framework', 'azure.functions', 'firebase_functions'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[http].Argument[0].Parameter[0].Member[args,form,json,values,data,headers,files,cookies]',
      module: 'functions_framework',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[http].Argument[0].Parameter[0].Member[get_json,get_data].ReturnValue',
      module: 'functions_framework',
      label: 'request body',
      objects: true,
    },
    {
      kind: 'request',
      path: 'Member[HttpRequest].Instance.Member[params,route_params,headers,form,files]',
      received: true,
      module: 'azure.functions',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[HttpRequest].Instance.Member[get_json,get_body].ReturnValue',
      received: true,
      module: 'azure.functions',
      label: 'request body',
      objects: true,
    },
    {
      kind: 'request',
      path: 'Member[https_fn].Member[Request].Instance.Member[args,form,json,values,data,headers]',
      received: true,
      module: 'firebase_functions',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[https_fn].Member[CallableRequest].Instance.Member[data]',
      received: true,
      module: 'firebase_functions',
      label: 'request',
    },
  ],
} as const satisfies Framework;
