import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'secret-env-passthrough',
    title: 'Whole environment handed to a sandbox, MCP server or child agent',
    family: 'secret',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM02:2026', 'LLM02:2025', 'ASI03', 'MCP01:2025', 'AML.T0098', 'CWE-668', 'CWE-250'],
  },
  *check(app) {
    yield* settingFindings(app, ['env-passthrough'], {
      message: ({ label, subject }) => `${subject} gets every key in the environment of this process: ${label}`,
      help: {
        typescript: 'Pass the variables that it needs by name: `env: { API_TOKEN: process.env.API_TOKEN }`.',
        python: 'Pass the variables that it needs by name: `env={"API_TOKEN": os.environ["API_TOKEN"]}`.',
      },
      notInTests: true,
    });
  },
} satisfies Rule;
