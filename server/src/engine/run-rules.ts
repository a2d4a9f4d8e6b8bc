import type { AppModel, Finding } from '@leashlint/rules';
import type { EffectiveConfig } from '../config/config.js';
import { compareFindings } from './compare-findings.js';
import { oneRootCause } from './one-root-cause.js';
import type { Problem } from './report.js';
import type { SelectedRule } from './select-rules.js';

export interface RuleResults {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/**
 * Runs each rule about the whole workspace, or about one part, by itself: one that throws becomes a fatal problem, keeps the findings
 * it gave before, and does not touch the others. Undefined when cancelled.
 */
export function runRules(
  rules: readonly SelectedRule[],
  about: 'part' | 'workspace',
  app: AppModel,
  config: Pick<EffectiveConfig, 'heuristics' | 'preset'>,
  cancelled: () => boolean,
): RuleResults | undefined {
  const heuristics = config.heuristics || config.preset === 'audit';
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  for (const { rule, severity } of rules) {
    if ((rule.meta.scope ?? 'part') !== about) continue;
    if (cancelled()) return undefined;
    try {
      for (const found of rule.check(app)) {
        const finding: Finding = {
          ...found,
          rule: rule.meta.id,
          severity: severity ?? found.severity ?? rule.meta.severity,
          related: found.related ?? [],
          trace: found.trace ?? [],
          otherTraces: found.otherTraces ?? [],
          fixes: found.fixes ?? [],
        };
        if (heuristics || finding.evidence !== 'heuristic') findings.push(finding);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ kind: 'rule', message: `Rule ${rule.meta.id} failed: ${reason}`, span: undefined, fatal: true });
    }
  }
  return { findings, problems };
}

/**
 * What is reported of findings of all rules, in order. Files count after findings were merged: what is left does not depend on what was
 * asked for.
 */
export function mergeFindings(
  rules: readonly SelectedRule[],
  findings: readonly Finding[],
  isAsked: (path: string) => boolean,
): readonly Finding[] {
  const families = new Map(rules.map(({ rule }) => [rule.meta.id, rule.meta.family]));
  const merged = oneRootCause(distinct(findings), (rule) => families.get(rule));
  return merged.filter(({ primary }) => isAsked(primary.file)).sort(inOrder);
}

/** A rule says the same thing about the same place once. Sorted, so that merging does not depend on the order of rules. */
function distinct(findings: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, start, end } = finding.primary;
    const key = `${finding.rule}\0${file}\0${start}\0${end}\0${finding.message}`;
    if (!byKey.has(key)) byKey.set(key, finding);
  }
  return [...byKey.values()].sort(inOrder);
}

const inOrder = (a: Finding, b: Finding): number => compareFindings({ ...a, ...a.primary }, { ...b, ...b.primary });
