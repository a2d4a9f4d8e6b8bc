import type { Framework } from './framework.js';
import { aiSdkProviders } from './models/ai-sdk-providers.js';
import { anthropic } from './models/anthropic.js';
import { claudeAgentSdk } from './models/claude-agent-sdk.js';
import { googleGenAi, googleGenerativeAi } from './models/google-genai.js';
import { langchain } from './models/langchain.js';
import { langgraph } from './models/langgraph.js';
import { mcpSdkV2 } from './models/mcp-sdk-v2.js';
import { openaiAgents } from './models/openai-agents.js';
import { mcpSdk } from './models/mcp-sdk.js';
import { openai } from './models/openai.js';
import { vercelAi } from './models/vercel-ai.js';
import { childProcess } from './runtime/child-process.js';
import { fileSystem, fileSystemPromises } from './runtime/file-system.js';
import { runtimeGlobals } from './runtime/runtime-globals.js';
import { express } from './web/express.js';
import { next } from './web/next.js';

/** Every framework that leashlint knows. The order has no meaning. */
export const catalogue: readonly Framework[] = [
  vercelAi,
  openai,
  mcpSdk,
  aiSdkProviders,
  anthropic,
  claudeAgentSdk,
  googleGenAi,
  googleGenerativeAi,
  langchain,
  langgraph,
  mcpSdkV2,
  openaiAgents,
  childProcess,
  fileSystem,
  fileSystemPromises,
  runtimeGlobals,
  express,
  next,
];
