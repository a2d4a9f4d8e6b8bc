import type { Cause, Finding, Related, RuleMeta, Severity, Span } from '@leashlint/rules';
import { byPlace } from '../model/places.js';
import { jointRepairs } from './joint-repair.js';

type Family = RuleMeta['family'];

/** Further traces that a merged finding keeps besides one to each use. */
const MOST_TRACES = 20;

/** Families whose rules see the same mistake from different sides; the first says most about it. */
const FAMILIES: readonly Family[] = ['exec', 'approval', 'tool', 'output', 'prompt', 'config', 'ci', 'limits', 'obs'];

/**
 * One root cause, one finding. Uses in one file of what comes in at one place are reported once, at the worst; uses of one rule
 * that rely on the same check that does not count are reported once, at the check; of rules of different families that point at
 * the same node, those of the family that says most stay.
 */
export function oneRootCause(
  findings: readonly Finding[],
  familyOf: (rule: string) => Family | undefined,
): readonly Finding[] {
  const inFiles = onePerShared(findings, ({ primary, origins }) => origins && `${primary.file}\0${origins.key}`);
  return onePerNode(onePerCheck(onePerShared(inFiles, ({ origins }) => origins?.joined)), familyOf);
}

/** One check where the values come in, or where a helper makes paths of them, is enough for all of their uses. */
function onePerShared(
  findings: readonly Finding[],
  sharedBy: (finding: Finding) => string | undefined,
): readonly Finding[] {
  const shared = new Map<string, [Finding, ...Finding[]]>();
  const apart: Finding[] = [];
  for (const finding of findings) {
    const shares = sharedBy(finding);
    const key = shares === undefined ? undefined : `${finding.rule}\0${shares}`;
    const uses = key === undefined ? undefined : shared.get(key);
    if (uses !== undefined) uses.push(finding);
    else if (key === undefined) apart.push(finding);
    else shared.set(key, [finding]);
  }
  return [...apart, ...[...shared.values()].map((uses) => (uses.length === 1 ? uses[0] : atWorst(uses)))];
}

function atWorst(uses: readonly [Finding, ...Finding[]]): Finding {
  const [lead, ...others] = [...uses].sort(byHarm);
  if (lead === undefined) return uses[0];
  const checks = uses.map(({ causes }) => new Set((causes ?? []).map(({ span }) => keyOf(span))));
  return {
    ...lead,
    related: [...lead.related, ...others.map(sinkOf)],
    otherTraces: [...others.map(({ trace }) => trace), ...lead.otherTraces].slice(0, others.length + MOST_TRACES),
    causes: (lead.causes ?? []).filter(({ span }) => checks.every((known) => known.has(keyOf(span)))),
    // A repair of one use would leave the others as they are.
    fixes: jointRepairs([lead, ...others]),
  };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const EVIDENCE: readonly Finding['evidence'][] = ['proven', 'likely', 'heuristic'];

function byHarm(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    EVIDENCE.indexOf(a.evidence) - EVIDENCE.indexOf(b.evidence) ||
    (a.origins?.rank ?? 0) - (b.origins?.rank ?? 0) ||
    a.trace.length - b.trace.length ||
    byPlace(a.primary, b.primary)
  );
}

/** A finding with several such checks goes to the one that most findings share. */
function onePerCheck(findings: readonly Finding[]): readonly Finding[] {
  const merged: Finding[] = [];
  let rest = findings;
  for (let largest = mostShared(rest); largest !== undefined; largest = mostShared(rest)) {
    const { cause, sharing } = largest;
    merged.push(atCheck(cause, sharing));
    rest = rest.filter((finding) => !sharing.includes(finding));
  }
  return [...rest, ...merged];
}

interface Shared {
  readonly cause: Cause;
  readonly sharing: readonly [Finding, ...Finding[]];
}

function mostShared(findings: readonly Finding[]): Shared | undefined {
  const byCause = new Map<string, { cause: Cause; sharing: [Finding, ...Finding[]] }>();
  for (const finding of findings) {
    for (const cause of finding.causes ?? []) {
      const key = `${finding.rule}\0${keyOf(cause.span)}`;
      const known = byCause.get(key);
      if (known === undefined) byCause.set(key, { cause, sharing: [finding] });
      else known.sharing.push(finding);
    }
  }
  return [...byCause.values()]
    .filter(({ sharing }) => sharing.length > 1)
    .sort((a, b) => b.sharing.length - a.sharing.length || byPlace(a.cause.span, b.cause.span))[0];
}

/** A repair at one use would leave the check and the other uses as they are. */
function atCheck({ span, reason }: Cause, sharing: Shared['sharing']): Finding {
  const { causes, ...lead } = sharing.reduce((best, one) => (one.trace.length < best.trace.length ? one : best));
  const others = sharing.filter(({ trace }) => trace !== lead.trace);
  return {
    ...lead,
    severity: mostSevere(sharing),
    message: `${sharing.length} uses rely on this check, which does not count: ${reason}`,
    primary: span,
    related: [
      ...(causes ?? [])
        .filter((cause) => keyOf(cause.span) !== keyOf(span))
        .map((cause) => ({ span: cause.span, message: `does not count either: ${cause.reason}` })),
      ...sharing.map(sinkOf),
    ],
    otherTraces: [
      ...others.map(({ trace }) => trace),
      ...[...lead.otherTraces, ...others.flatMap(({ otherTraces }) => otherTraces)].slice(0, MOST_TRACES),
    ],
    fixes: [],
  };
}

/** What the use does with the value, as the last step of its trace says it. */
function sinkOf({ primary, trace, message }: Finding): Related {
  return { span: primary, message: trace.at(-1)?.message ?? message };
}

function onePerNode(findings: readonly Finding[], familyOf: (rule: string) => Family | undefined): readonly Finding[] {
  const nodes = new Map<string, Finding[]>();
  const apart: Finding[] = [];
  const rank = (rule: string): number => {
    const family = familyOf(rule);
    return family === undefined ? -1 : FAMILIES.indexOf(family);
  };
  for (const finding of findings) {
    const key = keyOf(finding.primary);
    const here = nodes.get(key);
    if (rank(finding.rule) < 0) apart.push(finding);
    else if (here === undefined) nodes.set(key, [finding]);
    else here.push(finding);
  }
  const merged = [...nodes.values()].flatMap((here) => {
    const best = Math.min(...here.map(({ rule }) => rank(rule)));
    const [first, ...others] = here.filter(({ rule }) => rank(rule) === best);
    const further = here.filter(({ rule }) => rank(rule) !== best);
    return first === undefined || further.length === 0 ? here : [withFurther(first, further), ...others];
  });
  return [...apart, ...merged];
}

function withFurther(finding: Finding, further: readonly Finding[]): Finding {
  return {
    ...finding,
    severity: mostSevere([finding, ...further]),
    related: [
      ...finding.related,
      ...further.map(({ rule, primary, message }) => ({ span: primary, message: `${message} (${rule})` })),
    ],
    fixes: [...finding.fixes, ...further.flatMap(({ fixes }) => fixes)],
  };
}

function mostSevere(findings: readonly Finding[]): Severity {
  const found = new Set(findings.map(({ severity }) => severity));
  return found.has('error') ? 'error' : found.has('warning') ? 'warning' : 'info';
}

function keyOf({ file, start, end }: Span): string {
  return `${file}\0${start}\0${end}`;
}
