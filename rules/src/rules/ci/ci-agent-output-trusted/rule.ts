import { throughVariable } from '../../../fix/workflow-variable.js';
import type { Rule } from '../../../model/rule.js';

export const rule = {
  meta: {
    id: 'ci-agent-output-trusted',
    title: 'Agent output executed, merged or deployed without review',
    family: 'ci',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['workflow'],
    standards: ['LLM10:2026', 'LLM05:2025', 'ASI02', 'ASI08', 'AML.T0102', 'CWE-78', 'CWE-94', 'CWE-1426'],
  },
  *check(app) {
    for (const { framework, nameSpan, outputs, strangers } of app.agentSteps) {
      for (const { context, offer, span, way } of outputs) {
        yield {
          message: `\`${context}\`, written by ${framework.title}, becomes part of a script`,
          help: 'Pass it through an environment variable, quote the variable, and check it before anything depends on it.',
          severity: strangers.length > 0 ? 'error' : 'warning',
          evidence: 'proven',
          primary: span,
          trace:
            way.length === 0
              ? []
              : [
                  { span: nameSpan, message: 'the agent writes it' },
                  ...way,
                  { span, message: 'becomes part of a script' },
                ],
          fixes: throughVariable(offer),
          related: [{ span: nameSpan, message: 'the agent runs here' }],
        };
      }
    }
  },
} satisfies Rule;
