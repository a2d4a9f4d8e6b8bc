export interface Stopwatch {
  /** Time since the last lap, under a name; laps of one name add up. */
  lap(name: string): void;
  laps(): Readonly<Record<string, number>>;
}

/** Milliseconds with one decimal. */
export function createStopwatch(): Stopwatch {
  const times: Record<string, number> = {};
  let last = performance.now();
  return {
    lap(name) {
      const now = performance.now();
      times[name] = Math.round(((times[name] ?? 0) + now - last) * 10) / 10;
      last = now;
    },
    laps: () => ({ ...times }),
  };
}
