import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted, slotName } from '../../flow-findings.js';

export const rule = {
  meta: {
    id: 'prompt-template-injection',
    title: 'Untrusted text used as a prompt template',
    family: 'prompt',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM01:2026', 'LLM01:2025', 'CWE-1336', 'CWE-94', 'AML.T0051'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['template'],
      sources: ['request', 'retrieved', 'tool-input', 'model-output'],
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} becomes the template of ${slotName(sink)}, not a value in it`,
        help: 'Keep the template constant and pass the value as one of its variables.',
        severity: 'error',
      });
    }
  },
} satisfies Rule;
