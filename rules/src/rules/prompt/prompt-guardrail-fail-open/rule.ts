import type { GuardrailCall } from '../../../model/agent.js';
import type { Related } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { quoted } from '../../flow-findings.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'prompt-guardrail-fail-open',
    title: 'Guardrail or moderation failure is swallowed',
    family: 'prompt',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM01:2026', 'LLM01:2025', 'ASI01', 'CWE-636', 'CWE-390'],
  },
  *check(app) {
    for (const guardrail of app.guardrails) {
      const { failure, span } = guardrail;
      if (failure !== 'swallowed' && failure !== 'unread') continue;
      yield {
        message:
          failure === 'unread'
            ? `nobody reads the verdict of ${quoted(guardrail.name)}: the model is called whatever it says`
            : `when ${quoted(guardrail.name)} fails, the error is swallowed and the model is called unchecked`,
        help:
          failure === 'unread'
            ? 'Test the verdict and answer with a refusal before the model is called.'
            : 'Refuse where the error is caught, or let it out: a check that cannot be made has not been passed.',
        severity: lowered('warning', false, inTest(app, span)),
        evidence: 'proven',
        primary: span,
        related: places(guardrail),
      };
    }
  },
} satisfies Rule;

function places({ handler, reaches }: GuardrailCall): readonly Related[] {
  return [
    ...(handler === undefined ? [] : [{ span: handler, message: 'the error ends here' }]),
    ...(reaches === undefined ? [] : [{ span: reaches, message: 'the model is called all the same' }]),
  ];
}
