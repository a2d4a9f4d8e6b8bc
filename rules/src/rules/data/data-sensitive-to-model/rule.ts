import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted, slotName } from '../../flow-findings.js';

export const rule = {
  meta: {
    id: 'data-sensitive-to-model',
    title: 'Personal or regulated data sent to a model without redaction',
    family: 'data',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM02:2026', 'LLM02:2025', 'AML.T0057', 'CWE-359', 'CWE-201'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['prompt-system', 'prompt-user', 'prompt-messages', 'prompt-other', 'template', 'tool-result'],
      sources: ['sensitive'],
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const place = sink.kind === 'tool-result' ? sink.label : `the prompt (${slotName(sink)})`;
      const finding = flowFinding(app, group, {
        message: `${quoted(source.label)} is personal data by its name and goes into ${place} unredacted`,
        help: 'Choose the fields that the task needs, and mask or replace the others before the call.',
        severity: 'warning',
      });
      // A name tells what the data is.
      yield { ...finding, evidence: 'likely' };
    }
  },
} satisfies Rule;
