import type { AppModel } from '../../../model/app.js';
import type { SuppliedSubject } from '../../../model/conduct.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'identity-model-supplied-subject',
    title: 'Tool takes the user or tenant from the model although the session knows it',
    family: 'identity',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['ASI03', 'LLM03:2026', 'LLM06:2025', 'AML.T0053', 'CWE-639', 'CWE-441', 'CWE-863'],
  },
  *check(app) {
    for (const subject of app.suppliedSubjects) {
      // A person who sees whose data is asked for decides about it.
      if (subject.tool.gated !== 'yes') yield finding(app, subject);
    }
  },
} satisfies Rule;

function finding(app: AppModel, { tool, field, fieldSpan, use, label, steps, session }: SuppliedSubject): RuleFinding {
  const name = tool.name === undefined ? 'a tool' : `tool \`${tool.name}\``;
  return {
    message: `\`${field}\` of ${name} decides whose data \`${label}\` reaches, and the model fills it in; the session (\`${session.label}\`) is not asked`,
    help: 'Take the id from the session or the context of the run and drop the field, or compare it with the session before it is used.',
    severity: lowered('error', inTest(app, tool.span)),
    evidence: 'likely',
    primary: use,
    trace: steps,
    related: [
      ...(fieldSpan === undefined ? [] : [{ span: fieldSpan, message: 'the model is told about the field here' }]),
      { span: session.span, message: 'the application knows who is signed in' },
    ],
  };
}
