import type { AppModel } from '../../../model/app.js';
import type { TextEdit } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';

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
            name === 'write-all'
              ? { title: 'Keep read access to contents', kind: 'suggest', edits: [leastPermissions(app, span)] }
              : {
                  title: `Keep read access to ${name}`,
                  kind: 'suggest',
                  edits: [{ span: valueSpan, text: inQuotesOf(app, valueSpan, 'read') }],
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

/** What a job needs to check the repository out, in a block of its own. */
function leastPermissions(app: AppModel, pair: Span): TextEdit {
  const before = app.text({ file: pair.file, start: 0, end: pair.start });
  const indent = /[^\S\r\n]*$/.exec(before)?.[0] ?? '';
  const { eol = '\n' } = app.files.get(pair.file) ?? {};
  return { span: pair, text: `permissions:${eol}${indent}  contents: read` };
}

function inQuotesOf(app: AppModel, span: Span, value: string): string {
  const quote = /^["']/.exec(app.text(span))?.[0] ?? '';
  return quote + value + quote;
}
