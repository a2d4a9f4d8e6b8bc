import { floatingAliases } from '../../../catalogue/supply/model-aliases.js';
import type { Rule } from '../../../model/rule.js';
import { inTest } from '../../severity.js';

export const rule = {
  meta: {
    id: 'supply-floating-model-alias',
    title: 'Floating model alias in production code',
    family: 'supply',
    severity: 'info',
    confidence: 'medium',
    tier: 'strict',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM04:2026', 'LLM03:2025', 'AML.T0031', 'CWE-1357'],
  },
  *check(app) {
    for (const { name, span } of app.modelNames) {
      const alias = floatingAliases.find(({ pattern }) => new RegExp(pattern).test(bare(name)));
      if (alias === undefined || inTest(app, span)) continue;
      yield {
        message: `\`${name}\` is whichever model ${alias.provider} means by it today`,
        help: `Name the snapshot that was tested, as in \`${alias.example}\`, and change it together with its evaluation.`,
        severity: 'info',
        evidence: 'proven',
        primary: span,
      };
    }
  },
} satisfies Rule;

/** Routers and frameworks put the provider in front: `openai/gpt-4o`, `anthropic:claude-…`. */
function bare(name: string): string {
  return name.replace(/^(?:[\w.-]+[/:])+/, '');
}
