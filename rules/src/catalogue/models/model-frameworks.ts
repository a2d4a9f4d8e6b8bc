import type { Framework } from '../framework.js';
import { agentKit } from './agent-kit.js';
import { aiSdkOtherProviders, aiSdkUncheckedProviders } from './ai-sdk-other-providers.js';
import { aiSdkProviders } from './ai-sdk-providers.js';
import { anthropic } from './anthropic.js';
import { bedrock } from './bedrock.js';
import { claudeAgentSdk } from './claude-agent-sdk.js';
import { cloudflareAgents } from './cloudflare-agents.js';
import { codexSdk } from './codex-sdk.js';
import { cohere } from './cohere.js';
import { copilotSdk } from './copilot-sdk.js';
import { copilotKit } from './copilotkit.js';
import { deepAgents } from './deepagents.js';
import { openRouter, portkey } from './gateways.js';
import { genkit } from './genkit.js';
import { googleAdk } from './google-adk.js';
import { googleGenAi, googleGenerativeAi } from './google-genai.js';
import { googleOthers } from './google-others.js';
import { moderation, uncheckedModeration } from './guardrails.js';
import { langchainAgents } from './langchain-agents.js';
import { langchainLegacy } from './langchain-legacy.js';
import { langchain } from './langchain.js';
import { langgraph, langgraphStores } from './langgraph.js';
import { llamaIndex } from './llamaindex.js';
import { mastra, mastraBeforeOne, mastraClient } from './mastra.js';
import { mcpClients } from './mcp-clients.js';
import { fastMcp, mcpHandler, mcpHandlerBeforeTwo } from './mcp-frameworks.js';
import { mcpSdkV2 } from './mcp-sdk-v2.js';
import { mcpSdk } from './mcp-sdk.js';
import { mistral } from './mistral.js';
import { huggingFace, replicate, together, transformersJs } from './open-model-hosts.js';
import { modelRequests } from './model-requests.js';
import { openaiAgents } from './openai-agents.js';
import { openaiGuardrails } from './openai-guardrails.js';
import { openai } from './openai.js';
import { groqSdk, ollama } from './other-models.js';
import { e2b, vercelSandbox, daytona } from './sandboxes.js';
import { stagehand, stagehandBeforeFour } from './stagehand.js';
import { strands } from './strands.js';
import { vectorDatabases } from './vector-databases.js';
import { vercelAi } from './vercel-ai.js';
import { voltAgent } from './voltagent.js';

/** Model SDKs, agent frameworks, MCP and what they are used with. */
export const modelFrameworks: readonly Framework[] = [
  moderation,
  uncheckedModeration,
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
  modelRequests,
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
  vercelAi,
  e2b,
  vercelSandbox,
  daytona,
];
