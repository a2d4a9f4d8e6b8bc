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
    const open = new Map<string, Unlimiteds>();
    for (const route of app.routes) {
      if (route.rateLimited !== 'no' || onlyLocal(route.listeners) || inTest(app, route.span)) continue;
      const reached = route.reaches.find(({ kind }) => kind === 'model-call' || kind === 'agent');
      const folder = app.files.get(route.span.file)?.packageFolder ?? '';
      if (reached === undefined || limitsAll(app, folder)) continue;
      const known = open.get(folder);
      open.set(folder, known === undefined ? [{ route, reached }] : [...known, { route, reached }]);
    }
    // One limit for the server is enough: one finding for each application.
    for (const routes of open.values()) yield finding(routes);
  },
} satisfies Rule;

interface Unlimited {
  readonly route: Route;
  readonly reached: Reached;
}

type Unlimiteds = readonly [Unlimited, ...Unlimited[]];

function finding([first, ...rest]: Unlimiteds): RuleFinding {
  const worst = [first, ...rest].find(({ route }) => route.authentication.state === 'no') ?? first;
  const { route, reached } = worst;
  const others = [first, ...rest].filter((one) => one !== worst);
  const open = route.authentication.state === 'no';
  const more = others.length === 0 ? '' : ` (and ${String(others.length)} other route${others.length > 1 ? 's' : ''})`;
  return {
    message: `${quoted(route.label)}${more} runs \`${reached.label}\` as often as ${open ? 'anybody' : 'a client'} asks: nothing on its way counts requests`,
    help: 'Let each client through only so often before the model runs, by user or address, and set a budget at the provider.',
    severity: 'info',
    evidence: 'likely',
    primary: route.span,
    related: others
      .slice(0, 20)
      .map((other) => ({ span: other.route.span, message: `${other.route.label} runs a model, too` })),
    trace: wayTo(route, reached),
  };
}

/** Packages whose limiter holds for every route of the application that it is made for. */
const FOR_ALL = /^(?:flask_limiter|slowapi|quart_rate_limiter|asgi_ratelimit)(?:\.|$)/;

/** The application uses one of them: no call on the way has to show it. */
function limitsAll(app: AppModel, folder: string): boolean {
  return [...app.files.values()].some(
    (file) => file.packageFolder === folder && file.imports.some(({ module }) => FOR_ALL.test(module)),
  );
}
