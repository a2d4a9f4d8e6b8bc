import type { AppModel } from '../../../model/app.js';
import type { Rule } from '../../../model/rule.js';
import type { Span } from '../../../model/span.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'output-markdown-exfiltration',
    title: 'Model markdown may load remote images/links automatically',
    family: 'output',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM10:2026', 'LLM05:2025', 'LLM02:2026', 'ASI01', 'AML.T0077', 'AML.T0086', 'CWE-201'],
  },
  *check(app) {
    const knows = knowsSecrets(app);
    // Markup of the model's choice is worse than an image: output-html-injection says so.
    const markup = new Set(app.flows.flatMap(({ sink }) => (sink.kind === 'html' ? [placeOf(sink.span)] : [])));
    const groups = flowGroups(app, {
      sinks: ['markdown'],
      sources: ['model-output'],
      accept: ({ sink }) => !markup.has(placeOf(sink.span)),
    });
    for (const group of groups) {
      const { source } = group[0];
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} is shown as Markdown whose images are fetched from any host: an injected answer can carry the conversation out in an image address`,
        help: inLanguage(app, group[0].sink.span, {
          typescript:
            'Keep images out (`disallowedElements={["img"]}`) or let `urlTransform` pass only your own hosts. A Content-Security-Policy with `img-src` limits the damage.',
          python:
            'Take images out of the answer, or let only your own hosts pass, before it is shown. A Content-Security-Policy with `img-src` limits the damage.',
        }),
        severity: knows ? 'warning' : 'info',
      });
    }
  },
} satisfies Rule;

function placeOf({ file, start, end }: Span): string {
  return `${file}:${String(start)}:${String(end)}`;
}

/** Whether a model of the application reads what others wrote, or what not everybody may know. */
function knowsSecrets(app: AppModel): boolean {
  const reads = [...app.agents, ...app.modelCalls].some(({ tools, toolsKnown }) => tools.length > 0 || !toolsKnown);
  return (
    reads ||
    app.flows.some(
      ({ sink, source }) =>
        sink.kind.startsWith('prompt-') && (source.kind === 'retrieved' || source.kind === 'sensitive'),
    )
  );
}
