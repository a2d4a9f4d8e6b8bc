import type { AppModel } from '../../../model/app.js';
import type { Effect, Tool } from '../../../model/tool.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'obs-no-audit-trail',
    title: 'High-impact agent action leaves no record',
    family: 'obs',
    severity: 'warning',
    confidence: 'medium',
    tier: 'strict',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['ASI10', 'MCP08:2025', 'AML.M0024', 'CWE-778'],
  },
  *check(app) {
    for (const tool of app.tools) {
      if (tool.recorded !== 'no') continue;
      const effect = tool.effects.find(({ highImpact, kind }) => highImpact && kind !== 'eval');
      if (effect !== undefined) yield finding(app, tool, effect);
    }
  },
} satisfies Rule;

function finding(app: AppModel, tool: Tool, effect: Effect): RuleFinding {
  const name = tool.name === undefined ? 'a tool' : `tool \`${tool.name}\``;
  return {
    message: `${name} reaches \`${effect.callee}\`, and neither the handler nor the agent leaves a record of it`,
    help: 'Write down who asked, which tool ran with which arguments, and what came of it: a log line in the handler, a callback of the SDK, or tracing.',
    severity: lowered('warning', inTest(app, tool.span)),
    evidence: 'likely',
    primary: tool.nameSpan,
    trace: effect.path,
    related: [
      { span: effect.span, message: `\`${effect.callee}\` is called here` },
      ...tool.users.slice(0, 3).map((span) => ({ span, message: 'gets the tool' })),
    ],
  };
}
