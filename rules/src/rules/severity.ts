import type { AppModel } from '../model/app.js';
import type { Severity } from '../model/finding.js';
import type { Span } from '../model/span.js';

const below = { error: 'warning', warning: 'info', info: 'info' } as const satisfies Record<Severity, Severity>;

/** The severity one level down for each condition that holds; `info` is the floor. */
export function lowered(severity: Severity, ...conditions: readonly boolean[]): Severity {
  return conditions.reduce<Severity>((level, holds) => (holds ? below[level] : level), severity);
}

/** Whether the span lies in a test, fixture or example. */
export function inTest(app: AppModel, span: Span): boolean {
  return app.files.get(span.file)?.test ?? false;
}
