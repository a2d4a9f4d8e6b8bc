import { addGate } from '../../../fix/offers.js';
import type { AppModel } from '../../../model/app.js';
import type { Effect, Tool } from '../../../model/tool.js';
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
    languages: ['typescript', 'python'],
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
    evidence: certain ? 'proven' : effects.every(isHousekeeping) ? 'heuristic' : 'likely',
    primary: tool.nameSpan,
    trace: effect.path,
    related: effects.map(({ callee, span }) => ({ span, message: `\`${callee}\` is called here` })),
    fixes: tool.gateOffers.map((offer) => addGate(app, offer)),
  };
}

/**
 * Files that the code chooses (locks, caches, staged copies) and messages to where the code says: a note on the progress, where
 * the tool does not call itself a sender.
 */
function isHousekeeping({ change, chosenBy, kind }: Effect): boolean {
  if (kind === 'message') return chosenBy === 'code';
  return kind === 'fs-delete' && change === 'unknown' && chosenBy !== 'model';
}

/**
 * Running a program is an impact by itself where the model writes the whole command. A value inside a command and generated
 * code are the business of the exec rules, a fixed command is what the tool is for.
 */
function counts(app: AppModel, tool: Tool, { change, highImpact, kind, span }: Effect): boolean {
  if (!highImpact || kind === 'eval') return false;
  // What the tool has made for itself.
  if (change === 'none' && kind === 'fs-delete') return false;
  if (kind !== 'exec') return true;
  return app.flows.some(
    ({ partial, source, sink }) =>
      source.tool === tool &&
      sink.kind === 'shell' &&
      !partial &&
      sink.span.file === span.file &&
      sink.span.start >= span.start &&
      sink.span.end <= span.end,
  );
}
