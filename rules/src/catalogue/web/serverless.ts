import type { Framework } from '../framework.js';

export const awsLambda = {
  id: 'aws-lambda',
  title: 'AWS Lambda',
  language: 'javascript',
  modules: ['aws-lambda'],
  ai: false,
  checkedAgainst: { '@types/aws-lambda': ['8'] },
  sources: [
    {
      kind: 'request',
      path: 'Member[APIGatewayProxyEvent,APIGatewayProxyEventV2].Instance.Member[body,queryStringParameters,pathParameters,headers]',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[APIGatewayProxyHandler,APIGatewayProxyHandlerV2].Instance.Parameter[0].Member[body,queryStringParameters,pathParameters,headers]',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[SQSEvent].Instance.Member[Records].ArrayElement.Member[body]',
      label: 'queue message',
    },
  ],
} as const satisfies Framework;

export const hostedFunctions = {
  id: 'hosted-functions',
  title: 'Cloud functions',
  language: 'javascript',
  modules: [
    '@vercel/node',
    'firebase-functions',
    'firebase-functions/v2/https',
    '@google-cloud/functions-framework',
    '@netlify/functions',
  ],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[VercelRequest].Instance.Member[body,query,headers,cookies,url]',
      module: '@vercel/node',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[onRequest].Argument[0..1].Parameter[0].Member[body,query,headers,url]',
      module: 'firebase-functions/v2/https',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[onCall].Argument[0..1].Parameter[0].Member[data]',
      module: 'firebase-functions/v2/https',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[https].Member[onRequest].Argument[0].Parameter[0].Member[body,query,headers,url]',
      module: 'firebase-functions',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[https].Member[onCall].Argument[0].Parameter[0]',
      module: 'firebase-functions',
      label: 'request',
    },
    {
      kind: 'request',
      path: 'Member[http].Argument[1].Parameter[0].Member[body,query,headers,url]',
      module: '@google-cloud/functions-framework',
      label: 'request',
    },
  ],
} as const satisfies Framework;

const builder = 'Member[initTRPC].Member[create].ReturnValue.Member[procedure]';
const typedBuilder = 'Member[initTRPC].Member[context].ReturnValue.Member[create].ReturnValue.Member[procedure]';
const used = 'Member[use].ReturnValue';
const ends = 'Member[input].ReturnValue.Member[query,mutation,subscription].Argument[0].Parameter[0].Member[input]';

export const trpc = {
  id: 'trpc',
  title: 'tRPC',
  language: 'javascript',
  modules: ['@trpc/server'],
  ai: false,
  checkedAgainst: { '@trpc/server': ['11'] },
  sources: [
    { kind: 'request', path: `${builder}.${ends}`, label: 'input of a procedure' },
    { kind: 'request', path: `${builder}.${used}.${ends}`, label: 'input of a procedure' },
    { kind: 'request', path: `${builder}.${used}.${used}.${ends}`, label: 'input of a procedure' },
    { kind: 'request', path: `${typedBuilder}.${ends}`, label: 'input of a procedure' },
    { kind: 'request', path: `${typedBuilder}.${used}.${ends}`, label: 'input of a procedure' },
    { kind: 'request', path: `${typedBuilder}.${used}.${used}.${ends}`, label: 'input of a procedure' },
  ],
} as const satisfies Framework;

export const bullMq = {
  id: 'bullmq',
  title: 'BullMQ',
  language: 'javascript',
  modules: ['bullmq'],
  ai: false,
  checkedAgainst: { bullmq: ['6'] },
  sources: [
    { kind: 'request', path: 'Member[Worker].Argument[1].Parameter[0].Member[data]', label: 'queue message' },
    { kind: 'request', path: 'Member[Job].Instance.Member[data]', label: 'queue message' },
  ],
} as const satisfies Framework;
