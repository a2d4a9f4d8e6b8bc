import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'exec-dangerous-opt-in',
    title: 'Explicit dangerous opt-in flag enabled',
    family: 'exec',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI05', 'CWE-676', 'CWE-1188'],
  },
  *check(app) {
    yield* settingFindings(app, ['dangerous-opt-in'], {
      message: ({ label, subject }) => `${subject} gives up a protection: ${label}`,
      notInTests: true,
      help: 'Leave the option at its default, and solve what made it necessary: declare the tools, name the modules that code may use.',
      nearAgent: true,
    });
  },
} satisfies Rule;
