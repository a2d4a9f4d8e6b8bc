import type { Agent, ModelCall } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Reached, Route } from '../../../model/exposure.js';
import type { Rule } from '../../../model/rule.js';
import { quoted } from '../../flow-findings.js';
import { isConsequential, onlyLocal, wayTo } from '../../open-routes.js';
import { inTest } from '../../severity.js';

export const rule = {
  meta: {
    id: 'prompt-no-input-guard',
    title: 'Requests reach a model with tools and no check looks at them',
    family: 'prompt',
    severity: 'info',
    confidence: 'low',
    tier: 'strict',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM01:2026', 'LLM01:2025', 'AML.M0020', 'AML.M0033', 'CWE-20'],
  },
  *check(app) {
    const seen = new Set<ModelCall>();
    for (const route of app.routes) {
      if (onlyLocal(route.listeners) || inTest(app, route.span)) continue;
      for (const reached of route.reaches) {
        const { modelCall } = reached;
        if (modelCall === undefined || seen.has(modelCall) || !isUnguarded(app, modelCall, reached, route)) continue;
        seen.add(modelCall);
        const tool = modelCall.tools.find(isConsequential);
        yield {
          message: `${quoted(route.label)} gives what clients write to \`${modelCall.name}\` with tools${tool?.name === undefined ? '' : ` (\`${tool.name}\`)`}; no guardrail, moderation or bound looks at it first`,
          help: 'Check the text before the agent gets it: a schema with a maximum, and an input guardrail or moderation of the framework.',
          severity: 'info',
          evidence: 'likely',
          primary: modelCall.calleeSpan,
          trace: wayTo(route, reached),
        };
      }
    }
  },
} satisfies Rule;

/** A text of the request arrives as it came, and something happens if the model follows it. */
function isUnguarded(app: AppModel, modelCall: ModelCall, reached: Reached, route: Route): boolean {
  if (!modelCall.toolsKnown || !modelCall.tools.some(isConsequential)) return false;
  const users = [modelCall, ...app.agents.filter((agent) => isRunBy(agent, modelCall))];
  if (users.some(hasGuard) || isModerated(app, reached, route)) return false;
  const flows = app.flows.filter(({ source, sink }) => source.kind === 'request' && sink.modelCall === modelCall);
  return flows.length > 0 && flows.every(({ bounded }) => bounded !== true);
}

function isRunBy(agent: Agent, { tools }: ModelCall): boolean {
  return agent.tools.length > 0 && agent.tools.every((tool) => tools.includes(tool));
}

const GUARDS =
  /guardrail|moderation|middleware|^(?:inputProcessors|input_processors|preHooks|pre_hooks|before_model_callback|before_agent_callback|beforeModelCallback|hooks|plugins|guardrailConfig|guardrail_config|modelArmorConfig|model_armor_config|safetySettings|safety_settings)$/i;

/** An option that takes checks, whatever it is set to; one that was not resolved may be there. */
function hasGuard({ options }: Agent | ModelCall): boolean {
  return options === undefined ? false : options.open || options.properties.some(({ name }) => GUARDS.test(name));
}

/** A call of a guardrail in the files on the way. */
function isModerated(app: AppModel, { path, span }: Reached, route: Route): boolean {
  const files = new Set([route.span.file, span.file, ...path.map((step) => step.span.file)]);
  return app.guardrails.some((guardrail) => files.has(guardrail.span.file));
}
