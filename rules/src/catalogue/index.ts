import type { Framework } from './framework.js';
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
  childProcess,
  fileSystem,
  fileSystemPromises,
  runtimeGlobals,
  express,
  next,
];
