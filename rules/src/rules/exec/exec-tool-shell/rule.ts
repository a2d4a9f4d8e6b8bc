import { passArguments } from '../../../fix/exec-file.js';
import type { AppModel } from '../../../model/app.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, type FlowGroup, flowGroups, quoted } from '../../flow-findings.js';
import { inLanguage } from '../../in-language.js';
import { inShell, riskOf } from './command-risk.js';

export const rule = {
  meta: {
    id: 'exec-tool-shell',
    title: 'Tool input or model output reaches a shell',
    family: 'exec',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM10:2026', 'LLM05:2025', 'ASI05', 'AML.T0050', 'CWE-78', 'CWE-77', 'MCP05:2025'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['shell', 'process-arguments'],
      sources: ['tool-input', 'model-output', 'retrieved', 'request'],
      accept: (flow) => riskOf(flow) !== undefined,
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const { help, place, severity } = riskOf(group[0]) ?? inShell;
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} reaches ${place} ${quoted(sink.label)}`,
        help: inLanguage(app, sink.span, help),
        severity,
        fixes: fixes(app, group),
      });
    }
  },
} satisfies Rule;

function fixes(app: AppModel, group: FlowGroup): readonly Fix[] {
  const [{ sink }] = group;
  const fix = group.every((flow) => flow.sink.span.start === sink.span.start) ? passArguments(app, group) : undefined;
  return fix === undefined ? [] : [fix];
}
