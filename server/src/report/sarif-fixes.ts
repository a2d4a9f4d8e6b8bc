import type { Fix } from '@leashlint/rules';
import type { Fix as SarifFix } from 'sarif';
import { fileEdits } from '../engine/apply-fixes.js';
import { artifact, type Regions } from './sarif.js';

/** One SARIF fix per fix, one artifact change per file. */
export function sarifFixes(
  fixes: readonly Fix[],
  text: (file: string) => string | undefined,
  regions: Regions,
): SarifFix[] {
  return fixes
    .map((fix) => ({
      description: { text: fix.title },
      artifactChanges: [...fileEdits(fix, text)].map(([file, edits]) => ({
        artifactLocation: artifact(file),
        replacements: edits.map(({ start, end, text: inserted }) => ({
          deletedRegion: regions.region({ file, start, end }),
          ...(inserted === '' ? {} : { insertedContent: { text: inserted } }),
        })),
      })),
    }))
    .filter(({ artifactChanges }) => artifactChanges.length > 0);
}
