import type { Evidence, SinkKind, Span, TraceStep } from '@leashlint/rules';
import type { ConditionId } from '../facts.js';
import type { Reach } from '../program/callers.js';
import type { Ref } from '../program/program.js';
import type { SourceMark } from './semantics.js';

/** A question: which sources reach this value, used at this place for this purpose? */
export interface TaintQuery {
  readonly value: Ref;
  readonly sink: SinkKind;
  /** What holds where the value is used, in the file of `value`. */
  readonly condition: ConditionId;
  /** The part of the value that is asked about; all of it if not given. */
  readonly keys?: readonly string[];
  /** Where callers are looked for; undefined = everywhere. */
  readonly reach?: Reach;
}

/** A test of the value that does not make it fine, and why. */
export interface WeakGuard {
  readonly span: Span;
  readonly reason: string;
  /** It counts where the use sees to this by itself: requests that follow no redirect unseen. */
  readonly enoughIf?: 'redirects-checked';
  /** What it does prove of a path. */
  readonly gives?: readonly HalfGuard[];
}

/** A part of what keeps a path in a folder: it has no `..`, is not absolute, or has none of the two separators. */
export type HalfGuard = 'no-parent' | 'relative' | 'no-slash' | 'no-backslash';

export interface TaintAnswer {
  readonly source: SourceMark;
  readonly sourceSpan: Span;
  /** From source to sink, both excluded. */
  readonly steps: readonly TraceStep[];
  /** `proven`, or `likely` when a hop goes through a function that nobody knows. */
  readonly evidence: Evidence;
  readonly weakGuards: readonly WeakGuard[];
  /** The values that the walk came through, source first, the query's value last. */
  readonly values: readonly Ref[];
  /** The value is concatenated or interpolated into something larger on the way. */
  readonly partial: boolean;
}

export interface Solver {
  /** At most one answer per source value and first step from it; deterministic order. */
  answers(query: TaintQuery): readonly TaintAnswer[];
  /** Values whose search was cut off: too many values, calls inside calls, or callers. For the report. */
  readonly bounds: readonly Span[];
}
