import { addGate } from '../../../fix/offers.js';
import type { AppModel, Effect, Tool } from '../../../model/app.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { namesImpact } from '../../impact-verbs.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'approval-missing-high-impact',
    title: 'High-impact tool runs without a human gate',
    family: 'approval',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI02', 'ASI09', 'AML.T0101', 'AML.M0029', 'CWE-862'],
  },
  *check(app) {
    for (const tool of app.tools) {
      // A gate that a literal switches off is the business of approval-disabled.
      if (tool.gated !== 'no' || tool.gates.some(({ state }) => state === 'never')) continue;
      const effects = tool.effects.filter((effect) => counts(app, tool, effect));
      const [effect] = effects;
      if (effect !== undefined) yield finding(app, tool, effect, effects);
    }
  },
} satisfies Rule;

function finding(app: AppModel, tool: Tool, effect: Effect, effects: readonly Effect[]): RuleFinding {
  const certain = namesImpact(tool) || effects.some(({ kind }) => ['exec', 'pay', 'identity'].includes(kind));
  return {
    message: `tool ${tool.name === undefined ? '' : `\`${tool.name}\` `}reaches \`${effect.callee}\`; no approval covers it`,
    help: 'Ask a person before the tool runs, with the approval option of the SDK or a question in the handler.',
    severity: lowered('error', !certain, inTest(app, tool.span)),
    evidence: certain ? 'proven' : 'likely',
    primary: tool.nameSpan,
    trace: effect.path,
    related: effects.map(({ callee, span }) => ({ span, message: `\`${callee}\` is called here` })),
    fixes: tool.gateOffers.map((offer) => addGate(app, offer)),
  };
}

/**
 * Running a program is an impact by itself where the model writes the whole command or code. A value inside a command is the
 * business of exec-tool-shell, a fixed command is what the tool is for.
 */
function counts(app: AppModel, tool: Tool, effect: Effect): boolean {
  if (!effect.highImpact) return false;
  if (effect.kind !== 'exec' && effect.kind !== 'eval') return true;
  return app.flows.some(
    ({ partial, source, sink }) =>
      source.tool === tool &&
      (sink.kind === 'shell' || sink.kind === 'code') &&
      !partial &&
      sink.span.file === effect.span.file &&
      sink.span.start >= effect.span.start &&
      sink.span.end <= effect.span.end,
  );
}
