import type { AppModel } from '../../../model/app.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { BulkRead } from '../../../model/store.js';
import type { Tool } from '../../../model/tool.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'data-bulk-access',
    title: 'Tool gives a whole table or collection',
    family: 'data',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM02:2026', 'LLM03:2026', 'LLM06:2025', 'ASI02', 'AML.T0085.001', 'AML.T0036', 'CWE-770', 'CWE-1220'],
  },
  *check(app) {
    for (const read of app.bulkReads) {
      const tool = app.tools.find(({ span }) => span.file === read.tool.file && span.start === read.tool.start);
      // A person who is asked sees what goes out.
      if (tool !== undefined && tool.gated !== 'yes') yield finding(app, read, tool);
    }
  },
} satisfies Rule;

function finding(app: AppModel, { span, label, records, personal }: BulkRead, { name, nameSpan }: Tool): RuleFinding {
  const tool = name === undefined ? 'a tool' : `tool \`${name}\``;
  const what = records === undefined ? 'every record there is' : `all of \`${records}\``;
  return {
    message: `${tool} gives the model ${what} (\`${label}\`): nothing chooses, bounds or pages the records`,
    help: 'Let the query choose by who asks and by what is asked for, take the fields that are needed, and bound the number of records.',
    severity: lowered('warning', !personal, inTest(app, span)),
    evidence: 'likely',
    primary: span,
    related: [{ span: nameSpan, message: 'the model calls this tool' }],
  };
}
