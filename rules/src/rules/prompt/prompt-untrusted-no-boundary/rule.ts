import type { Agent, ModelCall } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Flow } from '../../../model/flow.js';
import type { Related } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { inTest } from '../../severity.js';
import { flowFinding, flowGroups, quoted, slotName } from '../../flow-findings.js';

export const rule = {
  meta: {
    id: 'prompt-untrusted-no-boundary',
    title: 'Retrieved or tool content merged into the instruction string without a boundary',
    family: 'prompt',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM01:2026', 'LLM01:2025', 'LLM09:2026', 'ASI01', 'ASI06', 'AML.T0051.001', 'AML.T0066', 'CWE-1427'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['prompt-user', 'prompt-messages'],
      sources: ['retrieved'],
      // What a test asks a model is read by whoever wrote the test.
      accept: (flow) => flow.boundary?.state === 'none' && isText(app, flow) && !inTest(app, flow.sink.span),
    });
    for (const group of groups) {
      const [flow] = group;
      const { source, sink } = flow;
      const acts = canAct(sink.modelCall);
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} stands between the words of an instruction (${slotName(sink)}): nothing tells the model where it begins and ends`,
        help: 'Give it a message or content block of its own, or put it between tags and say that it is data. A boundary makes an injection harder, not impossible.',
        severity: acts ? 'warning' : 'info',
        related: textOf(flow),
      });
    }
  },
} satisfies Rule;

/** Fields of an answer in JSON are what the code asked a service for; texts are what somebody wrote. */
function isText(app: AppModel, { source }: Flow): boolean {
  return !/\.json\s*(?:<[^()]*>)?\(\s*\)$/.test(app.text(source.span));
}

/** A model without tools can only say something wrong. */
function canAct(call: ModelCall | Agent | undefined): boolean {
  return call !== undefined && (call.tools.length > 0 || !call.toolsKnown);
}

function textOf({ boundary, sink }: Flow): readonly Related[] {
  const span = boundary?.span;
  if (span === undefined || (span.file === sink.span.file && span.start === sink.span.start)) return [];
  return [{ span, message: 'is put between these words' }];
}
