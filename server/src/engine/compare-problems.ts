import { compareText } from '../compare-text.js';
import type { Problem } from './report.js';

/** In the order in which an analysis meets them. */
const KINDS: readonly string[] = ['config', 'bound', 'read', 'parse', 'rule', 'suppression'];

export interface PlacedProblem {
  readonly kind: Problem['kind'] | string;
  readonly message: string;
  readonly file: string | undefined;
  readonly start: number | undefined;
}

/** The order of problems in every report: it does not depend on the order in which files were looked at. */
export function compareProblems(a: PlacedProblem, b: PlacedProblem): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareText(a.file ?? '', b.file ?? '') ||
    (a.start ?? 0) - (b.start ?? 0) ||
    compareText(a.message, b.message)
  );
}
