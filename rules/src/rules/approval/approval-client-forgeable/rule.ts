import { signApprovals } from '../../../fix/sign-approvals.js';
import type { Agent, ModelCall } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Tool } from '../../../model/tool.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { flowFinding, type FlowGroup, flowGroups, quoted } from '../../flow-findings.js';
import { onlyLocal, wayTo } from '../../open-routes.js';
import { inTest } from '../../severity.js';

const SECRET = 'experimental_toolApprovalSecret';

export const rule = {
  meta: {
    id: 'approval-client-forgeable',
    title: 'Approval decision trusted from the client',
    family: 'approval',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI09', 'CWE-602', 'CWE-345', 'CWE-862'],
  },
  *check(app) {
    for (const group of flowGroups(app, { sinks: ['prompt-messages', 'prompt-role'], sources: ['request'] })) {
      const finding = replayed(app, group);
      if (finding !== undefined) yield finding;
    }
    yield* answeredByAnybody(app);
  },
} satisfies Rule;

/** The history that the client sends holds the answers to the questions that the server asked. */
function replayed(app: AppModel, group: FlowGroup): RuleFinding | undefined {
  const [{ sink, source }] = group;
  const user = sink.modelCall;
  if (user?.framework.id !== 'vercel-ai' || isSigned(app, user)) return undefined;
  const tool = user.tools.find(asks);
  if (tool === undefined) return undefined;
  const fix = signApprovals(app, user.options, SECRET);
  const finding = flowFinding(app, group, {
    message: `the client can approve by itself: ${quoted(source.label)} holds the history, and with it the answer to the approval of tool \`${tool.name ?? 'unnamed'}\``,
    help: `Set ${SECRET}, so that only approvals which the server asked for are accepted, or keep pending calls and the history on the server.`,
    severity: 'warning',
    fixes: fix === undefined ? [] : [fix],
  });
  return { ...finding, primary: optionAround(user, sink.span) };
}

/** The whole option: its value is where other rules speak of what the client may write. */
function optionAround({ options }: ModelCall | Agent, value: Span): Span {
  const around = options?.properties.find(
    ({ span }) => span.file === value.file && span.start <= value.start && value.end <= span.end,
  );
  return around?.span ?? value;
}

function asks({ gates }: Tool): boolean {
  return gates.some(
    ({ level, state }) => (level === 'tool' || level === 'call') && (state === 'asks' || state === 'conditional'),
  );
}

/** The secret is set, or may be: in the call, or in the agent that it runs. */
function isSigned(app: AppModel, user: ModelCall | Agent): boolean {
  const agents = app.agents.filter(({ tools }) => tools.some((tool) => user.tools.includes(tool)));
  return [user, ...agents].some(
    ({ options }) => options === undefined || options.open || options.properties.some(({ name }) => name === SECRET),
  );
}

/** A route that answers pending approvals for whoever calls it. */
function* answeredByAnybody(app: AppModel): Generator<RuleFinding> {
  for (const route of app.routes) {
    const { authentication, label, listeners, reaches, span } = route;
    if (authentication.state !== 'no' || onlyLocal(listeners) || inTest(app, span)) continue;
    const answer = reaches.find(({ kind }) => kind === 'approval');
    if (answer === undefined) continue;
    yield {
      message: `${quoted(label)} answers a pending approval with \`${answer.label}\`, and nothing asks who sends the answer`,
      help: 'Look the pending call up by its id and the signed-in user, and take the answer from that user only.',
      severity: 'warning',
      evidence: 'likely',
      primary: answer.span,
      trace: wayTo(route, answer),
    };
  }
}
