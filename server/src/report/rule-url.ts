import type { RuleMeta } from '@leashlint/rules';

export const homepage = 'https://github.com/leashlint/leashlint';

/** The rule's page, for people who see a finding outside the editor. */
export function ruleUrl({ family, id }: Pick<RuleMeta, 'family' | 'id'>): string {
  return `${homepage}/blob/main/rules/src/rules/${family}/${id}/rule.md`;
}
