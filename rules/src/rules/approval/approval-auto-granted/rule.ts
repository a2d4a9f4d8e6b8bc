import { addImport } from '../../../fix/add-import.js';
import { codeLanguage } from '../../../fix/code-language.js';
import type { ApprovalDecision } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { inTest } from '../../severity.js';

export const rule = {
  meta: {
    id: 'approval-auto-granted',
    title: 'Code answers its own approval request',
    family: 'approval',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'ASI09', 'AML.T0053', 'CWE-693', 'CWE-863'],
  },
  *check(app) {
    for (const approval of app.approvals) {
      if (approval.outcome !== 'grants' || inTest(app, approval.span)) continue;
      yield {
        message: `\`${approval.mechanism}\` approves every request: no path denies and nobody is asked`,
        help: 'Hand the decision to a person, or to a policy that denies what it does not know.',
        evidence: 'proven',
        primary: approval.span,
        fixes: fixes(app, approval),
      };
    }
  },
} satisfies Rule;

function fixes(app: AppModel, { denial }: ApprovalDecision): readonly Fix[] {
  if (denial === undefined) return [];
  const { file } = denial.replace;
  const needed = denial.import;
  const added = needed && addImport(app, file, needed.module, needed.name);
  const text = codeLanguage(app, file)?.inStyle(denial.text) ?? denial.text;
  const written = needed && added ? text.replace(needed.name, added.local) : text;
  return [
    {
      title: 'Deny until a person decides',
      kind: 'suggest',
      edits: [...(added?.edits ?? []), { span: denial.replace, text: written }],
    },
  ];
}
