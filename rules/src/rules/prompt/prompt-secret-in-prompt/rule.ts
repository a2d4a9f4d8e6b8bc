import type { Flow } from '../../../model/flow.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted, slotName } from '../../flow-findings.js';

export const rule = {
  meta: {
    id: 'prompt-secret-in-prompt',
    title: 'Credential or internal secret sent to a model',
    family: 'prompt',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM02:2026', 'LLM02:2025', 'LLM08:2026', 'LLM07:2025', 'AML.T0057', 'AML.T0056', 'CWE-201', 'CWE-522'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['prompt-system', 'prompt-user', 'prompt-messages', 'prompt-other', 'template', 'tool-result'],
      sources: ['secret'],
      accept: isSecretItself,
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const place = sink.kind === 'tool-result' ? sink.label : `what the model reads (${slotName(sink)})`;
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} becomes part of ${place}`,
        help: 'Keep the secret in the code that uses it and give the model a name for it. What a model has read it can be talked into repeating, and providers keep prompts.',
        severity: 'error',
      });
    }
  },
} satisfies Rule;

/** What an unknown function makes of a key (a client, a hash) is not the key. */
function isSecretItself({ evidence }: Flow): boolean {
  return evidence === 'proven';
}
