import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'config-endpoint-override',
    title: 'Project file redirects model traffic',
    family: 'config',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    standards: ['MCP01:2025', 'LLM02:2026', 'AML.T0081', 'AML.T0096', 'CWE-522', 'CWE-319'],
  },
  *check(app) {
    yield* settingFindings(app, ['endpoint-override'], {
      message: ({ label, subject }) => `\`${label}\` in ${subject} decides where prompts and credentials go`,
      help: 'Leave addresses of models to the settings of each user, or use https and the address of the provider.',
    });
  },
} satisfies Rule;
