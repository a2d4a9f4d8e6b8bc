import type { SinkKind } from '../../../model/flow.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';

/** What the value decides, and what makes it fine. */
const deeds: Partial<Readonly<Record<SinkKind, { readonly decides: string; readonly help: string }>>> = {
  redirect: {
    decides: 'where the browser is sent',
    help: 'Let the model choose from the names of your pages (an enum in the output schema) and look the address up.',
  },
  recipient: {
    decides: 'who gets the message',
    help: 'Take the recipient from your own data, or compare it with the addresses that this user may write to.',
  },
};

export const rule = {
  meta: {
    id: 'output-to-sensitive-sink',
    title: 'Model output decides about a redirect or a recipient',
    family: 'output',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM10:2026', 'LLM05:2025', 'CWE-1426', 'CWE-74', 'CWE-601'],
  },
  *check(app) {
    for (const group of flowGroups(app, { sinks: ['redirect', 'recipient'], sources: ['model-output'] })) {
      const { source, sink } = group[0];
      const deed = deeds[sink.kind];
      if (deed === undefined) continue;
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} decides ${deed.decides} (${quoted(sink.label)})`,
        help: deed.help,
        severity: 'error',
      });
    }
  },
} satisfies Rule;
