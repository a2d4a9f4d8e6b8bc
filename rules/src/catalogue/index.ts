import { artifactHubs, fineTuning, mcpLaunches, otherMcpLaunches } from './supply/hubs.js';
import { jsYaml, nodeFetches, nodeObjects, pickledIndicesJs } from './supply/node-objects.js';
import type { Framework } from './framework.js';
import { recordReads } from './data/records.js';
import {
  drizzleOrm,
  knex,
  mongodb,
  mongoose,
  neo4j,
  redis,
  prisma,
  sequelize,
  supabase,
  typeorm,
} from './data/query-builders.js';
import {
  betterSqlite3,
  bigQuery,
  bunSqlite,
  duckdb,
  libsql,
  mssql,
  mysql,
  mysql2,
  nodeSqlite,
  pg,
  postgresJs,
  sqlite,
  sqlite3,
} from './data/sql-drivers.js';
import { agentKit } from './models/agent-kit.js';
import { aiSdkOtherProviders, aiSdkUncheckedProviders } from './models/ai-sdk-other-providers.js';
import { aiSdkProviders } from './models/ai-sdk-providers.js';
import { anthropic } from './models/anthropic.js';
import { bedrock } from './models/bedrock.js';
import { claudeAgentSdk } from './models/claude-agent-sdk.js';
import { cloudflareAgents } from './models/cloudflare-agents.js';
import { codexSdk } from './models/codex-sdk.js';
import { cohere } from './models/cohere.js';
import { copilotSdk } from './models/copilot-sdk.js';
import { copilotKit } from './models/copilotkit.js';
import { deepAgents } from './models/deepagents.js';
import { openRouter, portkey } from './models/gateways.js';
import { genkit } from './models/genkit.js';
import { googleAdk } from './models/google-adk.js';
import { googleGenAi, googleGenerativeAi } from './models/google-genai.js';
import { googleOthers } from './models/google-others.js';
import { langchainAgents } from './models/langchain-agents.js';
import { langchainLegacy } from './models/langchain-legacy.js';
import { langchain } from './models/langchain.js';
import { langgraph, langgraphStores } from './models/langgraph.js';
import { llamaIndex } from './models/llamaindex.js';
import { mastra, mastraBeforeOne, mastraClient } from './models/mastra.js';
import { mcpClients } from './models/mcp-clients.js';
import { fastMcp, mcpHandler, mcpHandlerBeforeTwo } from './models/mcp-frameworks.js';
import { mcpSdkV2 } from './models/mcp-sdk-v2.js';
import { mcpSdk } from './models/mcp-sdk.js';
import { mistral } from './models/mistral.js';
import { huggingFace, replicate, together, transformersJs } from './models/open-model-hosts.js';
import { openaiAgents } from './models/openai-agents.js';
import { openaiGuardrails } from './models/openai-guardrails.js';
import { openai } from './models/openai.js';
import { groqSdk, ollama } from './models/other-models.js';
import { daytona, e2b, vercelSandbox } from './models/sandboxes.js';
import { stagehand, stagehandBeforeFour } from './models/stagehand.js';
import { strands } from './models/strands.js';
import { vectorDatabases } from './models/vector-databases.js';
import { vercelAi } from './models/vercel-ai.js';
import { voltAgent } from './models/voltagent.js';
import { addressChecks } from './network/address-checks.js';
import { playwright, puppeteer } from './network/browser-automation.js';
import { moderation, uncheckedModeration } from './models/guardrails.js';
import { clientAddresses, requestAddresses, uncheckedAddresses } from './network/client-addresses.js';
import { axios, got, ky, nodeFetch, superagent, undici, webSockets } from './network/http-clients.js';
import { pythonAgentFrameworks } from './python/agents/agent-frameworks.js';
import { pythonBuiltins } from './python/builtins.js';
import { pythonDocumentStores, pythonSqlDrivers, sqlAlchemy } from './python/databases.js';
import { pythonExecution } from './python/execution.js';
import { pythonFetches } from './python/fetches.js';
import { modelLoaders, pythonHuggingFace, sharedParts } from './python/hubs.js';
import { pythonMcpLaunches } from './python/mcp-launches.js';
import { modelFiles, pickledIndices, torch } from './python/model-files.js';
import { pythonOpenedFiles } from './python/opened-files.js';
import { arrayFiles, pyYaml, pythonObjects } from './python/pickles.js';
import { pythonFiles } from './python/files.js';
import { pythonBrowsers, pythonHttpClients } from './python/http-clients.js';
import { pythonLogs } from './python/logs.js';
import { pythonFastMcp, pythonMcp } from './python/mcp.js';
import { pythonAnthropic } from './python/models/anthropic.js';
import { pythonBedrock } from './python/models/bedrock.js';
import { pythonClaudeAgentSdk } from './python/models/claude-agent-sdk.js';
import { pythonGoogleAdk } from './python/models/google-adk.js';
import { pythonGoogleGenAi, pythonGoogleGenerativeAi, pythonVertexAi } from './python/models/google.js';
import {
  pythonAzureInference,
  pythonCohere,
  pythonGroq,
  pythonHfInference,
  pythonInstructor,
  pythonLiteLlm,
  pythonMistral,
  pythonOllama,
  pythonTogether,
} from './python/models/other-models.js';
import { pythonDaytona, pythonE2b, pythonModal } from './python/models/sandboxes.js';
import { pythonTransformers } from './python/models/transformers.js';
import { pythonRetrievedDocuments } from './python/models/vector-databases.js';
import { pythonOpenAi, pythonOpenAiBeforeOne } from './python/models/openai.js';
import { pythonOpenAiAgents } from './python/openai-agents.js';
import { pythonRateLimiters } from './python/rate-limits.js';
import { pythonRecordReads } from './python/records.js';
import { pythonRemoteCommands } from './python/remote-commands.js';
import { pythonSecrets } from './python/secrets.js';
import { pythonLangchainStores, pythonMemories, pythonVectorDatabases } from './python/stores.js';
import { pythonTemplates } from './python/templates.js';
import { pythonCommandLines, pythonLocalInput } from './python/local-input.js';
import { pythonChainlit, pythonGradio, pythonStreamlit } from './python/web-apps.js';
import { pythonAiohttpWeb, pythonBottle, pythonLitestar, pythonSanic, pythonTornado } from './python/web-async.js';
import { pythonDiscord, pythonSlackBolt, pythonTelegram, pythonTelegramBots } from './python/web-chats.js';
import { pythonDjango, pythonDjangoRest } from './python/web-django.js';
import { pythonOpenMiddleware, pythonRequestChecks } from './python/web-checks.js';
import { pythonAgentRoutes, pythonMcpEndpoints } from './python/web-mcp.js';
import { pythonUnverifiedTls } from './python/unverified-tls.js';
import { unverifiedTls } from './network/unverified-tls.js';
import { pythonWebServers } from './python/web-servers.js';
import { pythonFastapi, pythonStarlette } from './python/web-fastapi.js';
import { pythonFlask, pythonFlaskRestful } from './python/web-flask.js';
import { pythonCloudFunctions, pythonLambda, pythonPowertools } from './python/web-serverless.js';
import { browserGlobals, react } from './runtime/browser-globals.js';
import { bunGlobals, denoGlobals } from './runtime/bun-deno.js';
import { childProcess } from './runtime/child-process.js';
import { deleters, fsExtra } from './runtime/file-packages.js';
import { fileSystem, fileSystemPromises } from './runtime/file-system.js';
import {
  nodeCrypto,
  nodeHttp,
  nodePath,
  nodeReadline,
  nodeUrl,
  nodeUtil,
  nodeVm,
  nodeWorkerThreads,
} from './runtime/node-modules.js';
import { runtimeGlobals } from './runtime/runtime-globals.js';
import {
  crossSpawn,
  execa,
  nodePty,
  otherShellQuoting,
  shellQuoting,
  shelljs,
  ssh,
  vm2,
  zx,
} from './runtime/shell-packages.js';
import { cloud, git, github, googleApis, notion } from './services/code-hosts.js';
import { nodemailer, otherMessages, postmark, resend, sendgrid, slack } from './services/messages.js';
import { otherPayments, stripe } from './services/payments.js';
import { documentReaders, vectorStores, webSearches } from './services/retrieval.js';
import { secretStores } from './services/secret-stores.js';
import { awsPolicies, googleAuth, microsoftAuth, pythonScopes, signIn } from './services/scopes.js';
import { langchainStores, memoryStores, vectorDatabaseStores } from './services/stores.js';
import { markdownRenderers } from './text/markdown-renderers.js';
import { nextRedirects, redirects } from './web/redirects.js';
import { bunyan, debug, otherLogs, pino, winston } from './text/logs.js';
import { domPurify, htmlEscapers, markdownIt, marked, sanitizeHtml, validator, xss } from './text/markup.js';
import { ejs, handlebars, lodash, nunjucks, pug } from './text/templates.js';
import { express } from './web/express.js';
import { elysia, honoNodeServer, nodeServers, runtimeServers, webSocketServers } from './web/http-servers.js';
import {
  agentEndpoints,
  mcpFrameworkEndpoints,
  mcpSdkEndpoints,
  mcpSdkV2Endpoints,
  privilegedClients,
  resumedRuns,
} from './web/mcp-endpoints.js';
import { openMiddleware } from './web/middleware.js';
import { bodySizes, rateLimiters } from './web/rate-limits.js';
import { next } from './web/next.js';
import { mcpRequestChecks, requestChecks } from './web/request-checks.js';
import { awsLambda, bullMq, hostedFunctions, trpc } from './web/serverless.js';
import { fastify, h3, hono, koa, koaRouter, nest, nuxtGlobals, routeConventions } from './web/servers.js';
import { signIn as requestSignIn } from './web/sign-in.js';

/** Every framework that leashlint knows. The order has no meaning. */
export const catalogue: readonly Framework[] = [
  clientAddresses,
  requestAddresses,
  uncheckedAddresses,
  secretStores,
  moderation,
  uncheckedModeration,
  markdownRenderers,
  nextRedirects,
  redirects,
  documentReaders,
  vectorStores,
  webSearches,
  prisma,
  knex,
  drizzleOrm,
  sequelize,
  typeorm,
  mongodb,
  mongoose,
  neo4j,
  redis,
  supabase,
  pg,
  postgresJs,
  mysql2,
  mysql,
  betterSqlite3,
  sqlite3,
  sqlite,
  nodeSqlite,
  bunSqlite,
  libsql,
  mssql,
  duckdb,
  bigQuery,
  aiSdkOtherProviders,
  aiSdkUncheckedProviders,
  aiSdkProviders,
  anthropic,
  claudeAgentSdk,
  googleGenAi,
  googleGenerativeAi,
  googleOthers,
  langchain,
  langchainLegacy,
  langgraph,
  langgraphStores,
  fastMcp,
  mcpHandler,
  mcpHandlerBeforeTwo,
  mastra,
  mcpClients,
  mcpSdkV2,
  mcpSdk,
  openaiAgents,
  openai,
  googleAdk,
  genkit,
  deepAgents,
  codexSdk,
  voltAgent,
  strands,
  agentKit,
  copilotKit,
  groqSdk,
  ollama,
  bedrock,
  cloudflareAgents,
  cohere,
  copilotSdk,
  openRouter,
  portkey,
  langchainAgents,
  llamaIndex,
  mastraBeforeOne,
  mastraClient,
  mistral,
  huggingFace,
  replicate,
  together,
  transformersJs,
  openaiGuardrails,
  stagehand,
  stagehandBeforeFour,
  vectorDatabases,
  langchainStores,
  vectorDatabaseStores,
  memoryStores,
  recordReads,
  vercelAi,
  e2b,
  vercelSandbox,
  daytona,
  addressChecks,
  playwright,
  puppeteer,
  axios,
  got,
  undici,
  nodeFetch,
  ky,
  superagent,
  webSockets,
  browserGlobals,
  react,
  bunGlobals,
  denoGlobals,
  childProcess,
  fsExtra,
  deleters,
  fileSystem,
  fileSystemPromises,
  nodeHttp,
  nodeVm,
  nodeWorkerThreads,
  nodePath,
  nodeUrl,
  nodeUtil,
  nodeCrypto,
  nodeReadline,
  runtimeGlobals,
  execa,
  crossSpawn,
  shelljs,
  zx,
  nodePty,
  ssh,
  vm2,
  otherShellQuoting,
  shellQuoting,
  github,
  git,
  cloud,
  googleApis,
  notion,
  nodemailer,
  sendgrid,
  resend,
  postmark,
  slack,
  otherMessages,
  stripe,
  otherPayments,
  googleAuth,
  microsoftAuth,
  signIn,
  awsPolicies,
  winston,
  pino,
  bunyan,
  debug,
  otherLogs,
  markdownIt,
  marked,
  domPurify,
  sanitizeHtml,
  xss,
  htmlEscapers,
  validator,
  handlebars,
  ejs,
  pug,
  nunjucks,
  lodash,
  express,
  nodeServers,
  runtimeServers,
  honoNodeServer,
  elysia,
  webSocketServers,
  openMiddleware,
  rateLimiters,
  bodySizes,
  requestSignIn,
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
  ...pythonAgentFrameworks,
  pythonBuiltins,
  pythonDocumentStores,
  pythonSqlDrivers,
  sqlAlchemy,
  pythonExecution,
  pythonFiles,
  pythonBrowsers,
  pythonHttpClients,
  pythonLogs,
  pythonRemoteCommands,
  pythonSecrets,
  pythonTemplates,
  pythonMcp,
  pythonFastMcp,
  pythonAnthropic,
  pythonClaudeAgentSdk,
  pythonOpenAi,
  pythonOpenAiBeforeOne,
  pythonBedrock,
  pythonGoogleAdk,
  pythonGoogleGenAi,
  pythonGoogleGenerativeAi,
  pythonVertexAi,
  pythonAzureInference,
  pythonCohere,
  pythonGroq,
  pythonHfInference,
  pythonInstructor,
  pythonLiteLlm,
  pythonMistral,
  pythonOllama,
  pythonTogether,
  pythonDaytona,
  pythonE2b,
  pythonModal,
  pythonTransformers,
  pythonRetrievedDocuments,
  pythonOpenAiAgents,
  pythonLocalInput,
  pythonCommandLines,
  pythonFlask,
  pythonFlaskRestful,
  pythonFastapi,
  pythonStarlette,
  pythonDjango,
  pythonDjangoRest,
  pythonAiohttpWeb,
  pythonTornado,
  pythonSanic,
  pythonLitestar,
  pythonBottle,
  pythonGradio,
  pythonStreamlit,
  pythonChainlit,
  pythonSlackBolt,
  pythonDiscord,
  pythonTelegram,
  pythonTelegramBots,
  pythonPowertools,
  pythonLambda,
  pythonCloudFunctions,
  pythonWebServers,
  pythonRequestChecks,
  pythonOpenMiddleware,
  pythonMcpEndpoints,
  pythonAgentRoutes,
  unverifiedTls,
  pythonUnverifiedTls,
  pythonScopes,
  nodeObjects,
  jsYaml,
  pickledIndicesJs,
  nodeFetches,
  artifactHubs,
  mcpLaunches,
  otherMcpLaunches,
  fineTuning,
  pythonLangchainStores,
  pythonVectorDatabases,
  pythonMemories,
  pythonRecordReads,
  pythonRateLimiters,
  pythonOpenedFiles,
  pythonObjects,
  pyYaml,
  arrayFiles,
  torch,
  modelFiles,
  pickledIndices,
  pythonFetches,
  pythonHuggingFace,
  modelLoaders,
  sharedParts,
  pythonMcpLaunches,
];
