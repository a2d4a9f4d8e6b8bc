import type { Severity } from '@leashlint/rules';
import type { Arguments } from './arguments.js';

/** The severity from which findings make a run fail. */
export function failLimit(args: Arguments): Severity {
  const threshold = args.value('fail-on');
  return threshold === 'error' || threshold === 'info' ? threshold : 'warning';
}
