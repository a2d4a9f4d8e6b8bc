import type { Severity, Span } from '@leashlint/rules';
import colors from 'picocolors';
import type { Problem, Report, ReportedFinding } from '../engine/report.js';
import { codeFrame } from './code-frame.js';
import { counted, openFindings, severities, type FormatContext, type Formatter } from './format.js';
import { createLocator } from './lines.js';
import { toldProblems } from './told-problems.js';

/** Related places that are listed; the other formats have all of them. */
const MOST_RELATED = 12;

type Colors = ReturnType<typeof colors.createColors>;

/** For a person at a terminal: grouped by file, with code frame, trace, help and the fixes that there are. */
export const stylish: Formatter = (report, context) => {
  const paint = colors.createColors(context.color);
  const locate = createLocator((file) => report.text(file));
  const place = (file: string, offset: number): string => {
    const { line, column } = locate(file, offset);
    return `${line + 1}:${column + 1}`;
  };
  const shown = openFindings(report).filter(({ severity }) => !context.quiet || severity === 'error');
  const out: string[] = [];
  for (const [file, findings] of groupByFile(shown)) {
    out.push(paint.underline(file), '');
    for (const finding of findings) out.push(...findingLines(finding, report, context, paint, place), '');
  }
  const problems = toldProblems(report, context.quiet);
  for (const problem of problems) out.push(problemLine(problem, paint, place));
  if (problems.length > 0) out.push('');
  out.push(summary(report, paint));
  return out.join('\n') + '\n';
};

function findingLines(
  finding: ReportedFinding,
  report: Report,
  context: FormatContext,
  paint: Colors,
  place: (file: string, offset: number) => string,
): string[] {
  const { primary, severity, message, rule, trace, related, help, fixes } = finding;
  const out = [
    `  ${paint.dim(place(primary.file, primary.start))}  ${label(severity, paint)}  ${message}  ${paint.dim(rule)}`,
  ];
  const text = report.text(primary.file);
  if (text !== undefined) {
    const mask = context.rules.get(rule)?.family === 'secret' && !readsEnvironment(text, primary);
    out.push(indent(codeFrame(text, primary, { gutter: paint.dim, mark: severityColor(severity, paint) }, mask)));
  }
  const steps = trace.map(
    ({ span, message: step }, index) =>
      `${index + 1}. ${step}  ${paint.dim(`${span.file}:${place(span.file, span.start)}`)}`,
  );
  if (steps.length > 0) out.push(`    ${paint.bold('trace')}`, ...steps.map((step) => `      ${step}`));
  for (const { span, message: note } of related.slice(0, MOST_RELATED)) {
    out.push(`    ${paint.bold('see')} ${note}  ${paint.dim(`${span.file}:${place(span.file, span.start)}`)}`);
  }
  if (related.length > MOST_RELATED) out.push(`    ${paint.dim(`and ${related.length - MOST_RELATED} more`)}`);
  out.push(`    ${paint.bold('help')} ${help}`);
  for (const { title, kind } of fixes) out.push(`    ${paint.bold('fix')} ${title} ${paint.dim(`(${kind})`)}`);
  return out;
}

/** A key that is named, not written, may be shown. */
function readsEnvironment(text: string, { start, end }: Span): boolean {
  return /\b(?:process|import\.meta)\.env\b/.test(text.slice(start, end));
}

function problemLine(problem: Problem, paint: Colors, place: (file: string, offset: number) => string): string {
  const { span, fatal, message, kind } = problem;
  const where = span === undefined ? '' : `${span.file}:${place(span.file, span.start)}  `;
  return `${where}${fatal ? paint.red('failed') : paint.yellow('note')}  ${message}  ${paint.dim(kind)}`;
}

/** `✖ 3 findings (1 error, 2 warnings) in 2 of 40 files · 1 ignored`. */
function summary(report: Report, paint: Colors): string {
  const open = openFindings(report);
  const ignored = report.findings.length - open.length;
  const { analysed, listed } = report.stats.files;
  // What leads into a few files that were asked for may be more than they are.
  const looked =
    analysed > listed ? `${counted(analysed, 'file')} analysed` : `${analysed} of ${counted(listed, 'file')} analysed`;
  const tail = ignored === 0 ? looked : `${looked}, ${ignored} ignored`;
  if (open.length === 0) return `${paint.green('✔')} No findings (${tail})`;
  const bySeverity = severities
    .map((severity) => [severity, open.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity));
  const fixable = open.filter(({ fixes }) => fixes.length > 0).length;
  const fixes = fixable === 0 ? '' : `, ${fixable} with a fix`;
  return `${paint.red('✖')} ${counted(open.length, 'finding')} (${bySeverity.join(', ')})${fixes} (${tail})`;
}

function groupByFile(findings: readonly ReportedFinding[]): Map<string, ReportedFinding[]> {
  const out = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const list = out.get(finding.primary.file);
    if (list === undefined) out.set(finding.primary.file, [finding]);
    else list.push(finding);
  }
  return out;
}

function label(severity: Severity, paint: Colors): string {
  return severityColor(severity, paint)(severity);
}

function severityColor(severity: Severity, paint: Colors): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.cyan;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
