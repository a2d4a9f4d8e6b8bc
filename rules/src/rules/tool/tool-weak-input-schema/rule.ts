import { closeSchema, restrictField } from '../../../fix/restrict-field.js';
import type { AppModel } from '../../../model/app.js';
import type { Effect, EffectKind, Tool } from '../../../model/tool.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';
import { flowOfFreeField } from './free-field.js';

const consequences: readonly EffectKind[] = [
  'exec',
  'eval',
  'fs-write',
  'fs-delete',
  'http',
  'sql',
  'db-write',
  'mail',
  'message',
  'pay',
  'deploy',
  'identity',
];

export const rule = {
  meta: {
    id: 'tool-weak-input-schema',
    title: 'Tool with side effects accepts unconstrained input',
    family: 'tool',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI02', 'CWE-20', 'CWE-915', 'AML.M0033'],
  },
  *check(app) {
    for (const tool of app.tools) {
      const finding = openSchema(app, tool) ?? freeField(app, tool);
      if (finding !== undefined) yield { ...finding, severity: lowered('warning', inTest(app, tool.span)) };
    }
  },
} satisfies Rule;

const help =
  'Say what the tool accepts: an enum of operations, ids by pattern, numbers with bounds; split a general tool into specific ones.';

function openSchema(app: AppModel, tool: Tool): RuleFinding | undefined {
  const { state, reason, span } = tool.schema;
  const effect = tool.effects.find((one) => consequences.includes(one.kind) && isSteered(one));
  if (effect === undefined || (state !== 'open' && state !== 'absent')) return undefined;
  const fix = state === 'open' ? closeSchema(app, tool.schema) : undefined;
  const what =
    state === 'open' ? `accepts anything${reason === undefined ? '' : ` (\`${reason}\`)`}` : 'declares no schema';
  return {
    message: `${named(tool)} reaches \`${effect.callee}\` and ${what}`,
    help,
    evidence: 'likely',
    primary: span ?? tool.nameSpan,
    related: [{ span: effect.span, message: `\`${effect.callee}\` is called here` }],
    fixes: fix === undefined ? [] : [fix],
  };
}

/** Logs, caches and fixed requests that a tool reaches too are the same whatever it accepts. */
function isSteered({ change, chosenBy, kind }: Effect): boolean {
  return kind === 'exec' || kind === 'eval' || chosenBy === 'model' || (change !== 'unknown' && change !== 'none');
}

/** A text field that is a command, query, address or path, and reaches what runs it unchecked: the rule for that says so, too. */
function freeField(app: AppModel, tool: Tool): RuleFinding | undefined {
  if (tool.schema.state !== 'fields') return undefined;
  for (const field of tool.schema.fields) {
    const flow = flowOfFreeField(app, tool, field);
    if (flow === undefined) continue;
    const fix = restrictField(app, tool.schema, field);
    return {
      message: `field \`${field.name}\` of ${named(tool)} accepts any text and reaches \`${flow.sink.label}\``,
      help,
      evidence: 'heuristic',
      primary: field.span,
      related: [{ span: flow.sink.span, message: 'it is used here' }],
      fixes: fix === undefined ? [] : [fix],
    };
  }
  return undefined;
}

function named(tool: Tool): string {
  return tool.name === undefined ? 'a tool' : `tool \`${tool.name}\``;
}
