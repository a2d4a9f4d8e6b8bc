import type { Rule } from '../../../model/rule.js';
import { listed, policyLine } from '../../policy-names.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'policy-ungated-model-call',
    title: 'Model called outside of the files that the configured policy names as the gateway',
    family: 'policy',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM06:2025', 'ASI09', 'CWE-653'],
  },
  *check(app) {
    const gateway = app.policy.project?.gateway;
    if (gateway === undefined) return;
    for (const { calleeSpan: span, name } of app.ungatedCalls) {
      yield {
        message: `\`${name}\` asks a model past the gateway: the policy has models called in ${listed(gateway)} only`,
        help: 'Call the function of the gateway instead, so that its limits, records and checks hold here too.',
        severity: lowered('warning', inTest(app, span)),
        evidence: 'proven',
        primary: span,
        related: policyLine(gateway, 'the files in which models may be called'),
      };
    }
  },
} satisfies Rule;
