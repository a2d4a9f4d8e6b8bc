import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver/node';
import type { Severity } from '@leashlint/rules';
import type { LocatedFinding, LocatedFix, Note } from '../analysis/analyst.js';
import type { ClientProfile } from '../client-profile.js';

/** Places that a client gets to see; longer traces lose steps in the middle, down to half of the room. */
const maximumRelated = 10;

/** How paths of the finding's folder are named to the client. */
export interface Naming {
  uri(path: string): string;
  /** Version of the open document that was analysed; undefined when it is not open. */
  version(path: string): number | undefined;
}

/** What rides with a diagnostic, so that code actions need no analysis. */
export interface DiagnosticData {
  readonly fingerprint: string;
  readonly fixes: readonly LocatedFix[];
  /** Versions of the open documents that the edits were made for, by path. */
  readonly versions: Readonly<Record<string, number>>;
  /** Address of the rule's page; undefined for what is not a rule's and no ignore comment covers. */
  readonly page: string | undefined;
  readonly traced: boolean;
}

export function toDiagnostic(
  finding: LocatedFinding,
  severity: Severity,
  profile: ClientProfile,
  naming: Naming,
): Diagnostic {
  const { rule, range, trace, related, unused, documentation } = finding;
  const room = Math.max(maximumRelated - related.length, maximumRelated / 2);
  const places = [...abridged(trace, room), ...related].slice(0, maximumRelated);
  const origin = trace[0];
  return {
    range,
    severity: protocolSeverity[severity],
    code: rule,
    ...(profile.codeDescription && documentation ? { codeDescription: { href: documentation.url } } : {}),
    source: 'leashlint',
    message:
      profile.relatedInformation || origin === undefined ? finding.message : `${finding.message} ${whence(origin)}`,
    ...(profile.tags && unused ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(profile.relatedInformation && places.length > 0
      ? { relatedInformation: places.map((note) => relatedInformation(note, naming)) }
      : {}),
    data: dataOf(finding, naming),
  };
}

const protocolSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

function dataOf({ fingerprint, fixes, trace, documentation }: LocatedFinding, naming: Naming): DiagnosticData {
  const versions: Record<string, number> = {};
  for (const { path } of fixes.flatMap((fix) => fix.edits)) {
    const version = naming.version(path);
    if (version !== undefined) versions[path] = version;
  }
  return { fingerprint, fixes, versions, page: documentation?.url, traced: trace.length > 1 };
}

function relatedInformation({ path, range, message }: Note, naming: Naming): DiagnosticRelatedInformation {
  return { location: { uri: naming.uri(path), range }, message };
}

function whence({ path, range }: Note): string {
  return `(from ${path}:${range.start.line + 1})`;
}

/** Source to sink in at most `room` steps. Steps that stay on a line are one step; a long trace keeps its two ends. */
function abridged(trace: readonly Note[], room: number): readonly Note[] {
  const steps = trace.filter((step, index) => {
    const next = trace[index + 1];
    return next === undefined || next.path !== step.path || next.range.start.line !== step.range.start.line;
  });
  const first = trace[0];
  const kept = first !== undefined && steps[0] !== first ? [first, ...steps.slice(1)] : steps;
  if (kept.length <= room) return kept;
  const head = Math.floor(room / 2);
  return [...kept.slice(0, head), ...kept.slice(kept.length - (room - head))];
}
