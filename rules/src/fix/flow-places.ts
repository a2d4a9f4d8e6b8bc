import type { Flow } from '../model/app.js';
import type { Span } from '../model/span.js';

/** Every place that the flows come through, their sources included. */
export function flowPlaces(flows: readonly Flow[]): readonly Span[] {
  return flows.flatMap((flow) => [flow.source.span, ...flow.steps.map((step) => step.span)]);
}

/** Whether `inner` lies in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}
