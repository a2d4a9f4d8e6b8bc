import type { AppModel } from '../../../model/app.js';
import type { Reached, Route } from '../../../model/exposure.js';
import type { Evidence, Severity } from '../../../model/finding.js';
import type { SinkKind } from '../../../model/flow.js';
import type { Rule } from '../../../model/rule.js';
import { quoted } from '../../flow-findings.js';
import { consequence, isConsequential, laterCheck, onlyLocal, wayTo } from '../../open-routes.js';
import { inTest } from '../../severity.js';

export const rule = {
  meta: {
    id: 'identity-unauthenticated-agent-endpoint',
    title: 'Agent, tool or chat endpoint without authentication',
    family: 'identity',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['ASI03', 'MCP07:2025', 'LLM06:2026', 'LLM10:2025', 'AML.T0049', 'CWE-306', 'CWE-862'],
  },
  *check(app) {
    for (const route of app.routes) {
      const { authentication, listeners, unbound } = route;
      if (authentication.state !== 'no' || unbound || onlyLocal(listeners) || inTest(app, route.span)) continue;
      const worst = worstOf(app, route);
      if (worst === undefined) continue;
      const { reached, what, severity, evidence } = worst;
      yield {
        message: `${quoted(route.label)} ${what}, and nothing asks who sends the request${laterCheck(app, route)}`,
        help: 'Refuse requests without a valid session, token or key before the model or the data is reached, and check what the user may see.',
        severity,
        evidence,
        primary: route.span,
        related: later(route),
        trace: wayTo(route, reached),
      };
    }
  },
} satisfies Rule;

interface Worst {
  readonly reached: Reached;
  readonly what: string;
  readonly severity: Severity;
  readonly evidence: Evidence;
}

/** The most that a stranger gets at. Routes that serve MCP have a rule of their own. */
function worstOf(app: AppModel, route: Route): Worst | undefined {
  if (route.reaches.some(({ kind }) => kind === 'mcp')) return undefined;
  const judged = route.reaches.flatMap((reached) => judge(app, reached, route) ?? []);
  return judged.find(({ severity }) => severity === 'error') ?? judged[0];
}

function judge(app: AppModel, reached: Reached, route: Route): Worst | undefined {
  const serious = { reached, severity: 'error', evidence: 'likely' } as const;
  switch (reached.kind) {
    case 'model-call':
      return ofModelCall(app, reached, route);
    case 'agent':
      return { ...serious, what: `hands requests to agents with \`${reached.label}\`` };
    case 'privilege':
      return usesModels(app, route)
        ? {
            ...serious,
            what: `reads or writes with the ${reached.label}, which no row-level rule holds back`,
            severity: 'warning',
          }
        : undefined;
    case 'effect': {
      const lasting =
        reached.effect !== undefined &&
        /^(?:exec|eval|fs-write|fs-delete|db-write|deploy|pay)$/.test(reached.effect.kind);
      if (!lasting || route.authentication.later === undefined) return undefined;
      return { ...serious, what: `reaches \`${reached.label}\`` };
    }
    case 'mcp':
    case 'approval':
      return undefined;
  }
}

/** What code does with the answer of a model, when the answer reaches it: the work of a tool without a tool. */
const ACTING: ReadonlySet<SinkKind> = new Set(['shell', 'process-arguments', 'code', 'sql']);

function ofModelCall(app: AppModel, reached: Reached, route: Route): Worst | undefined {
  const { modelCall } = reached;
  if (modelCall === undefined) return undefined;
  const tool = modelCall.tools.find(isConsequential);
  if (tool !== undefined) {
    const name = tool.name === undefined ? 'a tool' : `tool \`${tool.name}\``;
    const behind = tool.hosted === undefined ? `, which reaches \`${consequence(tool) ?? ''}\`` : '';
    const what = `lets anybody run \`${modelCall.name}\` with ${name}${behind}`;
    return { reached, what, severity: 'error', evidence: 'likely' };
  }
  const acts = app.flows.find(({ source, sink }) => source.modelCall === modelCall && ACTING.has(sink.kind));
  if (acts !== undefined) {
    const what = `lets anybody run \`${modelCall.name}\`, whose output reaches ${quoted(acts.sink.label)}`;
    return { reached, what, severity: 'error', evidence: 'likely' };
  }
  if (route.listeners.some(({ debugs, where }) => debugs === true && where === 'all')) {
    const what = `runs \`${modelCall.name}\` in a server that everybody can reach and whose debugger runs code for whoever asks`;
    return { reached, what, severity: 'error', evidence: 'likely' };
  }
  const what = `lets anybody run \`${modelCall.name}\` at the owner's expense`;
  return { reached, what, severity: 'info', evidence: 'heuristic' };
}

function later({ authentication }: Route): readonly { readonly span: Route['span']; readonly message: string }[] {
  return authentication.later === undefined
    ? []
    : [{ span: authentication.later, message: 'this check runs for routes that are registered after it' }];
}

/** Data access is this rule's business where an agent or a model is near: in packages that use one. */
function usesModels(app: AppModel, { span }: Route): boolean {
  const folder = app.files.get(span.file)?.packageFolder;
  return [...app.modelCalls, ...app.agents].some((user) => app.files.get(user.span.file)?.packageFolder === folder);
}
