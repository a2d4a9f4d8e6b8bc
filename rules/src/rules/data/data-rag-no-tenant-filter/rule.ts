import type { AppModel } from '../../../model/app.js';
import type { Rule, RuleFinding } from '../../../model/rule.js';
import type { StoreOwner, StoreUse } from '../../../model/store.js';
import { inTest, lowered } from '../../severity.js';
import { isSameStore } from '../../store-uses.js';

export const rule = {
  meta: {
    id: 'data-rag-no-tenant-filter',
    title: 'Search in a store of several tenants without a filter that names one',
    family: 'data',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM09:2026', 'LLM08:2025', 'LLM02:2026', 'ASI03', 'AML.T0085.000', 'AML.T0082', 'CWE-862', 'CWE-1220'],
  },
  *check(app) {
    for (const use of app.stores) {
      if (use.does !== 'searches' || use.owner !== undefined || !(use.scope === 'none' || use.scope === 'fixed'))
        continue;
      const other = ownedUse(app, use);
      if (other !== undefined) yield finding(app, use, other.use, other.owner);
    }
  },
} satisfies Rule;

interface Owned {
  readonly use: StoreUse;
  readonly owner: StoreOwner;
}

/** Another use of the same store that says whose entries it means. Tests use stores of their own. */
function ownedUse(app: AppModel, search: StoreUse): Owned | undefined {
  for (const use of app.stores) {
    const { owner } = use;
    if (owner !== undefined && use !== search && isSameStore(use, search) && !inTest(app, use.span))
      return { use, owner };
  }
  return undefined;
}

function finding(
  app: AppModel,
  { label, calleeSpan, holds, scope }: StoreUse,
  use: StoreUse,
  owner: StoreOwner,
): RuleFinding {
  const what = holds === 'documents' ? 'documents' : 'memories';
  const filter = scope === 'fixed' ? 'its filter names no user or tenant' : 'it has no filter';
  return {
    message: `\`${label}\` searches the ${what} of everybody: ${filter}, and the store has those of several (\`${owner.name}\`)`,
    help: `Restrict the search to who asks, with the value of the session: a filter on \`${owner.name}\`, or a namespace or collection for each.`,
    severity: lowered('warning', inTest(app, calleeSpan)),
    evidence: 'likely',
    primary: calleeSpan,
    related: [
      { span: owner.span, message: `\`${owner.name}\` says whose an entry is` },
      {
        span: use.calleeSpan,
        message: use.does === 'writes' ? 'entries are written here' : 'this search is restricted',
      },
    ],
  };
}
