import { sanitizeHtml } from '../../../fix/sanitize-html.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'output-html-injection',
    title: 'Model output rendered as raw HTML',
    family: 'output',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM10:2026', 'LLM05:2025', 'AML.T0077', 'CWE-79', 'CWE-1426'],
  },
  *check(app) {
    const groups = flowGroups(app, { sinks: ['html'], sources: ['model-output', 'tool-input', 'retrieved'] });
    for (const group of groups) {
      const { source, sink } = group[0];
      const fix = sanitizeHtml(app, sink);
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} becomes markup through ${quoted(sink.label)}`,
        help: inLanguage(app, sink.span, {
          typescript: 'Render it as text, or clean the markup with DOMPurify or rehype-sanitize right before use.',
          python:
            'Let a template with autoescaping or html.escape make text of it, or clean the markup with nh3 right before use.',
        }),
        severity: 'error',
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
} satisfies Rule;
