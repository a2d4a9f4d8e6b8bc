/** What a person sees of the extension, one row each. Both suites read this table and nothing else. */

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface QuickFix {
  /** Sample, relative to the samples folder. */
  readonly file: string;
  /** Rule id: the diagnostic's `code`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Text that stands once in the sample, on the line where the finding starts. */
  readonly at: string;
  /** Title of the quick fix. */
  readonly title: RegExp;
  /** Text that the sample lacks before the fix and has after it. */
  readonly after: string;
}

export interface FixAll {
  readonly file: string;
  /** Texts that the sample lacks before and has after all safe fixes. */
  readonly after: readonly string[];
  /** Texts that must survive, since only a fix that is not safe would change them. */
  readonly kept: readonly string[];
}

export const source = 'leashlint';
export const fixAllKind = 'source.fixAll.leashlint';

export const quickFixes: readonly QuickFix[] = [];

export const fixAll: readonly FixAll[] = [];

/** Samples without a finding. */
export const clean: readonly string[] = [];
