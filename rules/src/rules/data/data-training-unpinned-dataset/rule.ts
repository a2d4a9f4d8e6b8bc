import type { Rule } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'data-training-unpinned-dataset',
    title: 'Training data loaded without pin or provenance',
    family: 'data',
    severity: 'warning',
    confidence: 'high',
    tier: 'strict',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM05:2026', 'LLM04:2025', 'AML.T0020', 'AML.T0010.002', 'AML.M0025', 'CWE-353', 'CWE-494'],
  },
  *check(app) {
    for (const { name, pin, place, trains, nameSpan, span, registry } of app.artifacts) {
      if (trains === undefined || place !== 'hub' || (pin !== 'absent' && pin !== 'moving')) continue;
      const isAddress = /^https?:/.test(name ?? '');
      yield {
        message: isAddress
          ? `A model is trained on whatever \`${name ?? ''}\` gives when it is fetched`
          : `A model is trained on \`${name ?? ''}\` from ${registry} as it is at that moment`,
        help: isAddress
          ? 'Keep the examples that were reviewed, or compare a checksum before training.'
          : 'Name the commit that was reviewed (`revision`), so that nobody can add examples unseen.',
        severity: lowered('warning', inTest(app, span)),
        evidence: 'proven',
        primary: nameSpan,
        related: [{ span: trains, message: 'trains on it' }],
      };
    }
    for (const { channel, label, span, use, useSpan, verified } of app.downloads) {
      if (use !== 'trains' || verified || channel !== 'trusted') continue;
      yield {
        message: `A model is trained on what \`${label}\` fetches, without a check that it is what was reviewed`,
        help: 'Keep the examples that were reviewed, or compare a checksum before training.',
        severity: lowered('warning', inTest(app, span)),
        evidence: 'proven',
        primary: span,
        related: [{ span: useSpan, message: 'trains on it' }],
      };
    }
  },
} satisfies Rule;
