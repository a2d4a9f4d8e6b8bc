import type { Flow } from '../../../model/flow.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'output-unvalidated-structured',
    title: 'Parsed model output used without schema validation',
    family: 'output',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM10:2026', 'LLM05:2025', 'CWE-1426', 'CWE-20', 'CWE-502'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['record'],
      sources: ['model-output'],
      accept: ({ parse }) => parse !== undefined,
    });
    const seen = new Set<string>();
    for (const group of groups) {
      const [flow] = group;
      const { parse, source, sink } = flow;
      // One text that is parsed in one place is one finding, whatever is done with the data.
      if (parse === undefined || seen.has(place(parse))) continue;
      seen.add(place(parse));
      const finding = flowFinding(app, group, {
        message: `${quoted(source.label)} is parsed here and reaches ${quoted(sink.label)}: nothing checks which fields and values it has`,
        help: inLanguage(app, parse, {
          typescript:
            'Validate the data with a schema before it is used, `Order.parse(JSON.parse(text))`, or ask the provider for structured output with that schema.',
          python:
            'Validate the data with a model before it is used, `Order.model_validate_json(text)`, or ask the provider for structured output with that model.',
        }),
        severity: 'warning',
        related: usesOf(groups, parse),
      });
      yield { ...finding, primary: parse };
    }
  },
} satisfies Rule;

function usesOf(groups: readonly (readonly [Flow, ...Flow[]])[], parse: Span) {
  return groups
    .filter(([flow]) => flow.parse !== undefined && place(flow.parse) === place(parse))
    .map(([{ sink }]) => ({ span: sink.span, message: `${quoted(sink.label)} acts on the data` }));
}

function place({ file, start }: Span): string {
  return `${file}:${String(start)}`;
}
