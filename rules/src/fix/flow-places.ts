import type { AppModel } from '../model/app.js';
import type { Flow } from '../model/flow.js';
import type { Span } from '../model/span.js';
import type { TemplatePart } from './source-scan.js';

/** Every place that the flows come through, their sources included. */
function flowPlaces(flows: readonly Flow[]): readonly Span[] {
  return flows.flatMap((flow) => [flow.source.span, ...flow.steps.map((step) => step.span)]);
}

/** Whether `inner` lies in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * The expressions of a template that the flows come through: a place of a flow lies in them, or they end in the name that
 * the source is called by. A single expression is the one.
 */
export function untrustedParts(app: AppModel, parts: readonly TemplatePart[], flows: readonly Flow[]): readonly Span[] {
  const expressions = parts.filter((part): part is Span => typeof part !== 'string');
  if (expressions.length === 1) return expressions;
  const places = flowPlaces(flows);
  const names = new Set(flows.flatMap(({ source }) => /(\w+)`/.exec(source.label)?.[1] ?? []));
  return expressions.filter(
    (part) => places.some((place) => contains(part, place)) || names.has(lastName(app.text(part)) ?? ''),
  );
}

/** The last name in an expression: `persona` of `req.body.persona`. */
export function lastName(expression: string): string | undefined {
  return /([A-Za-z_]\w*)\W*$/.exec(expression)?.[1];
}
