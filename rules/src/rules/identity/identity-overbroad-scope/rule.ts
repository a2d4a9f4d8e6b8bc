import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'identity-overbroad-scope',
    title: 'OAuth or IAM scopes wider than the agent needs',
    family: 'identity',
    severity: 'warning',
    confidence: 'medium',
    tier: 'strict',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['ASI03', 'MCP02:2025', 'LLM03:2026', 'LLM06:2025', 'CWE-732', 'CWE-266', 'AML.M0028'],
  },
  *check(app) {
    yield* settingFindings(app, ['overbroad-scope'], {
      message: ({ label, subject }) => `${subject} asks for more than one task needs: ${label}`,
      help: 'Ask for the narrowest scope that the tools use: read-only, one resource, one folder.',
      nearAgent: true,
    });
  },
} satisfies Rule;
