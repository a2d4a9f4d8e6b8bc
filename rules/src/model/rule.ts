import type { AppModel } from './app.js';
import type { Evidence, Finding, Severity } from './finding.js';

export type Family =
  | 'prompt'
  | 'secret'
  | 'approval'
  | 'identity'
  | 'tool'
  | 'exec'
  | 'output'
  | 'limits'
  | 'obs'
  | 'data'
  | 'supply'
  | 'mcp'
  | 'config'
  | 'ci'
  | 'policy';

export type Language = 'typescript' | 'python' | 'config' | 'workflow';

export interface RuleMeta {
  /** Kebab-case, names the bad pattern, starts with the family: `exec-tool-shell`. */
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  /** The highest severity that the rule reports. */
  readonly severity: Severity;
  readonly confidence: 'high' | 'medium' | 'low';
  /** `recommended` is on by default, `strict` is opt-in, `audit` is for reviewers. */
  readonly tier: 'recommended' | 'strict' | 'audit';
  /** The version that brought the rule. */
  readonly since: string;
  readonly fix: Fixability;
  readonly languages: readonly Language[];
  /** `workspace`: the rule sets settings beside code wherever it is, and sees no more of the model than `WorkspaceModel`. */
  readonly scope?: 'workspace';
  /** Ids of `standards.json`: `LLM01:2025`, `CWE-78`, `AML.T0051.000`. */
  readonly standards: readonly string[];
}

export type Fixability = 'safe' | 'suggest' | 'none';

/** A rule is pure and synchronous: it queries the model and yields findings; order does not matter. */
export interface Rule {
  readonly meta: RuleMeta;
  check(app: AppModel): Iterable<RuleFinding>;
}

/** A finding as a rule yields it: `rule` and defaults are filled in by the engine. */
export type RuleFinding = Omit<
  Finding,
  'rule' | 'severity' | 'evidence' | 'related' | 'trace' | 'otherTraces' | 'fixes'
> & {
  /** Defaults to the rule's severity. A rule may lower it, never raise it. */
  readonly severity?: Severity;
  readonly evidence: Evidence;
  readonly related?: Finding['related'];
  readonly trace?: Finding['trace'];
  readonly otherTraces?: Finding['otherTraces'];
  readonly fixes?: Finding['fixes'];
};
