import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import type { AgentStep } from '../../../model/workflow.js';

export const rule = {
  meta: {
    id: 'ci-agent-untrusted-trigger',
    title: 'Agent workflow triggered by strangers with secrets or PR-head checkout',
    family: 'ci',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['workflow'],
    standards: ['ASI01', 'LLM01:2026', 'LLM01:2025', 'AML.T0093', 'AML.T0051.001', 'CWE-829', 'CWE-94'],
  },
  *check(app) {
    for (const step of app.agentSteps) {
      const [trigger] = step.strangers;
      if (trigger === undefined) continue;
      const power = powerOf(step);
      if (power === undefined) continue;
      yield {
        message: `Anybody can start ${step.framework.title} by \`${trigger.event}\`, and ${power.what}`,
        help: 'Let the job run only for people with write access (`author_association`), or give the agent nothing but reading and answering.',
        evidence: 'proven',
        primary: trigger.span,
        related: [
          { span: step.nameSpan, message: 'the agent runs here' },
          ...(power.span === undefined ? [] : [{ span: power.span, message: power.what }]),
        ],
      };
    }
  },
} satisfies Rule;

/** What a stranger gains; an agent that can only answer gives nothing away. */
function powerOf(step: AgentStep): { readonly what: string; readonly span: Span | undefined } | undefined {
  if (step.proposedCode !== undefined) return { what: 'it works in code that they propose', span: step.proposedCode };
  if (step.tools === 'none' || step.tools === 'unknown') return undefined;
  const [write] = step.writes;
  const [secret] = step.secrets;
  const runs = step.tools === 'any' ? 'it runs any command' : undefined;
  if (write !== undefined) return { what: `its job may write (${write.name})`, span: write.span };
  if (secret !== undefined && runs !== undefined)
    return { what: `${runs}, with ${secret.name} in reach`, span: secret.span };
  return runs === undefined ? undefined : { what: runs, span: undefined };
}
