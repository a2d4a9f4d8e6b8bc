import { moveToUserMessage } from '../../../fix/user-message.js';
import type { Flow, SourceKind } from '../../../model/flow.js';
import type { Severity } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, type FlowGroup, flowGroups, quoted, slotName } from '../../flow-findings.js';

/** Who may have written the value. A local user instructs his own agent: a note for reviewers. */
const severities: Partial<Record<SourceKind, Severity>> = {
  request: 'error',
  retrieved: 'error',
  'tool-input': 'warning',
  local: 'info',
};

export const rule = {
  meta: {
    id: 'prompt-untrusted-in-system',
    title: 'Untrusted text placed in the system instructions',
    family: 'prompt',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM01:2026', 'LLM01:2025', 'ASI01', 'AML.T0051.000', 'AML.T0051.001', 'CWE-1427'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['prompt-system'],
      sources: ['request', 'retrieved', 'tool-input', 'local'],
    });
    for (const all of groups) {
      const [first, ...others] = all.filter((flow) => !isMeant(flow));
      const group: FlowGroup = first === undefined ? all : [first, ...others];
      const { source, sink } = group[0];
      const fix = moveToUserMessage(app, group);
      const finding = flowFinding(app, group, {
        message: `${quoted(source.label)} becomes part of the system instructions (${slotName(sink)})`,
        help: 'Keep the instructions constant and pass the value in a user message, or choose it from a fixed list. Delimiters and filters make an attack harder, not impossible.',
        severity: severities[source.kind] ?? 'error',
        fixes: fix === undefined ? [] : [fix],
      });
      yield first === undefined ? { ...finding, evidence: 'heuristic' } : finding;
    }
  },
} satisfies Rule;

/** What a person tells his own agent, and the whole instructions of an agent that another one's tool starts: that is what the tool is for. */
function isMeant({ partial, source }: Flow): boolean {
  return source.kind === 'local' || (source.kind === 'tool-input' && !partial);
}
