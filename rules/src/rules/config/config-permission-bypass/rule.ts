import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'config-permission-bypass',
    title: 'Agent tool configuration disables permission prompts',
    family: 'config',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'safe',
    languages: ['config'],
    standards: ['ASI02', 'ASI09', 'LLM03:2026', 'LLM06:2025', 'AML.T0081', 'CWE-693', 'CWE-862'],
  },
  *check(app) {
    yield* settingFindings(app, ['permission-bypass'], {
      message: ({ label, subject }) => `\`${label}\` in ${subject} switches questions off`,
      help: 'Let the tool ask: a person sees what the agent is about to do before it is done.',
      fix: () => 'safe',
    });
  },
} satisfies Rule;
