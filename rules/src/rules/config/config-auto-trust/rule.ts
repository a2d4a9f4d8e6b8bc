import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'config-auto-trust',
    title: 'Repository auto-enables third-party servers, plugins or tools',
    family: 'config',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    standards: ['MCP09:2025', 'ASI04', 'AML.T0081', 'AML.T0010.005', 'CWE-829'],
  },
  *check(app) {
    yield* settingFindings(app, ['auto-trust'], {
      message: ({ label, subject }) => `\`${label}\` in ${subject} trusts without a question`,
      help: 'Name what is trusted; whoever can change this file decides otherwise what runs on the machine of everybody who opens the repository.',
    });
  },
} satisfies Rule;
