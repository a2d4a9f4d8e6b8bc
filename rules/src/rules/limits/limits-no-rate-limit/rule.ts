import type { AppModel } from '../../../model/app.js';
import type { Reached, Route } from '../../../model/exposure.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import { quoted } from '../../flow-findings.js';
import { onlyLocal, wayTo } from '../../open-routes.js';
import { inTest } from '../../severity.js';

export const rule = {
  meta: {
    id: 'limits-no-rate-limit',
    title: 'Route that runs a model lets clients call it as often as they like',
    family: 'limits',
    severity: 'info',
    confidence: 'low',
    tier: 'strict',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM06:2026', 'LLM10:2025', 'AML.T0024.002', 'AML.T0034.000', 'AML.M0004', 'CWE-770', 'CWE-799'],
  },
  *check(app) {
    for (const route of app.routes) {
      if (route.rateLimited !== 'no' || onlyLocal(route.listeners) || inTest(app, route.span)) continue;
      const reached = route.reaches.find(({ kind }) => kind === 'model-call' || kind === 'agent');
      if (reached !== undefined && !limitsCalls(app, route)) yield finding(route, reached);
    }
  },
} satisfies Rule;

function finding(route: Route, reached: Reached): RuleFinding {
  const open = route.authentication.state === 'no';
  return {
    message: `${quoted(route.label)} runs \`${reached.label}\` as often as ${open ? 'anybody' : 'a client'} asks: nothing on its way counts requests`,
    help: 'Let each client through only so often before the model runs, by user or address, and set a budget at the provider.',
    severity: 'info',
    evidence: 'likely',
    primary: route.span,
    trace: wayTo(route, reached),
  };
}

/** The server is given a limit of its own elsewhere: the same file imports a package for it. */
function limitsCalls(app: AppModel, { span }: Route): boolean {
  const imports = app.files.get(span.file)?.imports ?? [];
  return imports.some(({ module }) => /rate-?_?limit|throttl|slowapi|limiter/i.test(module));
}
