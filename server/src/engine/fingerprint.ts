import { createHash } from 'node:crypto';
import type { Finding, Span } from '@leashlint/rules';

/**
 * Fingerprints of findings in report order: rule, path and the lines of sink and source without their white space, so
 * that moving or re-indenting code changes nothing. Equal ones are told apart by a counter.
 */
export function fingerprints(
  findings: readonly Finding[],
  text: (file: string) => string | undefined,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const source = finding.trace[0]?.span;
    const parts = [
      finding.rule,
      finding.primary.file,
      lineOf(finding.primary, text),
      source === undefined ? '' : lineOf(source, text),
    ].join('\0');
    const count = seen.get(parts) ?? 0;
    seen.set(parts, count + 1);
    return createHash('sha256').update(`${parts}\0${count}`).digest('hex').slice(0, 32);
  });
}

function lineOf(span: Span, text: (file: string) => string | undefined): string {
  const whole = text(span.file) ?? '';
  const start = whole.lastIndexOf('\n', span.start - 1) + 1;
  const end = whole.indexOf('\n', span.start);
  return whole.slice(start, end < 0 ? undefined : end).replace(/\s+/g, '');
}
