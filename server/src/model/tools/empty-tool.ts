import type { FrameworkRef, Span, Tool } from '@leashlint/rules';
import type { Building } from '../entries.js';

/** A tool of which only the place is known. */
export function emptyTool(span: Span, framework: FrameworkRef): Building<Tool> {
  return {
    name: undefined,
    description: undefined,
    framework,
    span,
    nameSpan: span,
    options: undefined,
    schema: { state: 'unknown', span: undefined, dialect: 'other', fields: [] },
    handler: undefined,
    effects: [],
    capabilities: [],
    exposures: [],
    annotations: undefined,
    recorded: 'unknown',
    agent: undefined,
    gates: [],
    gated: 'unknown',
    gateOffers: [],
    users: [],
    served: false,
    hosted: undefined,
  };
}
