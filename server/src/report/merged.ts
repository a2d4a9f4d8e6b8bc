import type { Severity } from '@leashlint/rules';

/** A report that was put together of several, or why it could not be. */
export type Merged =
  | {
      readonly text: string;
      /** Of the findings that count. */
      readonly severities: readonly Severity[];
      /** Whether one of the runs could not do its job. */
      readonly failed: boolean;
    }
  | { readonly error: string };

/** What several runs said in the same words counts once. The order is kept. */
export function withoutRepeats<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
