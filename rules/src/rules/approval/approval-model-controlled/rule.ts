import { addGate } from '../../../fix/offers.js';
import type { AppModel } from '../../../model/app.js';
import type { ModelDecision } from '../../../model/conduct.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'approval-model-controlled',
    title: 'The model can satisfy the approval condition itself',
    family: 'approval',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI02', 'ASI09', 'CWE-807', 'CWE-863'],
  },
  *check(app) {
    const seen = new Set<string>();
    for (const decision of app.modelDecisions) {
      if (!counts(decision)) continue;
      const key = `${decision.span.file}:${String(decision.span.start)} ${decision.field}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield finding(app, decision);
    }
  },
} satisfies Rule;

/** Words of a field that stands for somebody's agreement. */
const AGREEMENT =
  /^(?:confirm(?:ed|ation|s)?|approved?|approval|consent(?:ed)?|authori[sz]ed?|authori[sz]ation|permission|permitted|acknowledged?|agreed?)$/;
/** Words of a field that overrules whoever would have to agree. */
const POWER = /^(?:force|sudo|override|bypass)$/;
/** Words of a field that stands for the rights of whoever asks. */
const RIGHTS = /^(?:admin|administrator|role|roles|privileged|superuser|owner)$/;

/**
 * The structure shows that the field decides; its name, which the model reads too, shows that it stands for an approval. A
 * field that switches off asking decides about approval whatever it is called.
 */
function counts({ kind, field, tool }: ModelDecision): boolean {
  if (kind === 'skips-approval') return true;
  // Where a person sees the call, the field is only a second lock.
  const open = tool.gated === 'no' || (tool.gated === 'unknown' && tool.served);
  if (!open) return false;
  const words = wordsOf(field);
  // `force` beside another condition is an option of what is done: overwrite what is there.
  if (kind === 'waives') return words.some((word) => AGREEMENT.test(word));
  return words.some((word) => AGREEMENT.test(word) || POWER.test(word) || RIGHTS.test(word));
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

const says: Readonly<Record<ModelDecision['kind'], (deed: string) => string>> = {
  runs: (deed) => `is all that stands before ${deed}`,
  waives: (deed) => `opens the check before ${deed}`,
  'skips-approval': (deed) => `switches the approval for ${deed} off`,
};

function finding(app: AppModel, decision: ModelDecision): RuleFinding {
  const { tool, field, fieldSpan, kind, span, effects } = decision;
  const name = tool.name === undefined ? 'a tool' : `tool \`${tool.name}\``;
  const [effect] = effects;
  const deed = effect === undefined ? 'acts' : `\`${effect.callee}\``;
  const server = tool.served;
  return {
    message: `argument \`${field}\` of ${name} ${says[kind](deed)}, and the model fills it in`,
    help: server
      ? 'Leave the field out and ask the person with elicitation.'
      : 'Leave the field out and ask the person with the approval option of the SDK.',
    severity: lowered('error', server, inTest(app, tool.span)),
    evidence: kind === 'skips-approval' ? 'proven' : 'likely',
    primary: span,
    related: [
      ...(fieldSpan === undefined ? [] : [{ span: fieldSpan, message: 'the model is told about the field here' }]),
      ...effects.slice(0, 3).map((each) => ({ span: each.span, message: `\`${each.callee}\` is called here` })),
    ],
    fixes: kind === 'skips-approval' ? [] : tool.gateOffers.map((offer) => addGate(app, offer)),
  };
}
