import type { Severity } from '@leashlint/rules';
import type { Notification, Result } from 'sarif';

/** GitHub takes no more per run; what is left out is announced. */
export const MOST_RESULTS = 5000;

const ORDER: readonly (Severity | Result.level)[] = ['error', 'warning', 'info', 'note', 'none'];

/** The most severe of too many, in the order that they had. */
export function mostSevere<T>(
  values: readonly T[],
  most: number,
  levelOf: (value: T) => Severity | Result.level | undefined,
): readonly T[] {
  if (values.length <= most) return values;
  const rank = (value: T): number => ORDER.indexOf(levelOf(value) ?? 'warning');
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => rank(a.value) - rank(b.value) || a.index - b.index)
    .slice(0, most)
    .sort((a, b) => a.index - b.index)
    .map(({ value }) => value);
}

const LEFT_OUT = / findings of lower severity are left out of this log\.$/;

export function leftOut(count: number): Notification {
  return { level: 'warning', message: { text: `${count} findings of lower severity are left out of this log.` } };
}

/** How many findings a notification says are left out; 0 if it says something else. */
export function leftOutCount({ message }: Notification): number {
  return LEFT_OUT.test(message.text ?? '') ? Number.parseInt(message.text ?? '', 10) : 0;
}
