import type { AppModel, McpServer } from '@leashlint/rules';
import type { ModelCallEntry, ModelContext, ToolEntry } from '../entries.js';

export interface Exposed {
  readonly modelCalls: readonly ModelCallEntry[];
  readonly tools: readonly ToolEntry[];
  readonly servers: readonly McpServer[];
}

/** What the application offers to a network, and who may use it. */
export function buildExposure(
  _context: ModelContext,
  _exposed: Exposed,
): Pick<AppModel, 'routes' | 'mcpTransports' | 'tokenForwards'> {
  return { routes: [], mcpTransports: [], tokenForwards: [] };
}
