import type { Artifact } from '../../../model/artifact.js';
import type { Rule } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

const help =
  'Name the commit of what you have looked at and tested (`revision`, `owner/name:commit`), or keep a copy of your own.';

export const rule = {
  meta: {
    id: 'supply-unpinned-artifact',
    title: 'Model artifact, tool package or remote prompt not pinned to an immutable version',
    family: 'supply',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM04:2026', 'LLM03:2025', 'AML.T0010.003', 'AML.T0109', 'CWE-494', 'CWE-353'],
  },
  *check(app) {
    for (const { name, pin, runner, span } of app.startedPackages) {
      if (pin !== undefined || inTest(app, span)) continue;
      yield {
        message: `The MCP server that is started here runs whatever \`${name}\` is when ${runner} fetches it`,
        help: 'Pin an exact version (or the digest of an image) that you have looked at: a hijacked release runs with your rights otherwise.',
        severity: 'warning',
        evidence: 'proven',
        primary: span,
      };
    }
    for (const artifact of app.artifacts) {
      if (!isUnpinned(artifact) || inTest(app, artifact.span)) continue;
      // Code that runs is reviewed by its commit; that weights and prompts change is for those who want to know.
      const runs = artifact.runsCode === 'always' && !artifact.ofLibrary;
      yield {
        message: `\`${artifact.loader}\` loads \`${artifact.name ?? ''}\` from ${artifact.registry} as it is at that moment${runs ? ', and runs its code' : ''}`,
        help,
        severity: lowered('warning', !runs),
        evidence: runs ? 'proven' : 'heuristic',
        primary: artifact.nameSpan,
      };
    }
  },
} satisfies Rule;

/** `supply-trust-remote-code` and `data-training-unpinned-dataset` speak of the others. */
function isUnpinned({ place, pin, runsCode, trains }: Artifact): boolean {
  return place === 'hub' && (pin === 'absent' || pin === 'moving') && runsCode !== 'allowed' && trains === undefined;
}
