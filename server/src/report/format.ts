import type { RuleMeta, Severity } from '@leashlint/rules';
import type { Report, ReportedFinding } from '../engine/report.js';

/** Turns a report into text for people or programs. Deterministic: no clocks, no absolute paths. */
export type Formatter = (report: Report, context: FormatContext) => string;

export interface FormatContext {
  readonly rules: ReadonlyMap<string, RuleMeta>;
  /** Markdown page of a rule. */
  readonly page: (rule: string) => string | undefined;
  readonly version: string;
  readonly color: boolean;
  /** Findings below this severity are left out of what people read. */
  readonly quiet: boolean;
  /** Which part of the workspace the report is about: `2/4`. */
  readonly shard?: string;
}

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings that count: nothing suppressed. */
export function openFindings(report: Report): readonly ReportedFinding[] {
  return report.findings.filter((finding) => finding.suppression === undefined);
}

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === 'info' ? '' : 's'}`;
}
