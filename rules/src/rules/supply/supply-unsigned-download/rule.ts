import { replaceValue } from '../../../fix/options-edit.js';
import type { AppModel } from '../../../model/app.js';
import type { Download } from '../../../model/artifact.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { inTest, lowered } from '../../severity.js';

const help = 'Fetch it over HTTPS, compare a checksum or signature that you know from elsewhere, and only then use it.';

export const rule = {
  meta: {
    id: 'supply-unsigned-download',
    title: 'Model, tool or skill fetched over an unauthenticated channel',
    family: 'supply',
    severity: 'error',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM04:2026', 'LLM03:2025', 'ASI04', 'AML.T0010', 'CWE-494', 'CWE-319'],
  },
  *check(app) {
    for (const download of app.downloads) {
      if (download.verified || (download.channel === 'trusted' && download.use !== 'runs')) continue;
      yield {
        message: `${subject(download)} ${USES[download.use]}${WHY[download.channel]}`,
        help,
        severity: lowered('error', download.channel === 'trusted', inTest(app, download.span)),
        evidence: 'proven',
        primary: download.insecure?.span ?? download.span,
        related: download.useSpan === download.span ? [] : [{ span: download.useSpan, message: 'is used here' }],
        fixes: verify(app, download),
      };
    }
  },
} satisfies Rule;

const USES = { runs: 'is run', loads: 'is loaded', trains: 'trains a model' } as const;
const WHY = {
  clear: ', although anybody on the way can replace it: the connection is not encrypted',
  unverified: ', although anybody on the way can replace it: nobody checks the certificate',
  trusted: ' without a check that it is what was reviewed',
} as const;

function subject({ label }: Download): string {
  return label.includes(' ') ? `What ${label} fetches` : `What \`${label}\` fetches`;
}

function verify(app: AppModel, { insecure }: Download): readonly Fix[] {
  if (insecure === undefined || app.text(insecure.valueSpan) !== 'False') return [];
  return [{ title: `Set ${insecure.name} to True`, kind: 'suggest', edits: [replaceValue(app, insecure, 'True')] }];
}
