import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted, slotName } from '../../flow-findings.js';

export const rule = {
  meta: {
    id: 'limits-unbounded-input',
    title: 'Text of a request goes to a model however long it is',
    family: 'limits',
    severity: 'info',
    confidence: 'medium',
    tier: 'strict',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM06:2026', 'LLM10:2025', 'AML.T0034.001', 'CWE-770', 'CWE-400'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['prompt-user', 'prompt-messages', 'prompt-system'],
      sources: ['request'],
      accept: (flow) => flow.bounded !== true,
    });
    const seen = new Set<unknown>();
    for (const group of groups) {
      const [flow] = group;
      // One call, one finding: whoever bounds the request bounds all of it.
      const call = flow.sink.modelCall ?? flow.sink.span;
      if (seen.has(call)) continue;
      seen.add(call);
      yield flowFinding(app, group, {
        message: `${quoted(flow.source.label)} goes to the model (${slotName(flow.sink)}) however long it is`,
        help: 'Give the field a maximum in the schema of the request, cut it, or refuse large bodies; of a history, take the last messages.',
        severity: 'info',
      });
    }
  },
} satisfies Rule;
