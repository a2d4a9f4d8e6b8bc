import type { Rule, RuleMeta, Severity } from '@leashlint/rules';
import type { EffectiveConfig, Preset } from '../config/config.js';

export interface SelectedRule {
  readonly rule: Rule;
  /** Severity that the configuration gives the rule's findings; undefined = as the rule says. */
  readonly severity: Severity | undefined;
}

const TIERS: Readonly<Record<Preset, readonly RuleMeta['tier'][]>> = {
  recommended: ['recommended'],
  strict: ['recommended', 'strict'],
  audit: ['recommended', 'strict', 'audit'],
};

/** The rules in force. `only` and `skip` name rules or families and win over the preset and the `rules` table. */
export function selectRules(rules: readonly Rule[], config: EffectiveConfig): readonly SelectedRule[] {
  const out: SelectedRule[] = [];
  for (const rule of rules) {
    const { id, family, tier } = rule.meta;
    const named = (names: readonly string[]): boolean => names.includes(id) || names.includes(family);
    const setting = config.rules[id];
    const severity = setting === 'off' ? undefined : setting;
    if (named(config.skip)) continue;
    if (config.only !== undefined) {
      if (named(config.only)) out.push({ rule, severity });
      continue;
    }
    if (setting === 'off') continue;
    if (setting !== undefined || TIERS[config.preset].includes(tier)) out.push({ rule, severity });
  }
  return out;
}
