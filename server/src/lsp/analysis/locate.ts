import type { Fix, Span } from '@leashlint/rules';
import { fileEdits } from '../../engine/apply-fixes.js';
import type { Problem, ReportedFinding } from '../../engine/report.js';
import type { LocatedFinding, LocatedFix, Note, Place } from './analyst.js';
import { ignoreRemoval } from './ignore-removal.js';
import { lineIndex, type LineIndex } from './line-index.js';

/** What locating needs from the folder: the texts that the offsets count in. */
export interface Texts {
  readonly text: (path: string) => string | undefined;
  readonly documentation: (rule: string) => LocatedFinding['documentation'];
}

export interface Locator {
  finding(finding: ReportedFinding): LocatedFinding;
  /** A problem with a place in a file, shown like a finding. */
  problem(problem: Problem & { readonly span: Span }): LocatedFinding;
}

/** Turns the offsets of one report into lines and columns. Keeps an index per file, so make one per report. */
export function createLocator({ text, documentation }: Texts): Locator {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    let index = indexes.get(path);
    if (index === undefined) {
      index = lineIndex(text(path) ?? '');
      indexes.set(path, index);
    }
    return index;
  };
  const place = (span: Span): Place => ({ path: span.file, range: indexOf(span.file).range(span) });
  const note = ({ span, message }: { readonly span: Span; readonly message: string }): Note => ({
    ...place(span),
    message,
  });

  const fix = (one: Fix): LocatedFix => ({
    title: one.title,
    kind: one.kind,
    edits: [...fileEdits(one, text)].flatMap(([path, edits]) =>
      edits.map((edit) => ({ path, range: indexOf(path).range(edit), newText: edit.text })),
    ),
    appends: (one.appends ?? []).map(({ file }) => ({ path: file, exists: text(file) !== undefined })),
  });

  return {
    finding: (found) => ({
      rule: found.rule,
      documentation: documentation(found.rule),
      severity: found.severity,
      evidence: found.evidence,
      message: found.message,
      help: found.help,
      fingerprint: found.fingerprint,
      range: place(found.primary).range,
      trace: found.trace.map(note),
      related: found.related.map(note),
      fixes: found.fixes.map(fix),
      unused: false,
    }),
    problem: ({ kind, message, span, fatal, unused = false }) => ({
      rule: unused ? 'unused-ignore' : `${kind}-problem`,
      documentation: undefined,
      severity: fatal ? 'error' : unused ? 'info' : 'warning',
      evidence: 'proven',
      message,
      help: '',
      fingerprint: `${kind}:${span.file}:${span.start}`,
      range: place(span).range,
      trace: [],
      related: [],
      fixes: unused ? [fix(ignoreRemoval(span, text(span.file) ?? ''))] : [],
      unused,
    }),
  };
}
