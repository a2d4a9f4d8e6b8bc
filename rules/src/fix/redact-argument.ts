import type { AppModel } from '../model/app.js';
import type { Flow } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { untrustedParts } from './flow-places.js';
import { templateParts } from './source-scan.js';
import { replaceExpression } from './replace-expression.js';

/** Writes `[redacted]` in place of the value in a log call; the rest of the line stays. */
export function redactArgument(app: AppModel, flows: readonly [Flow, ...Flow[]]): Fix | undefined {
  const { argument, call, span } = flows[0].sink;
  if (argument === undefined || call === undefined) return undefined;
  const title = 'Log [redacted] in place of the value';
  const parts = templateParts(app, argument.span);
  if (parts === undefined) {
    // An object may hold more than the value.
    if (flows[0].partial || !/^[\w$.[\]'"!?]+$/.test(app.text(span))) return undefined;
    return { title, kind: 'suggest', edits: [replaceExpression(app, span, "'[redacted]'")] };
  }
  const chosen = untrustedParts(app, parts, flows);
  if (chosen.length === 0) return undefined;
  const edits = chosen.map(({ file, start, end }) => ({
    span: { file, start: start - 2, end: end + 1 },
    text: '[redacted]',
  }));
  return { title, kind: 'suggest', edits };
}
