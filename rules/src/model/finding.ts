import type { Span } from './span.js';

export type Severity = 'error' | 'warning' | 'info';

/**
 * How strong the chain of facts behind a finding is. `proven`: a literal setting or a complete path; `likely`: one
 * classifier or one unresolved hop; `heuristic`: absence of something that may live elsewhere.
 */
export type Evidence = 'proven' | 'likely' | 'heuristic';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A file that a fix adds, or appends a line to if it exists already. */
export interface AppendEdit {
  readonly file: string;
  readonly line: string;
}

/** `safe` fixes may be applied together without asking; `suggest` fixes are offered one at a time. */
export interface Fix {
  /** Starts with a verb and names what it does: "Pass arguments as an array with execFile". */
  readonly title: string;
  readonly kind: 'safe' | 'suggest';
  readonly edits: readonly TextEdit[];
  readonly appends?: readonly AppendEdit[];
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** One hop of a trace, from source to sink. */
export interface TraceStep {
  readonly span: Span;
  readonly message: string;
}

/** A check on every way to the finding's place that does not count, and why: with a better check there is no finding. */
export interface Cause {
  readonly span: Span;
  readonly reason: string;
}

/** Where the ways of a finding begin. */
export interface Origins {
  /** The same for findings whose ways begin at the same values and end at the same kind of sink. */
  readonly key: string;
  /** The same for findings of any file whose values are put together with a folder in the same places, which a helper does for many. */
  readonly joined?: string;
  /** What the use does, worst first. */
  readonly rank: number;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly evidence: Evidence;
  /** What is wrong, with its evidence; never a whole secret, prompt or payload. */
  readonly message: string;
  /** What makes the finding go away. */
  readonly help: string;
  readonly primary: Span;
  readonly related: readonly Related[];
  /** From the source to the sink, both included; empty when no data flows. */
  readonly trace: readonly TraceStep[];
  /** Further ways to the same sink. */
  readonly otherTraces: readonly (readonly TraceStep[])[];
  readonly fixes: readonly Fix[];
  /** Findings of a rule that share one of these have one root cause. */
  readonly causes?: readonly Cause[];
  /** Findings of a rule in one file that share these have one root cause: nothing checks the values where they come in. */
  readonly origins?: Origins;
}
