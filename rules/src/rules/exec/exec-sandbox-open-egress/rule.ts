import type { AppModel } from '../../../model/app.js';
import type { Setting } from '../../../model/setting.js';
import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'exec-sandbox-open-egress',
    title: 'Code sandbox created with open network',
    family: 'exec',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI05', 'AML.T0025', 'AML.T0072', 'CWE-653'],
  },
  *check(app) {
    yield* settingFindings(app, ['sandbox-open-egress'], {
      accept: (setting) => setting.property !== undefined || runsGenerated(app, setting),
      message: ({ label, subject }) => `Code in this sandbox can send what it finds anywhere: ${subject}, ${label}`,
      help: 'Deny the network by default and allow the hosts that the code needs; install packages first, then lock down.',
    });
  },
} satisfies Rule;

/** Where nobody chose, the default counts in packages with a model: sandboxes also run builds and previews of people. */
function runsGenerated(app: AppModel, { span }: Setting): boolean {
  const folder = app.files.get(span.file)?.packageFolder;
  return [app.agents, app.tools, app.modelCalls].some((entries) =>
    entries.some((entry) => app.files.get(entry.span.file)?.packageFolder === folder),
  );
}
