import type { Span } from '@leashlint/rules';

/** By file, then by where they start. */
export function byPlace(left: Omit<Span, 'end'>, right: Omit<Span, 'end'>): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.start - right.start;
}

export function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}
