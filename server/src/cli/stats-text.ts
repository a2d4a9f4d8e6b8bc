import type { FactsCache } from '../cache/facts-cache.js';
import type { EngineParts } from '../engine/parts.js';
import type { Report } from '../engine/report.js';
import type { Caches } from './cache.js';

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
  return rows.map(([name, text]) => row(name, text)).join('');
}

/** Which parsers were used where there is a choice. */
export function parserText({ frontEnds }: EngineParts): string {
  const used = frontEnds.flatMap(({ parsers }) => [...(parsers ?? [])]);
  return row('parser', used.map(([name, files]) => `${name} ${files}`).join(', ') || 'none');
}

/** How much was known from earlier runs, and where it is kept. */
export function cacheText(caches: Caches | undefined, facts: FactsCache | undefined): string {
  if (caches === undefined || facts === undefined) return row('cache', 'none');
  const { found, made } = facts.counts();
  const refused = caches.facts.refused === undefined ? '' : `; nothing can be stored (${caches.facts.refused})`;
  return row('cache', `${found} files known, ${made} new in ${caches.folder}${refused}`);
}

function row(name: string, text: string): string {
  return `${name.padEnd(10)}${text}\n`;
}
