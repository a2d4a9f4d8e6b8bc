import type { AppModel } from '../../../model/app.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { inTest, lowered } from '../../severity.js';
import { hiddenRuns } from './hidden-characters.js';
import { hiddenComments, hostileOrders } from './hostile-orders.js';

export const rule = {
  meta: {
    id: 'config-instruction-injection',
    title: 'Hidden or hostile directives in instruction, rule or skill files',
    family: 'config',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['config'],
    standards: [
      'ASI01',
      'ASI04',
      'MCP03:2025',
      'MCP06:2025',
      'LLM01:2026',
      'LLM01:2025',
      'AML.T0081',
      'CWE-1427',
      'CWE-1007',
    ],
  },
  *check(app) {
    for (const { span } of app.instructionFiles) {
      const text = app.text(span);
      const at = (start: number, end: number): Span => ({ file: span.file, start, end });
      const comments = hiddenComments(text);
      for (const run of hiddenRuns(text)) {
        const says = run.says === undefined ? '' : `: \`${shortened(run.says)}\``;
        yield {
          message: `There is ${article(run.kind)} in what agents read here and people do not see${says}`,
          help: 'Take the characters out, and find out who put them in.',
          severity: lowered('error', inTest(app, span)),
          evidence: 'proven',
          primary: at(run.start, run.end),
          fixes: [withoutHidden(app, at(run.start, run.end))],
        };
      }
      for (const order of hostileOrders(text)) {
        const hidden = comments.some(({ end, start }) => start <= order.start && order.end <= end);
        yield {
          message: `The text ${order.what}${hidden ? ', in a comment that readers do not see' : ''}`,
          help: 'Take the sentence out, and find out who put it in.',
          severity: lowered(hidden ? 'error' : order.severity, inTest(app, span)),
          evidence: hidden || order.severity === 'error' ? 'proven' : 'likely',
          primary: at(order.start, order.end),
        };
      }
    }
  },
} satisfies Rule;

function article(kind: string): string {
  return kind.endsWith('characters') && kind.startsWith('text') ? kind : `a run of ${kind}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function withoutHidden(app: AppModel, span: Span): Fix {
  return {
    title: `Remove ${String(Array.from(app.text(span)).length)} hidden characters`,
    kind: 'suggest',
    edits: [{ span, text: '' }],
  };
}
