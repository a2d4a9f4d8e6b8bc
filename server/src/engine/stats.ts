/** Counts by reason added up, sorted by reason, without zeros. */
export function sumByReason(
  ...counts: readonly (ReadonlyMap<string, number> | undefined)[]
): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const count of counts) {
    for (const [reason, number] of count ?? []) sums.set(reason, (sums.get(reason) ?? 0) + number);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lines as an editor counts them: a last line break starts no further line. */
export function lineCount(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

export function countReasons(reasons: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return sumByReason(counts);
}
