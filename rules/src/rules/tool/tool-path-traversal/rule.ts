import { atEachUse } from '../../../fix/at-each-use.js';
import { confinePath } from '../../../fix/confine-path.js';
import type { EffectKind } from '../../../model/tool.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { inLanguage } from '../../in-language.js';

const deeds: Partial<Record<EffectKind, string>> = {
  'fs-read': 'reads',
  'fs-write': 'writes',
  'fs-delete': 'deletes',
};

export const rule = {
  meta: {
    id: 'tool-path-traversal',
    title: 'Model-controlled path reaches the file system without containment',
    family: 'tool',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'LLM10:2026', 'ASI02', 'CWE-22', 'CWE-73', 'AML.T0037'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['path'],
      sources: ['tool-input', 'model-output', 'retrieved', 'request'],
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const fix = atEachUse(group, (use) => confinePath(app, use));
      const deed = (sink.effect === undefined ? undefined : deeds[sink.effect]) ?? 'opens';
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} decides which file ${quoted(sink.label)} ${deed}; nothing keeps the path inside a folder`,
        help: inLanguage(app, sink.span, {
          typescript:
            'Resolve the path against a folder and refuse it when `path.relative` leaves that folder. `path.join`, removing `..` and a prefix test without a separator do not contain a path.',
          python:
            'Resolve the path against a folder and refuse it unless `is_relative_to` holds for that folder. `os.path.join`, removing `..` and a prefix test without a separator do not contain a path.',
        }),
        severity: 'error',
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
} satisfies Rule;
