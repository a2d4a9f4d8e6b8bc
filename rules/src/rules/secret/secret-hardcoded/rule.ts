import { keyFromEnvironment } from '../../../fix/environment-variable.js';
import { contains } from '../../../fix/flow-places.js';
import type { AppModel } from '../../../model/app.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'secret-hardcoded',
    title: 'Provider key or token literal in source or configuration',
    family: 'secret',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python', 'config'],
    standards: ['LLM02:2026', 'LLM02:2025', 'MCP01:2025', 'AML.T0055', 'AML.T0083', 'CWE-798', 'CWE-312'],
  },
  *check(app) {
    const configured = configuredSecrets(app);
    for (const secret of app.secrets) {
      if (configured.some((place) => contains(place, secret.span))) continue;
      const test = inTest(app, secret.span);
      // Tests make up credentials; only a provider's own format tells a real one.
      if (test && secret.format === 'option') continue;
      yield {
        message: `${secret.title} in the source: \`${secret.preview}\``,
        help: `Read it from ${secret.envVariable} or a secret store. Whoever has read the repository has the key: revoke it and make a new one.`,
        severity: lowered('error', test, MADE_FOR_TESTS.has(secret.format)),
        evidence: secret.evidence,
        primary: secret.span,
        fixes: keyFromEnvironment(app, secret),
      };
    }
  },
} satisfies Rule;

/** Keys that move no real money, which people write down on purpose. */
const MADE_FOR_TESTS: ReadonlySet<string> = new Set(['stripe-test']);

/** Keys in the configuration of an MCP server have a rule of their own. */
function configuredSecrets(app: AppModel): readonly Span[] {
  return app.configuredServers.flatMap(({ secrets }) => secrets.map(({ text }) => text.span));
}
