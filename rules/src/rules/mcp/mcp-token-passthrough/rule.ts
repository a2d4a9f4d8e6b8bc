import type { Rule } from '../../../model/rule.js';
import { inTest } from '../../severity.js';

export const rule = {
  meta: {
    id: 'mcp-token-passthrough',
    title: 'Inbound MCP token forwarded to another API',
    family: 'mcp',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['MCP01:2025', 'MCP07:2025', 'ASI03', 'AML.T0091.000', 'CWE-441', 'CWE-863'],
  },
  *check(app) {
    for (const { audienceChecked, evidence, sink, source, steps } of app.tokenForwards) {
      if (audienceChecked || inTest(app, sink.span)) continue;
      yield {
        message: `the ${source.label} goes on to another server: \`${sink.label}\` sends it as its own credential`,
        help: 'Exchange the token for one that is meant for the other server, or use a credential of this server; accept only tokens that were issued for this server.',
        severity: 'error',
        evidence: evidence === 'heuristic' ? 'heuristic' : 'likely',
        primary: sink.span,
        trace: [
          { span: source.span, message: `the ${source.label} comes in here` },
          ...steps,
          { span: sink.span, message: `is sent by \`${sink.label}\`` },
        ],
      };
    }
  },
} satisfies Rule;
