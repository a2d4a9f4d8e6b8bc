import type { ModelCall } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Rule } from '../../../model/rule.js';
import { wayTo } from '../../open-routes.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'limits-no-output-or-time-cap',
    title: 'Model call without output cap or timeout on a request path',
    family: 'limits',
    severity: 'info',
    confidence: 'medium',
    tier: 'strict',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM06:2026', 'LLM10:2025', 'AML.T0034.001', 'CWE-400', 'CWE-770'],
  },
  *check(app) {
    const seen = new Set<ModelCall>();
    for (const route of app.routes) {
      if (route.maxDuration !== undefined) continue;
      for (const reached of route.reaches) {
        const { modelCall } = reached;
        if (modelCall === undefined || seen.has(modelCall) || !isUncapped(modelCall) || hasDeadline(app, modelCall))
          continue;
        seen.add(modelCall);
        yield {
          message: `\`${modelCall.name}\` runs for requests to ${route.label} with neither a cap on its output nor a timeout`,
          help: inLanguage(app, modelCall.span, {
            typescript: 'Set the maximum of output tokens and a timeout, or pass on the abort signal of the request.',
            python: 'Set the maximum of output tokens and a timeout.',
          }),
          severity: 'info',
          evidence: 'likely',
          primary: modelCall.calleeSpan,
          trace: wayTo(route, reached),
        };
      }
    }
  },
} satisfies Rule;

/** The framework offers a cap, and neither it nor a deadline is set. Options that were not resolved may hold one. */
function isUncapped({ limits, options }: ModelCall): boolean {
  const caps = limits.filter(({ kind }) => kind === 'tokens' || kind === 'time');
  if (!caps.some(({ kind }) => kind === 'tokens') || options === undefined || options.open) return false;
  return caps.every(({ span, state }) => span === undefined && state !== 'bounded');
}

/** A client of the SDK was made with a timeout of its own. */
function hasDeadline(app: AppModel, { framework }: ModelCall): boolean {
  return app.clients.some(
    (client) =>
      client.framework.id === framework.id &&
      client.options !== undefined &&
      (client.options.open || client.options.properties.some(({ name }) => name === 'timeout')),
  );
}
