import v8 from 'node:v8';

/**
 * By major version of V8. Only versions that were measured: another one may not know the flag, and would say so on the
 * standard error of every run.
 */
const FLAGS: Readonly<Record<string, string>> = {
  // Node 20: wait four times as long.
  11: '--interrupt-budget=500000',
  // Node 22 and 24: leave the largest functions to the lower tiers.
  12: '--max-optimized-bytecode-size=4000',
  13: '--max-optimized-bytecode-size=4000',
};

/**
 * Makes V8 slower to optimize. A parser's functions see a new shape with every kind of node, so that they are compiled again
 * and again, and most runs end before that has paid: 10 to 35 % of their CPU time. Holds for the whole process. `version` is V8's: `11.3.244`.
 */
export function delayOptimizer(version: string): void {
  const flag = FLAGS[version.split('.')[0] ?? ''];
  if (flag !== undefined) v8.setFlagsFromString(flag);
}
