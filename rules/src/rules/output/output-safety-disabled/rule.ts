import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'output-safety-disabled',
    title: 'Provider safety filter turned off',
    family: 'output',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM01:2026', 'LLM01:2025', 'AML.T0054', 'AML.M0020', 'CWE-693'],
  },
  *check(app) {
    yield* settingFindings(app, ['safety-disabled'], {
      message: ({ label, subject }) => `${subject} runs without a filter of the provider: ${label}`,
      help: 'Choose a threshold that blocks at least what is clearly harmful.',
    });
  },
} satisfies Rule;
