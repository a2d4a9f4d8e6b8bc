import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'config-sandbox-weakened',
    title: 'Sandbox disabled or opened up',
    family: 'config',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    standards: ['ASI05', 'LLM03:2026', 'AML.T0105', 'CWE-653', 'CWE-732'],
  },
  *check(app) {
    yield* settingFindings(app, ['sandbox-weakened'], {
      message: ({ label, subject }) => `\`${label}\` in ${subject} opens the sandbox`,
      help: 'Keep files and network closed but for what the task needs.',
    });
  },
} satisfies Rule;
