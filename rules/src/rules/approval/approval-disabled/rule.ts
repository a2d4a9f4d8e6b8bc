import type { AppModel } from '../../../model/app.js';
import type { Setting } from '../../../model/setting.js';
import type { Tool } from '../../../model/tool.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { namesReading } from '../../impact-verbs.js';
import { settingFindings } from '../../setting-findings.js';
import { inTest, lowered } from '../../severity.js';

const help = 'Let a person decide about calls that change, pay, send or run something; allow read-only tools by name.';

export const rule = {
  meta: {
    id: 'approval-disabled',
    title: 'Approval explicitly switched off for a dangerous tool or session',
    family: 'approval',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI02', 'ASI09', 'AML.T0053', 'CWE-693'],
  },
  *check(app) {
    const settings = [
      ...settingFindings(app, ['approval-disabled'], {
        accept: (setting) => !allowsHarmless(app, setting),
        message: ({ label, subject }) => `${subject} acts without asking anybody: ${label}`,
        help,
      }),
    ];
    yield* settings;
    for (const tool of app.tools) {
      yield* switchedOff(app, tool).filter(
        ({ primary }) =>
          !settings.some((other) => other.primary.file === primary.file && other.primary.start === primary.start),
      );
    }
  },
} satisfies Rule;

/** An entry that lets one tool of the application run unasked, and nothing that the tool reaches needs asking. */
function allowsHarmless(app: AppModel, { property, span }: Setting): boolean {
  if (property === undefined) return false;
  const named = app.tools.filter(({ name }) => name === property.name);
  const here = named.filter((tool) => tool.span.file === span.file);
  const tools = here.length > 0 ? here : named;
  if (tools.length === 0) return property.literal === false && namesReading(property.name);
  return tools.every(({ effects, handler }) => handler !== undefined && !effects.some(({ highImpact }) => highImpact));
}

/** Gates of a tool with consequences that a literal switches off. */
function switchedOff(app: AppModel, tool: Tool): readonly RuleFinding[] {
  const effect = tool.effects.find(({ highImpact }) => highImpact);
  if (effect === undefined || tool.gated === 'yes') return [];
  return tool.gates
    .filter(({ state }) => state === 'never')
    .map(({ name, span }) => ({
      message: `\`${name}\` switches approval off for tool \`${tool.name ?? 'unnamed'}\`, which reaches \`${effect.callee}\``,
      help,
      severity: lowered('error', inTest(app, span)),
      evidence: 'proven',
      primary: span,
      related: [{ span: effect.span, message: `\`${effect.callee}\` is called here` }],
    }));
}
