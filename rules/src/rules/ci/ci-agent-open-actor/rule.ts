import type { Rule } from '../../../model/rule.js';
import { lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'ci-agent-open-actor',
    title: 'Agent action open to any user or bot',
    family: 'ci',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['workflow'],
    standards: ['ASI01', 'ASI03', 'AML.T0093', 'CWE-862', 'CWE-284'],
  },
  *check(app) {
    for (const { framework, openTo, secrets, tools, writes } of app.agentSteps) {
      // Who can only make it answer gains an answer.
      if (tools === 'none') continue;
      for (const { label, note, repair, severity, span } of openTo) {
        yield {
          message: `\`${label}\` of ${framework.title}: ${note}`,
          help: 'Leave the input out: the action then asks for write access. Or name the accounts.',
          severity: lowered(severity, writes.length === 0 && secrets.length === 0 && tools !== 'any'),
          evidence: 'proven',
          primary: span,
          fixes: repair === undefined ? [] : [{ ...repair, kind: 'suggest' }],
        };
      }
    }
  },
} satisfies Rule;
