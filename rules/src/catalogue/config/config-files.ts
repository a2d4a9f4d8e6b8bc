import type { ConfigFileKind } from '../config-file.js';
import { claudeSettings } from './claude.js';
import { codexSettings } from './codex.js';
import { commands } from './commands.js';
import { editors } from './editors.js';
import { geminiPolicies, geminiSettings } from './gemini.js';
import { hooks } from './hooks.js';
import { instructions } from './instructions.js';
import { mcpClients } from './mcp-clients.js';
import { workflows } from './workflows.js';

/** Every kind of configuration file that leashlint knows. A file may be of several kinds. */
export const configFiles: readonly ConfigFileKind[] = [
  claudeSettings,
  codexSettings,
  geminiSettings,
  geminiPolicies,
  ...editors,
  ...mcpClients,
  ...hooks,
  ...instructions,
  ...workflows,
  ...commands,
];
