import type { ModelCall } from '@leashlint/rules';
import picomatch from 'picomatch';
import type { ModelCallEntry } from '../entries.js';

/** Model calls of files that are none of those through which the project wants models to be called. */
export function callsOutside(
  calls: readonly ModelCallEntry[],
  gateway: readonly string[] | undefined,
): readonly ModelCall[] {
  if (gateway === undefined) return [];
  const covers = picomatch(
    gateway.flatMap((pattern) => [pattern, `${pattern.replace(/\/$/, '')}/**`]),
    { dot: true },
  );
  return calls.flatMap(({ entry, prepares }) => (prepares || covers(entry.span.file) ? [] : [entry]));
}
