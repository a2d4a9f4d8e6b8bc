import type { AppModel } from '../../../model/app.js';
import type { CapabilityRule } from '../../../model/policy.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { Tool } from '../../../model/tool.js';
import { isNamed, listed, policyLine } from '../../policy-names.js';

export const rule = {
  meta: {
    id: 'policy-forbidden-capability',
    title: 'Agent may do something that the configured policy forbids',
    family: 'policy',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM06:2025', 'ASI02', 'ASI03', 'CWE-862'],
  },
  *check(app) {
    const { project } = app.policy;
    if (project === undefined) return;
    for (const forbidden of project.forbidden) {
      for (const { tool, agent } of held(app, forbidden)) {
        const what = whatApplies(tool, forbidden);
        if (what === undefined) continue;
        yield finding(tool, forbidden, {
          message: `${whose(agent)} has ${called(tool)}, ${what}, which the policy forbids${because(forbidden)}`,
          help: 'Take the tool away from the agent, or change the policy together with those who answer for it.',
        });
      }
    }
    for (const required of project.approvals) {
      for (const { tool } of held(app, required)) {
        const what = tool.gated === 'no' ? whatApplies(tool, required) : undefined;
        if (what === undefined) continue;
        yield finding(tool, required, {
          message: `${called(tool)} runs without a person's approval, ${what}: the policy requires one${because(required)}`,
          help: 'Ask a person before the tool runs, with the means of the framework that runs it.',
        });
      }
    }
    for (const list of project.toolLists) {
      for (const { name, tools } of app.agents) {
        if (name === undefined || !isNamed(name, [list.agent])) continue;
        for (const tool of tools) {
          if (tool.name === undefined || isNamed(tool.name, list.values)) continue;
          yield {
            message: `agent \`${name}\` has ${called(tool)}, and the policy allows it ${listed(list)} only`,
            help: 'Take the tool away from the agent, or add it to the list of the policy.',
            evidence: 'proven',
            primary: tool.nameSpan,
            related: policyLine(list, 'the only tools that the policy allows it'),
          };
        }
      }
    }
  },
} satisfies Rule;

/** Tools that a rule of the policy is about, with one of the agents that have them. */
function held(
  app: AppModel,
  { agents }: CapabilityRule,
): readonly { readonly tool: Tool; readonly agent: string | undefined }[] {
  if (agents === undefined) return app.tools.map((tool) => ({ tool, agent: undefined }));
  const found = new Map<Tool, string>();
  for (const { name, tools } of app.agents) {
    if (name === undefined || !isNamed(name, agents)) continue;
    for (const tool of tools) if (!found.has(tool)) found.set(tool, name);
  }
  return [...found].map(([tool, agent]) => ({ tool, agent }));
}

/** What a tool does of what a rule is about, or that it is named there. */
function whatApplies(tool: Tool, { capabilities, tools }: CapabilityRule): string | undefined {
  const has = capabilities.filter((each) => tool.capabilities.includes(each));
  if (has.length > 0) {
    const callees = [...new Set(tool.effects.map(({ callee }) => callee))].slice(0, 3).map((each) => `\`${each}\``);
    const by = callees.length === 0 ? '' : ` (${callees.join(', ')})`;
    return `with \`${has.join('`, `')}\`${by}`;
  }
  return tool.name !== undefined && isNamed(tool.name, tools) ? 'by its name' : undefined;
}

function finding(tool: Tool, line: CapabilityRule, texts: Pick<RuleFinding, 'message' | 'help'>): RuleFinding {
  const [effect] = tool.effects;
  return {
    ...texts,
    evidence: 'proven',
    primary: tool.nameSpan,
    related: [
      ...policyLine(line, 'the policy says so'),
      ...(effect === undefined ? [] : [{ span: effect.span, message: `\`${effect.callee}\`` }]),
    ],
  };
}

function whose(agent: string | undefined): string {
  return agent === undefined ? 'the application' : `agent \`${agent}\``;
}

function called({ name }: Tool): string {
  return name === undefined ? 'a tool' : `tool \`${name}\``;
}

function because({ reason }: CapabilityRule): string {
  return reason === undefined ? '' : `: ${reason}`;
}
