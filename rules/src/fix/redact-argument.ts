import type { AppModel, Flow } from '../model/app.js';
import type { Fix } from '../model/finding.js';
import { contains, flowPlaces } from './flow-places.js';
import { templateParts, type TemplatePart } from './source-scan.js';
import type { Span } from '../model/span.js';

/** Writes `[redacted]` in place of the value in a log call; the rest of the line stays. */
export function redactArgument(app: AppModel, flows: readonly [Flow, ...Flow[]]): Fix | undefined {
  const { argument, call, span } = flows[0].sink;
  if (argument === undefined || call === undefined) return undefined;
  const title = 'Log [redacted] in place of the value';
  const parts = templateParts(app, argument.span);
  if (parts === undefined) {
    // An object may hold more than the value.
    if (flows[0].partial || !/^[\w$.[\]'"!?]+$/.test(app.text(span))) return undefined;
    return { title, kind: 'suggest', edits: [{ span, text: "'[redacted]'" }] };
  }
  const places = flowPlaces(flows);
  const expressions = parts.filter((part: TemplatePart): part is Span => typeof part !== 'string');
  const touched = expressions.filter((part) => places.some((place) => contains(part, place)));
  const chosen = touched.length === 0 && expressions.length === 1 ? expressions : touched;
  if (chosen.length === 0) return undefined;
  const edits = chosen.map(({ file, start, end }) => ({
    span: { file, start: start - 2, end: end + 1 },
    text: '[redacted]',
  }));
  return { title, kind: 'suggest', edits };
}
