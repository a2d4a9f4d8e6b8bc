import type { Finding, Severity } from '@leashlint/rules';
import picomatch from 'picomatch';
import type { EffectiveConfig } from '../config/config.js';
import { suggestion } from '../config/suggest.js';
import type { Problem, ReportedFinding } from '../engine/report.js';
import { lineAt, lineStarts } from '../report/lines.js';
import { findDirectives, type Directive } from './directives.js';

export interface SuppressInput {
  readonly findings: readonly Finding[];
  readonly config: EffectiveConfig;
  /** Files that contain a directive, with the places where none can be. */
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly inString: (offset: number) => boolean;
  }[];
  /** All rule ids, to recognise typing errors. */
  readonly known: ReadonlySet<string>;
  /** Ids of the rules that ran: only their directives can be unused. */
  readonly ran: ReadonlySet<string>;
  /** ISO date. */
  readonly today: string;
}

export interface Suppressed {
  /** Same order and length as the findings. */
  readonly suppressions: readonly ReportedFinding['suppression'][];
  readonly problems: readonly Problem[];
}

/** Matches findings with ignore comments and configured exceptions, and reports what matches nothing or has expired. */
export function suppress(input: SuppressInput): Suppressed {
  const problems: Problem[] = [];
  const comments = input.config.inlineIgnores ? byComment(input, problems) : new Map<Finding, Directive>();
  const entries = byConfig(input, problems);
  const suppressions = input.findings.map((finding): ReportedFinding['suppression'] => {
    const directive = comments.get(finding);
    if (directive !== undefined) return { kind: 'comment', reason: directive.reason, span: directive.span };
    const entry = entries.get(finding);
    return entry === undefined ? undefined : { kind: 'config', reason: entry.reason, span: undefined };
  });
  return { suppressions, problems };
}

function byComment(input: SuppressInput, problems: Problem[]): Map<Finding, Directive> {
  const out = new Map<Finding, Directive>();
  const complain = (span: Directive['span'], message: string): void =>
    void problems.push({ kind: 'suppression', message, span, fatal: false });
  for (const { path, text, inString } of input.files) {
    const { directives, malformed } = findDirectives(path, text, inString);
    for (const { span, message } of malformed) complain(span, message);
    const starts = lineStarts(text);
    const findings = input.findings.filter((finding) => finding.primary.file === path);
    for (const directive of directives) {
      if (directive.reason === undefined && input.config.preset === 'strict') {
        complain(directive.span, 'An ignore comment needs a reason in the strict preset.');
      }
      for (const { id, span } of directive.rules) {
        if (!input.known.has(id)) {
          complain(span, `There is no rule ${id}.${suggestion(id, input.known)}`);
          continue;
        }
        const covered = findings.filter((finding) => finding.rule === id && covers(directive, finding, starts));
        for (const finding of covered) if (!out.has(finding)) out.set(finding, directive);
        if (covered.length === 0 && input.ran.has(id)) {
          const message = `Nothing to ignore: ${id} reports nothing here.`;
          problems.push({ kind: 'suppression', message, span, fatal: false, unused: true });
        }
      }
    }
  }
  return out;
}

function covers(directive: Directive, finding: Finding, starts: readonly number[]): boolean {
  if (directive.scope === 'file') return true;
  const first = lineAt(starts, finding.primary.start);
  const last = lineAt(starts, Math.max(finding.primary.start, finding.primary.end - 1));
  return directive.lines.some((line) => line >= first && line <= last);
}

type AllowEntry = EffectiveConfig['allow'][number];

function byConfig(input: SuppressInput, problems: Problem[]): Map<Finding, AllowEntry> {
  const out = new Map<Finding, AllowEntry>();
  for (const entry of input.config.allow) {
    const matches = entry.path === undefined ? () => true : picomatch(entry.path, { dot: true });
    const covered = input.findings.filter((finding) => finding.rule === entry.rule && matches(finding.primary.file));
    const where = `${entry.rule}${entry.path === undefined ? '' : ` in ${entry.path}`}`;
    if (entry.expires !== undefined && entry.expires < input.today) {
      const still = covered.length === 0 ? 'covers nothing any more' : `${count(covered)} no longer excused`;
      const message = `The exception for ${where} expired on ${entry.expires}: ${still}.`;
      problems.push({ kind: 'suppression', message, span: undefined, fatal: false });
      continue;
    }
    for (const finding of covered) if (!out.has(finding)) out.set(finding, entry);
  }
  return out;
}

function count(findings: readonly { readonly severity: Severity }[]): string {
  return findings.length === 1 ? '1 finding is' : `${findings.length} findings are`;
}
