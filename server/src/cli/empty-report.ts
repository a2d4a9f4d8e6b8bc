import type { Problem, Report } from '../engine/report.js';

/** The report of an analysis that could not start. `file` and `text` are of the configuration that is wrong. */
export function emptyReport(problems: readonly Problem[], file: string | undefined, text: string | undefined): Report {
  return {
    findings: [],
    problems,
    stats: {
      files: { listed: 0, read: 0, skipped: 0, analysed: 0, onDemand: 0 },
      skippedBecause: {},
      parsedBecause: {},
      bytes: 0,
      lines: 0,
      timings: {},
      rules: 0,
    },
    text: (path) => (path === file ? text : undefined),
  };
}
