import type { Framework } from '../framework.js';
import { express } from './express.js';
import { nodeServers, runtimeServers, honoNodeServer, elysia, webSocketServers } from './http-servers.js';
import {
  mcpSdkEndpoints,
  mcpSdkV2Endpoints,
  mcpFrameworkEndpoints,
  agentEndpoints,
  privilegedClients,
  resumedRuns,
} from './mcp-endpoints.js';
import { openMiddleware } from './middleware.js';
import { next } from './next.js';
import { rateLimiters, bodySizes } from './rate-limits.js';
import { nextRedirects, redirects } from './redirects.js';
import { requestChecks, mcpRequestChecks } from './request-checks.js';
import { awsLambda, hostedFunctions, trpc, bullMq } from './serverless.js';
import { fastify, hono, koa, koaRouter, h3, nuxtGlobals, nest, routeConventions } from './servers.js';
import { signIn } from './sign-in.js';

/** Web frameworks and what checks their requests. */
export const webFrameworks: readonly Framework[] = [
  nextRedirects,
  redirects,
  express,
  nodeServers,
  runtimeServers,
  honoNodeServer,
  elysia,
  webSocketServers,
  openMiddleware,
  rateLimiters,
  bodySizes,
  signIn,
  requestChecks,
  mcpRequestChecks,
  mcpSdkEndpoints,
  mcpSdkV2Endpoints,
  mcpFrameworkEndpoints,
  agentEndpoints,
  privilegedClients,
  resumedRuns,
  next,
  awsLambda,
  hostedFunctions,
  trpc,
  bullMq,
  fastify,
  hono,
  koa,
  koaRouter,
  h3,
  nuxtGlobals,
  nest,
  routeConventions,
];
