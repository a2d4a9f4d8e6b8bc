import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'config-overbroad-allow',
    title: 'Auto-allow rule covers arbitrary commands, files, URLs or tools',
    family: 'config',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    standards: ['ASI02', 'MCP02:2025', 'LLM03:2026', 'LLM06:2025', 'AML.T0053', 'CWE-732', 'CWE-1220'],
  },
  *check(app) {
    yield* settingFindings(app, ['overbroad-allow'], {
      message: ({ label, subject }) => `\`${label}\` in ${subject} allows more than a task needs`,
      help: 'Name the commands, files or domains that are needed, and let the tool ask about everything else.',
    });
  },
} satisfies Rule;
