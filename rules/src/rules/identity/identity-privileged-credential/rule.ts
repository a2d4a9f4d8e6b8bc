import type { AppModel } from '../../../model/app.js';
import type { ToolCredential } from '../../../model/conduct.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'identity-privileged-credential',
    title: 'Agent tool runs with an administrative credential',
    family: 'identity',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['ASI03', 'LLM03:2026', 'LLM06:2025', 'MCP02:2025', 'AML.T0012', 'AML.M0026', 'CWE-250', 'CWE-269'],
  },
  *check(app) {
    const byPlace = new Map<string, ToolCredential[]>();
    for (const credential of app.toolCredentials) {
      const key = `${credential.span.file}:${String(credential.span.start)}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), credential]);
    }
    for (const [first, ...others] of byPlace.values()) if (first !== undefined) yield finding(app, first, others);
  },
} satisfies Rule;

/** One credential is one finding, however many tools use it. */
function finding(app: AppModel, credential: ToolCredential, others: readonly ToolCredential[]): RuleFinding {
  const all = [credential, ...others];
  const [name = 'a tool'] = all.flatMap(({ tool }) => (tool.name === undefined ? [] : [`tool \`${tool.name}\``]));
  const more = others.length === 0 ? '' : ` and ${String(others.length)} more`;
  return {
    message: `${name}${more} runs with \`${credential.label}\`, which ${credential.power}: the model acts with more rights than the person it acts for`,
    help: 'Let the tool work with a credential of the signed-in user, or with one that can do only what the tool is for.',
    severity: lowered('warning', inTest(app, credential.span)),
    // The user of an MCP server brings the credential along, and may bring a smaller one.
    evidence: all.every(({ tool }) => tool.served) ? 'heuristic' : 'likely',
    primary: credential.span,
    trace: credential.path,
    related: all.slice(0, 5).map(({ tool }) => ({ span: tool.nameSpan, message: 'a tool that works with it' })),
  };
}
