import { codeLanguage } from '../../../fix/code-language.js';
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
    languages: ['typescript', 'python'],
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
  readonly hint: Hint;
  readonly effect: Effect;
  readonly does: string;
  /** What would be true. */
  readonly truth: readonly Hint[];
}

interface Hint {
  readonly name: 'readOnlyHint' | 'destructiveHint' | 'openWorldHint';
  readonly value: boolean;
}

/** Hints that an effect contradicts, the gravest first. A hint that is not a literal says nothing for sure. */
function* claims({ effects }: Tool, annotations: OptionsSite): Generator<Claim> {
  const says = (name: string, value: boolean): boolean =>
    annotations.properties.some((property) => property.name === name && property.literal === value);
  const removes = effects.find(({ change }) => change === 'removes');
  const changes = removes ?? effects.find(({ change }) => change === 'overwrites' || change === 'adds');
  if (says('readOnlyHint', true) && changes !== undefined) {
    const destroys: readonly Hint[] = removes === undefined ? [] : [{ name: 'destructiveHint', value: true }];
    const truth: readonly Hint[] = [{ name: 'readOnlyHint', value: false }, ...destroys];
    yield { hint: { name: 'readOnlyHint', value: true }, effect: changes, does: deed(changes), truth };
  }
  if (says('destructiveHint', false) && removes !== undefined)
    yield {
      hint: { name: 'destructiveHint', value: false },
      effect: removes,
      does: deed(removes),
      truth: [{ name: 'destructiveHint', value: true }],
    };
  const open = effects.find(isOpen);
  if (says('openWorldHint', false) && open !== undefined)
    yield {
      hint: { name: 'openWorldHint', value: false },
      effect: open,
      does: `reaches any address that the model names with \`${open.callee}\``,
      truth: [{ name: 'openWorldHint', value: true }],
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
  const site = annotations.properties.find((property) => property.name === hint.name);
  const name = tool.name === undefined ? 'the tool' : `tool \`${tool.name}\``;
  return {
    message: `${name} says \`${written(app, annotations, hint)}\`, but ${does}`,
    help: 'Say in the annotations what the tool does: clients ask their users, or not, by what they say.',
    severity: lowered('warning', inTest(app, tool.span)),
    evidence: 'proven',
    primary: site?.span ?? tool.nameSpan,
    trace: effect.path,
    related: [{ span: effect.span, message: `\`${effect.callee}\` is called here` }],
    fixes: site === undefined ? [] : [correct(app, annotations, truth)],
  };
}

function correct(app: AppModel, annotations: OptionsSite, truth: readonly Hint[]): Fix {
  const options = truth.map((hint) => written(app, annotations, hint));
  return {
    title: `Set ${options.join(' and ')}`,
    kind: 'safe',
    edits: options.flatMap((option) => setProperty(app, annotations, option)),
  };
}

function written(app: AppModel, { form, span }: OptionsSite, { name, value }: Hint): string {
  const language = codeLanguage(app, span.file);
  return language?.option(form, name, language.truth(value)) ?? `${name}: ${String(value)}`;
}
