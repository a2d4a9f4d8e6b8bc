/** Whether a version is in a range of the catalogue's notation: comparisons, separated by spaces, that all must hold. */
export function versionHolds(range: string, version: string): boolean {
  return range
    .trim()
    .split(/\s+/)
    .every((comparison) => {
      const [, operator = '=', bound = ''] = /^(<=|>=|<|>|=)?(\d[\d.]*)$/.exec(comparison) ?? [];
      const wanted = bound.split('.').map(Number);
      const actual = version.split('.').map(Number);
      const difference = wanted.map((part, index) => (actual[index] ?? 0) - part).find((each) => each !== 0) ?? 0;
      if (operator === '<') return difference < 0;
      if (operator === '<=') return difference <= 0;
      if (operator === '>') return difference > 0;
      if (operator === '>=') return difference >= 0;
      return difference === 0;
    });
}
