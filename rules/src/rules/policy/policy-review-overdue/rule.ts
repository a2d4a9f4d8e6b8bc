import type { WorkspaceModel } from '../../../model/app.js';
import type { Rule } from '../../../model/rule.js';
import { isNamed } from '../../policy-names.js';

export const rule = {
  meta: {
    id: 'policy-review-overdue',
    title: 'Agent whose review is overdue by the configured policy',
    family: 'policy',
    severity: 'warning',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    scope: 'workspace',
    standards: ['LLM06:2025', 'ASI03'],
  },
  *check(app: WorkspaceModel) {
    for (const { agent, overdue, owner, reviewBy, span } of app.policy.project?.reviews ?? []) {
      if (!overdue) continue;
      const places = app.agents.filter(({ name }) => name !== undefined && isNamed(name, [agent]));
      const primaries = places.length > 0 ? places.map((each) => each.span) : span === undefined ? [] : [span];
      for (const primary of primaries) {
        yield {
          message: `agent \`${agent}\` was to be reviewed by ${reviewBy}${owner === undefined ? '' : `, by ${owner}`}`,
          help: 'Look at what the agent may do and who needs it, then write the day of the next review into the configuration.',
          evidence: 'proven',
          primary,
          related: span === undefined || primary === span ? [] : [{ span, message: 'the day of the review' }],
        };
      }
    }
  },
} satisfies Rule;
