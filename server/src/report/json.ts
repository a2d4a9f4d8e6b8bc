import type { Fix, Span } from '@leashlint/rules';
import type { Problem, ReportedFinding } from '../engine/report.js';
import type { Formatter } from './format.js';
import { createLocator } from './lines.js';
import { ruleUrl } from './rule-url.js';

/** Raised when a field changes its meaning or goes away; new fields do not raise it. */
export const jsonVersion = 1;

/** The whole report as data. Lines and columns count from 1, columns and offsets in UTF-16 code units. */
export const json: Formatter = (report, { rules, version, shard }) => {
  const locate = createLocator((file) => report.text(file));
  const place = (span: Span): object => {
    const start = locate(span.file, span.start);
    const end = locate(span.file, span.end);
    return {
      file: span.file,
      start: { line: start.line + 1, column: start.column + 1, offset: span.start },
      end: { line: end.line + 1, column: end.column + 1, offset: span.end },
    };
  };
  const note = ({ span, message }: { readonly span: Span; readonly message: string }): object => ({
    ...place(span),
    message,
  });
  const fix = ({ title, kind, edits, appends }: Fix): object => ({
    title,
    kind,
    edits: edits.map(({ span, text }) => ({ ...place(span), text })),
    appends: appends ?? [],
  });
  const finding = (found: ReportedFinding): object => {
    const meta = rules.get(found.rule);
    return {
      rule: found.rule,
      severity: found.severity,
      evidence: found.evidence,
      message: found.message,
      help: found.help,
      url: meta === undefined ? undefined : ruleUrl(meta),
      standards: meta?.standards ?? [],
      ...place(found.primary),
      trace: found.trace.map(note),
      otherTraces: found.otherTraces.map((steps) => steps.map(note)),
      related: found.related.map(note),
      fixes: found.fixes.map(fix),
      fingerprint: found.fingerprint,
      suppression:
        found.suppression === undefined
          ? null
          : { kind: found.suppression.kind, reason: found.suppression.reason ?? null },
    };
  };
  const problem = ({ kind, message, span, fatal }: Problem): object => ({
    kind,
    message,
    fatal,
    ...(span === undefined ? {} : place(span)),
  });
  const { timings: _, ...stats } = report.stats;
  const out = {
    version: jsonVersion,
    tool: { name: 'leashlint', version },
    ...(shard === undefined ? {} : { shard }),
    findings: report.findings.map(finding),
    problems: report.problems.map(problem),
    stats,
  };
  return JSON.stringify(out, undefined, 2) + '\n';
};
