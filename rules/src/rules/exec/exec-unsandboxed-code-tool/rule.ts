import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'exec-unsandboxed-code-tool',
    title: 'Agent executes generated code on the host',
    family: 'exec',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI05', 'AML.T0050', 'AML.T0105', 'CWE-94', 'CWE-653', 'CWE-250'],
  },
  *check(app) {
    yield* settingFindings(app, ['unsandboxed-executor'], {
      message: ({ label, subject }) => `${subject} runs generated code on this machine: ${label}`,
      notInTests: true,
      help: 'Run the code in a container or a remote sandbox without network access and secrets.',
    });
  },
} satisfies Rule;
