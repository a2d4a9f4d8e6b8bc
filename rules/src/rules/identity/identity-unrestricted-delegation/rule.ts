import type { Delegation } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import type { Tool } from '../../../model/tool.js';
import { quoted } from '../../flow-findings.js';
import { namesImpact } from '../../impact-verbs.js';
import { inTest, lowered } from '../../severity.js';

export const rule = {
  meta: {
    id: 'identity-unrestricted-delegation',
    title: "Agent that reads strangers' text may have another one use tools that it was not given",
    family: 'identity',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['ASI03', 'ASI07', 'ASI08', 'LLM03:2026', 'LLM06:2025', 'AML.T0108', 'CWE-266', 'CWE-653'],
  },
  *check(app) {
    for (const delegation of app.delegations) {
      if (delegation.restricted) continue;
      const text = strangersText(app, delegation);
      const tool = delegation.to.tools.find((one) => isDangerous(one) && !delegation.from.tools.includes(one));
      if (text !== undefined && tool !== undefined) yield finding(app, delegation, text, tool);
    }
  },
} satisfies Rule;

interface Text {
  readonly span: Span;
  readonly label: string;
}

/** What strangers write and the agent reads: through a tool, or in what it is run with. */
function strangersText(app: AppModel, { from, runs }: Delegation): Text | undefined {
  for (const { gated, exposures } of from.tools) {
    const exposure = gated === 'yes' ? undefined : exposures.find(({ part }) => part === 'untrusted-in');
    if (exposure !== undefined) return exposure;
  }
  const flow = app.flows.find(
    ({ source, sink }) =>
      (source.kind === 'request' || source.kind === 'retrieved') &&
      sink.kind.startsWith('prompt-') &&
      sink.modelCall !== undefined &&
      [from, ...runs].includes(sink.modelCall),
  );
  return flow?.source;
}

/** It certainly undoes, pays, sends or runs something, and nobody is asked. A file that is removed may be the tool's own. */
function isDangerous(tool: Tool): boolean {
  const { gated, gates, effects, hosted } = tool;
  if (gated !== 'no' || gates.some(({ state }) => state === 'never')) return false;
  const certain = namesImpact(tool) || effects.some(({ kind }) => ['exec', 'pay', 'identity'].includes(kind));
  return (
    (certain && effects.some(({ highImpact, kind }) => highImpact && kind !== 'eval')) ||
    /^(?:shell|computer)$/.test(hosted ?? '')
  );
}

function finding(app: AppModel, { from, to, span, how }: Delegation, text: Text, tool: Tool): RuleFinding {
  const first = nameOf(from.name, 'an agent');
  const second = nameOf(to.name, 'another agent');
  const way = { handoff: 'hands over to', tool: 'runs', team: 'may delegate to' }[how];
  return {
    message: `${first} reads what strangers write (${quoted(text.label)}) and ${way} ${second}, whose tool ${nameOf(tool.name, 'without a name')} acts without asking anybody`,
    help: "Ask a person before the tool runs or before the work is given away, let the agent that reads strangers' text delegate to agents that only read, and pass on data instead of the conversation.",
    severity: lowered('warning', inTest(app, span)),
    evidence: 'likely',
    primary: span,
    related: [
      { span: text.span, message: "strangers' text comes in here" },
      { span: tool.nameSpan, message: 'this tool runs unasked' },
    ],
  };
}

function nameOf(name: string | undefined, otherwise: string): string {
  return name === undefined || name === '' ? otherwise : `\`${name}\``;
}
