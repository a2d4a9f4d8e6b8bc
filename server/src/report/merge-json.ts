import type { Severity } from '@leashlint/rules';
import { compareFindings, type PlacedFinding } from '../engine/compare-findings.js';
import { compareProblems } from '../engine/compare-problems.js';
import { withoutRepeats, type Merged } from './merged.js';

/** What merging has to know of a report in JSON; everything else is passed on. */
export interface JsonReport {
  readonly version: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly shard?: string;
  readonly findings: readonly JsonFinding[];
  readonly problems: readonly JsonProblem[];
  readonly stats: Readonly<Record<string, unknown>>;
}

interface JsonPlace {
  readonly file: string;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly suppression: object | null;
}

interface JsonProblem extends Partial<JsonPlace> {
  readonly kind: string;
  readonly message: string;
  readonly fatal: boolean;
}

/** One report of several about parts of a workspace. The statistics say what all runs did together. */
export function mergeJson(reports: readonly JsonReport[]): Merged {
  const [first] = reports;
  if (first === undefined) return { error: 'There is no report in these files.' };
  const findings = withoutRepeats(reports.flatMap((report) => report.findings)).sort((a, b) =>
    compareFindings(inFile(a), inFile(b)),
  );
  const problems = withoutRepeats(reports.flatMap((report) => report.problems)).sort((a, b) =>
    compareProblems(placed(a), placed(b)),
  );
  const { shard: _, ...rest } = first;
  const stats = { ...(reports.map((report) => report.stats).reduce(added) as object), rules: first.stats['rules'] };
  return {
    text: JSON.stringify({ ...rest, findings, problems, stats }, undefined, 2) + '\n',
    severities: findings.flatMap(({ severity, suppression }) => (suppression === null ? [severity] : [])),
    failed: problems.some(({ fatal }) => fatal),
  };
}

const placed = ({ kind, message, file, start }: JsonProblem): Parameters<typeof compareProblems>[0] => ({
  kind,
  message,
  file,
  start: start?.offset,
});

const inFile = (finding: JsonFinding): PlacedFinding => ({
  ...finding,
  start: finding.start.offset,
  end: finding.end.offset,
});

type Counts = Readonly<Record<string, unknown>>;

/** Numbers of the same name added up, at every depth. */
function added(a: Counts, b: Counts): Counts {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => {
      const x = a[name];
      const y = b[name];
      if (typeof x === 'number' && typeof y === 'number') return [name, x + y];
      if (isCounts(x) && isCounts(y)) return [name, added(x, y)];
      return [name, x ?? y];
    }),
  );
}

function isCounts(value: unknown): value is Counts {
  return typeof value === 'object' && value !== null;
}
