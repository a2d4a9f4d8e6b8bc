import type { Report } from '../engine/report.js';

/** What was read, skipped and parsed, and why. */
export function statsText({ stats }: Report): string {
  const { files, skippedBecause, parsedBecause, timings, bytes, lines, rules } = stats;
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  const total = Object.values(timings).reduce((sum, time) => sum + time, 0);
  const rows = [
    ['files', `${files.listed} listed, ${files.read} read (${Math.round(bytes / 1024)} KB)`],
    ['left out', list(skippedBecause)],
    ['parsed', `${files.analysed} files, ${lines} lines: ${list(parsedBecause)}`],
    ['rules', String(rules)],
    ['time', `${Math.round(total)} ms: ${list(timings)}`],
  ] as const;
  return rows.map(([name, text]) => `${name.padEnd(10)}${text}\n`).join('');
}
