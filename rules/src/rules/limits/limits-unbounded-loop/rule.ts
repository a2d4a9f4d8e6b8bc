import { setLimit } from '../../../fix/offers.js';
import type { Agent, Limit, ModelCall } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { inTest } from '../../severity.js';

const help =
  'Bound the steps, the time or the money of a run: a model that goes round in circles stops by itself only by luck.';

export const rule = {
  meta: {
    id: 'limits-unbounded-loop',
    title: 'Agent loop has no step, turn or budget bound',
    family: 'limits',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM06:2026', 'LLM10:2025', 'ASI08', 'AML.T0034.002', 'AML.T0029', 'CWE-835', 'CWE-770'],
  },
  *check(app) {
    for (const owner of [...app.agents, ...app.modelCalls]) {
      const limit = missingLimit(owner.limits);
      if (limit !== undefined) yield unbounded(app, owner, limit);
    }
    yield* endlessLoops(app);
  },
} satisfies Rule;

/** The step limit that is not in force, unless another bound holds or may hold. */
function missingLimit(limits: readonly Limit[]): Limit | undefined {
  const steps = limits.filter(({ kind }) => kind === 'steps');
  const others = limits.filter(({ kind }) => kind === 'cost' || kind === 'time');
  if (steps.some(({ state }) => state !== 'unbounded') || others.some(({ state }) => state !== 'unbounded'))
    return undefined;
  return steps[0];
}

function unbounded(app: AppModel, owner: Agent | ModelCall, limit: Limit): RuleFinding {
  const fix = setLimit(app, limit);
  const isCall = 'calleeSpan' in owner;
  const subject = isCall ? `\`${owner.name}\`` : `agent${owner.name === undefined ? '' : ` \`${owner.name}\``}`;
  // A default that is as good as none.
  const byDefault = limit.span === undefined && limit.value !== undefined;
  const missing = byDefault
    ? `\`${limit.name}\` is not set, and its default of ${String(limit.value)} is as good as none`
    : `\`${limit.name}\` is not set and has no default`;
  const written = limit.property === undefined ? undefined : app.text(limit.property.span).replaceAll(/\s+/g, ' ');
  return {
    message: `${subject} may run for ever: ${written === undefined ? missing : `\`${written}\``}`,
    help,
    severity: byDefault ? 'info' : 'warning',
    // The default of another version may be low, and whoever leaves it trusts the framework.
    evidence: byDefault || isWatched(app, owner.span) ? 'heuristic' : limit.span !== undefined ? 'proven' : 'likely',
    primary: limit.span ?? (isCall ? owner.calleeSpan : owner.span),
    fixes: fix === undefined ? [] : [fix],
  };
}

/** Somebody watches each run of a notebook, and a test stops with the answers that it makes up. */
function isWatched(app: AppModel, span: Span): boolean {
  return span.file.endsWith('.ipynb') || inTest(app, span);
}

/** The line that starts a loop. */
function headOf(app: AppModel, { file, start, end }: Span): Span {
  const [head = ''] = app.text({ file, start, end }).split(/\s*(?:\r?\n|$)/, 1);
  return { file, start, end: start + head.length };
}

/** Loops around model calls; one finding per loop. */
function* endlessLoops(app: AppModel): Generator<RuleFinding> {
  const seen = new Set<string>();
  for (const call of app.modelCalls) {
    const loop = call.unboundedLoop;
    if (loop === undefined) continue;
    const { span, leftOff } = loop;
    if (seen.has(`${span.file}:${String(span.start)}`)) continue;
    seen.add(`${span.file}:${String(span.start)}`);
    const why =
      leftOff === undefined
        ? 'no counter, deadline or abort signal ends it'
        : `\`${leftOff}\` would end it, but nothing is its default`;
    yield {
      message: `the loop around \`${call.name}\` has no bound: ${why}`,
      help,
      severity: 'warning',
      evidence: isWatched(app, span) ? 'heuristic' : 'likely',
      primary: headOf(app, span),
      trace: [
        { span, message: 'this loop' },
        { span: call.calleeSpan, message: `\`${call.name}\` is called again on each turn` },
      ],
    };
  }
}
