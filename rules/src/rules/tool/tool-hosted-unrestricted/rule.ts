import type { AppModel } from '../../../model/app.js';
import type { Setting } from '../../../model/setting.js';
import type { Rule } from '../../../model/rule.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'tool-hosted-unrestricted',
    title: 'Hosted web, browser or code tool without domain or network limits',
    family: 'tool',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI02', 'AML.T0086', 'AML.T0051.001', 'CWE-1220'],
  },
  *check(app) {
    yield* settingFindings(app, ['hosted-unrestricted'], {
      message: ({ label, subject }) => `hosted tool ${subject} has no limit on where it goes: ${label}`,
      accept: (setting) => !app.policy.allowOpenWeb || !readsTheWeb(app, setting),
      help: 'List the domains that the task needs, or switch the tool’s network off.',
    });
  },
} satisfies Rule;

/** Reading any page can be meant; code that runs with an open network is something else. */
function readsTheWeb(app: AppModel, { span }: Setting): boolean {
  return app.tools.some(
    ({ hosted, span: declared }) =>
      hosted?.startsWith('web-') === true &&
      declared.file === span.file &&
      declared.start <= span.start &&
      declared.end >= span.end,
  );
}
