import { setProperty } from '../../../fix/options-edit.js';
import type { AppModel } from '../../../model/app.js';
import type { Effect, Tool } from '../../../model/tool.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { OptionsSite } from '../../../model/site.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'mcp-annotation-mismatch',
    title: 'Annotations of an MCP tool contradict what its code does',
    family: 'mcp',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'safe',
    languages: ['typescript'],
    standards: ['MCP03:2025', 'ASI02', 'AML.T0110', 'CWE-451', 'CWE-693'],
  },
  *check(app) {
    for (const tool of app.tools) {
      if (tool.annotations === undefined) continue;
      const [claim] = claims(tool, tool.annotations);
      if (claim !== undefined) yield finding(app, tool, tool.annotations, claim);
    }
  },
} satisfies Rule;

interface Claim {
  readonly hint: string;
  readonly effect: Effect;
  readonly does: string;
  /** Properties that would be true. */
  readonly truth: readonly string[];
}

/** Hints that an effect contradicts, the gravest first. A hint that is not a literal says nothing for sure. */
function* claims({ effects }: Tool, annotations: OptionsSite): Generator<Claim> {
  const says = (name: string, value: boolean): boolean =>
    annotations.properties.some((property) => property.name === name && property.literal === value);
  const removes = effects.find(({ change }) => change === 'removes');
  const changes = removes ?? effects.find(({ change }) => change === 'overwrites' || change === 'adds');
  if (says('readOnlyHint', true) && changes !== undefined) {
    const truth = removes === undefined ? ['readOnlyHint: false'] : ['readOnlyHint: false', 'destructiveHint: true'];
    yield { hint: 'readOnlyHint: true', effect: changes, does: deed(changes), truth };
  }
  if (says('destructiveHint', false) && removes !== undefined)
    yield { hint: 'destructiveHint: false', effect: removes, does: deed(removes), truth: ['destructiveHint: true'] };
  const open = effects.find(isOpen);
  if (says('openWorldHint', false) && open !== undefined)
    yield {
      hint: 'openWorldHint: false',
      effect: open,
      does: `reaches any address that the model names with \`${open.callee}\``,
      truth: ['openWorldHint: true'],
    };
}

function isOpen({ kind, chosenBy }: Effect): boolean {
  return chosenBy === 'model' && (kind === 'http' || kind === 'browser');
}

function deed({ change, callee, kind }: Effect): string {
  if (kind === 'exec') return `runs any command that the model writes with \`${callee}\``;
  const verb = change === 'removes' ? 'removes' : change === 'overwrites' ? 'overwrites' : 'writes';
  return `${verb} data with \`${callee}\``;
}

function finding(app: AppModel, tool: Tool, annotations: OptionsSite, claim: Claim): RuleFinding {
  const { hint, effect, does, truth } = claim;
  const site = annotations.properties.find(({ name }) => hint.startsWith(name));
  const name = tool.name === undefined ? 'the tool' : `tool \`${tool.name}\``;
  return {
    message: `${name} says \`${hint}\`, but ${does}`,
    help: 'Say in the annotations what the tool does: clients ask their users, or not, by what they say.',
    severity: lowered('warning', inTest(app, tool.span)),
    evidence: 'proven',
    primary: site?.span ?? tool.nameSpan,
    trace: effect.path,
    related: [{ span: effect.span, message: `\`${effect.callee}\` is called here` }],
    fixes: site === undefined ? [] : [correct(app, annotations, truth)],
  };
}

function correct(app: AppModel, annotations: OptionsSite, truth: readonly string[]): Fix {
  return {
    title: `Set ${truth.join(' and ')}`,
    kind: 'safe',
    edits: truth.flatMap((property) => setProperty(app, annotations, property)),
  };
}
