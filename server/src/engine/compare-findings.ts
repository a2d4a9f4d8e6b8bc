import { compareText } from '../compare-text.js';

export interface PlacedFinding {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
}

/** The order of findings in every report. */
export function compareFindings(a: PlacedFinding, b: PlacedFinding): number {
  return (
    compareText(a.file, b.file) ||
    a.start - b.start ||
    a.end - b.end ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}
