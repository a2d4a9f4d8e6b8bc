import { createTwoFilesPatch } from 'diff';
import { applyFixes, chooseFixes } from '../engine/apply-fixes.js';
import type { Report } from '../engine/report.js';
import { openFindings } from '../report/format.js';

export type FixLevel = 'safe' | 'suggest';

/** A fix may make room for another; more rounds than this mean that two fixes undo each other. */
const MOST_ROUNDS = 10;

export function fixLevel(value: string | undefined): FixLevel | undefined {
  return value === 'safe' || value === 'suggest' ? value : undefined;
}

/** Applies fixes and analyses again until nothing changes. `rewrite` stores new texts and gives the next report. */
export function fixUntilStable(
  first: Report,
  level: FixLevel,
  rewrite: (files: ReadonlyMap<string, string>) => Report,
): { readonly report: Report; readonly applied: number } {
  let report = first;
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { files, fixes } = applyFixes(chooseFixes(openFindings(report), level), (file) => report.text(file));
    if (files.size === 0) break;
    applied += fixes.length;
    report = rewrite(files);
  }
  return { report, applied };
}

/** What the first round would change, as a unified diff that `git apply` takes. */
export function dryRun(report: Report, level: FixLevel): string {
  const { files } = applyFixes(chooseFixes(openFindings(report), level), (file) => report.text(file));
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, after]) => {
      const before = report.text(file);
      const from = before === undefined ? '/dev/null' : `a/${file}`;
      return createTwoFilesPatch(from, `b/${file}`, before ?? '', after, undefined, undefined, { context: 3 }).replace(
        /^=+\n/,
        '',
      );
    })
    .join('');
}
