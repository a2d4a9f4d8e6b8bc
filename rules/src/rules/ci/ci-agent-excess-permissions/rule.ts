import type { Rule } from '../../../model/rule.js';

export const rule = {
  meta: {
    id: 'ci-agent-excess-permissions',
    title: 'Agent job has write or secret access it does not need',
    family: 'ci',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['workflow'],
    standards: ['ASI03', 'LLM03:2026', 'LLM06:2025', 'AML.T0098', 'CWE-250', 'CWE-732'],
  },
  *check(app) {
    for (const { framework, nameSpan, secrets, strangers, tools, writes } of app.agentSteps) {
      if (strangers.length === 0 || tools === 'none') continue;
      const related = [{ span: nameSpan, message: 'the agent runs here' }];
      for (const { name, span, valueSpan } of writes) {
        yield {
          message: `The job in which strangers start ${framework.title} has a token that may write \`${name}\``,
          help: 'Give the job `contents: read`, and let another job, without an agent, do what needs more.',
          evidence: 'proven',
          primary: span,
          related,
          fixes: [
            {
              title: name === 'write-all' ? 'Keep read access' : `Keep read access to ${name}`,
              kind: 'suggest',
              edits: [{ span: valueSpan, text: name === 'write-all' ? 'read-all' : 'read' }],
            },
          ],
        };
      }
      for (const { name, span } of tools === 'any' ? secrets : []) {
        yield {
          message: `The job in which strangers start ${framework.title} has the secret \`${name}\``,
          help: 'Move what needs the secret to a job without an agent.',
          evidence: 'proven',
          primary: span,
          related,
        };
      }
    }
  },
} satisfies Rule;
