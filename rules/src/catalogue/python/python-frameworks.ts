import type { Framework } from '../framework.js';
import { pythonAgentFrameworks } from './agents/agent-frameworks.js';
import { pythonApiClients } from './api-clients.js';
import { pythonBuiltins } from './builtins.js';
import { pythonDocumentStores, pythonSqlDrivers, sqlAlchemy } from './databases.js';
import { pythonExecution } from './execution.js';
import { pythonFetches } from './fetches.js';
import { pythonFiles } from './files.js';
import { pythonBrowsers, pythonHttpClients } from './http-clients.js';
import { pythonHuggingFace, modelLoaders, sharedParts } from './hubs.js';
import { pythonLocalInput, pythonCommandLines } from './local-input.js';
import { pythonLogs } from './logs.js';
import { pythonMcpLaunches } from './mcp-launches.js';
import { pythonMcp, pythonFastMcp } from './mcp.js';
import { torch, modelFiles, pickledIndices } from './model-files.js';
import { pythonOpenAiAgents } from './openai-agents.js';
import { pythonDocumentFiles } from './document-files.js';
import { pythonOpenedFiles } from './opened-files.js';
import { pythonObjects, pyYaml, arrayFiles } from './pickles.js';
import { pythonRateLimiters } from './rate-limits.js';
import { pythonRecordReads } from './records.js';
import { pythonRemoteCommands } from './remote-commands.js';
import { pythonSecrets } from './secrets.js';
import { pythonLangchainStores, pythonVectorDatabases, pythonMemories } from './stores.js';
import { pythonTemplates } from './templates.js';
import { pythonUnverifiedTls } from './unverified-tls.js';
import { pythonGradio, pythonStreamlit, pythonChainlit } from './web-apps.js';
import { pythonHttpServer, pythonSockets } from './web-standard.js';
import { pythonAiohttpWeb, pythonTornado, pythonSanic, pythonLitestar, pythonBottle } from './web-async.js';
import { pythonSlackBolt, pythonDiscord, pythonTelegram, pythonTelegramBots } from './web-chats.js';
import { pythonRequestChecks, pythonOpenMiddleware } from './web-checks.js';
import { pythonDjango, pythonDjangoRest } from './web-django.js';
import { pythonFastapi, pythonStarlette } from './web-fastapi.js';
import { pythonFlask, pythonFlaskRestful } from './web-flask.js';
import { pythonMcpEndpoints, pythonAgentRoutes } from './web-mcp.js';
import { pythonPowertools, pythonLambda, pythonCloudFunctions } from './web-serverless.js';
import { pythonWebServers } from './web-servers.js';
import { pythonModels } from './models/python-models.js';

/** Python: standard library, web frameworks, databases, agents and models. */
export const pythonFrameworks: readonly Framework[] = [
  ...pythonAgentFrameworks,
  pythonBuiltins,
  pythonDocumentStores,
  pythonSqlDrivers,
  sqlAlchemy,
  pythonExecution,
  pythonFiles,
  pythonDocumentFiles,
  pythonBrowsers,
  pythonHttpClients,
  pythonApiClients,
  pythonLogs,
  pythonRemoteCommands,
  pythonSecrets,
  pythonTemplates,
  pythonMcp,
  pythonFastMcp,
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
  pythonHttpServer,
  pythonSockets,
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
  pythonUnverifiedTls,
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
  ...pythonModels,
];
