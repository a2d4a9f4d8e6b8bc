import type { AppModel } from '../../../model/app.js';
import type { Rule } from '../../../model/rule.js';
import type { StoreUse } from '../../../model/store.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { isSameStore, usesOfSinks } from '../../store-uses.js';

export const rule = {
  meta: {
    id: 'data-rag-untrusted-ingest',
    title: 'Untrusted text is put into a shared knowledge base without saying where it comes from',
    family: 'data',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM05:2026', 'LLM04:2025', 'LLM09:2026', 'ASI06', 'AML.T0070', 'AML.T0066', 'AML.T0020', 'CWE-345'],
  },
  *check(app) {
    const useOf = usesOfSinks(app);
    const groups = flowGroups(app, {
      sinks: ['knowledge'],
      sources: ['request'],
      anywhere: true,
      accept: ({ sink }) => isShared(app, useOf(sink)),
    });
    for (const group of groups) {
      const [flow] = group;
      yield flowFinding(app, group, {
        message: `${quoted(flow.source.label)} goes into the documents that models read with \`${flow.sink.label}\`; nothing marks where it comes from, and nobody looks at it`,
        help: 'Give each document metadata that says who brought it and where it comes from, look at it before models read it, or keep what users bring in a store of their own.',
        severity: 'warning',
      });
    }
  },
} satisfies Rule;

/** One store for everybody, from which something of the application reads. */
function isShared(app: AppModel, use: StoreUse | undefined): boolean {
  if (use === undefined || use.provenance !== 'no' || !(use.scope === 'none' || use.scope === 'fixed')) return false;
  if (use.owner !== undefined) return false;
  return app.stores.some((other) => other.does === 'searches' && isSameStore(other, use));
}
