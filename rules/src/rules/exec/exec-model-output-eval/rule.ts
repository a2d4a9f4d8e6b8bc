import { parseLiteral } from '../../../fix/parse-literal.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'exec-model-output-eval',
    title: 'Model output evaluated as code',
    family: 'exec',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM10:2026', 'LLM05:2025', 'ASI05', 'AML.T0050', 'AML.T0102', 'CWE-95', 'CWE-94', 'CWE-1426'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['code'],
      sources: ['model-output', 'tool-input', 'retrieved', 'request'],
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const fix = parseLiteral(app, group[0]);
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} is run as code by ${quoted(sink.label)}${sink.effect === 'eval' ? ' in this process' : ''}`,
        help: inLanguage(app, sink.span, {
          typescript:
            'Run generated code in an isolated sandbox without network and secrets, or parse it: an expression parser for arithmetic, JSON.parse for data.',
          python:
            'Run generated code in an isolated sandbox without network and secrets, or parse it: an expression parser for arithmetic, json.loads or ast.literal_eval for data.',
        }),
        severity: 'error',
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
} satisfies Rule;
