import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { compareFindings, type PlacedFinding } from '../engine/compare-findings.js';
import { compareProblems } from '../engine/compare-problems.js';
import { withoutRepeats, type Merged } from './merged.js';
import { leftOut, leftOutCount, MOST_RESULTS, mostSevere } from './sarif-limits.js';

/** One log of several that leashlint wrote for parts of a workspace: the log that one run over all of it would have written. */
export function mergeSarif(logs: readonly Log[]): Merged {
  const [log] = logs;
  const runs = logs.flatMap((each) => each.runs);
  const [first] = runs;
  if (log === undefined || first === undefined) return { error: 'There is no run in these files.' };
  const results = withoutRepeats(runs.flatMap((run) => run.results ?? [])).sort(compareResults);
  const kept = mostSevere(results, MOST_RESULTS, ({ level }) => level);
  const said = runs.flatMap(({ invocations }) => invocations ?? []);
  const notifications = said.flatMap((invocation) => invocation.toolExecutionNotifications ?? []);
  const left = results.length - kept.length + notifications.reduce((sum, one) => sum + leftOutCount(one), 0);
  const problems = withoutRepeats(notifications.filter((one) => leftOutCount(one) === 0)).sort(compareNotifications);
  const successful = said.every(({ executionSuccessful }) => executionSuccessful);
  const { properties: _, ...rest } = first;
  const run: Run = {
    ...rest,
    tool: { driver: { ...first.tool.driver, rules: rulesOf(runs) } },
    invocations: [
      {
        executionSuccessful: successful,
        toolExecutionNotifications: left === 0 ? problems : [...problems, leftOut(left)],
      },
    ],
    results: [...kept],
  };
  return {
    text: JSON.stringify({ ...log, runs: [run] }, undefined, 2) + '\n',
    severities: kept.flatMap(({ level, suppressions = [] }) =>
      suppressions.length > 0 ? [] : [level === 'note' || level === 'none' ? 'info' : (level ?? 'warning')],
    ),
    failed: !successful,
  };
}

/** A rule brings its page along where it has results. */
function rulesOf(runs: readonly Run[]): ReportingDescriptor[] {
  const byId = new Map<string, ReportingDescriptor>();
  for (const rule of runs.flatMap(({ tool }) => tool.driver.rules ?? [])) {
    if (byId.get(rule.id)?.help?.markdown === undefined) byId.set(rule.id, rule);
  }
  return [...byId.values()];
}

function compareResults(a: Result, b: Result): number {
  return compareFindings(findingOf(a), findingOf(b));
}

function findingOf(result: Result): PlacedFinding {
  return { ...placeOf(result), rule: result.ruleId ?? '', message: result.message.text ?? '' };
}

function compareNotifications(a: Notification, b: Notification): number {
  return compareProblems(problemOf(a), problemOf(b));
}

function problemOf(notification: Notification): Parameters<typeof compareProblems>[0] {
  const { file, start } = placeOf(notification);
  const kind = notification.descriptor?.id ?? '';
  return { kind, message: notification.message.text ?? '', file, start };
}

function placeOf({ locations }: Pick<Result, 'locations'>): { file: string; start: number; end: number } {
  const physical = locations?.[0]?.physicalLocation;
  const uri = physical?.artifactLocation?.uri ?? '';
  const start = physical?.region?.charOffset ?? 0;
  const file = uri.split('/').map(decodeURIComponent).join('/');
  return { file, start, end: start + (physical?.region?.charLength ?? 0) };
}
