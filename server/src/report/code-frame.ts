import type { Span } from '@leashlint/rules';
import { lineStarts, positionAt } from './lines.js';

export interface FrameStyle {
  /** Line numbers and bars. */
  readonly gutter: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** Lines shown of a span that covers many. */
const MOST_LINES = 6;
const WIDTH = 160;

/**
 * The lines of a span with the line before, and a marker below each covered part. With `mask`, the covered text is
 * replaced after its first four characters, so that a report never repeats a secret.
 */
export function codeFrame(text: string, span: Span, style: FrameStyle, mask = false): string {
  const starts = lineStarts(text);
  const first = positionAt(starts, span.start);
  const last = positionAt(starts, Math.max(span.start, span.end - 1));
  const end = Math.min(last.line, first.line + MOST_LINES - 1);
  const shown = mask ? masked(text, span) : text;
  const lineText = (line: number): string => {
    const raw = shown.slice(starts[line] ?? 0, starts[line + 1] ?? shown.length);
    return raw.replace(/\r?\n$/, '');
  };
  const digits = String(end + 1).length;
  const out: string[] = [];
  for (let line = Math.max(0, first.line - 1); line <= end; line++) {
    const raw = lineText(line);
    if (line < first.line && raw.trim() === '') continue;
    const from = line === first.line ? first.column : raw.length - raw.trimStart().length;
    const to = line === last.line ? last.column + 1 : raw.length;
    // A long line (a prompt, a query) is shown around the mark.
    const cut = from > WIDTH / 2 ? from - WIDTH / 4 : 0;
    const visible = expand((cut > 0 ? '…' : '') + raw.slice(cut, cut + WIDTH));
    out.push(`${style.gutter(`${String(line + 1).padStart(digits)} │`)} ${visible}`.trimEnd());
    if (line < first.line || to <= from) continue;
    const lead = expand((cut > 0 ? '…' : '') + raw.slice(cut, from)).length;
    const length = Math.max(1, Math.min(expand(raw.slice(from, to)).length, WIDTH - lead));
    out.push(`${style.gutter(`${' '.repeat(digits)} │`)} ${' '.repeat(lead)}${style.mark('^'.repeat(length))}`);
  }
  if (end < last.line) out.push(style.gutter(`${' '.repeat(digits)} │ … ${last.line - end} more`));
  return out.join('\n');
}

/** Same length as the text, so that positions hold. */
function masked(text: string, span: Span): string {
  const secret = text.slice(span.start, span.end);
  const quote = /^['"`]/.test(secret) ? 1 : 0;
  const hidden = secret.slice(quote + 4, secret.length - quote).replace(/\S/g, '*');
  return text.slice(0, span.start + quote + 4) + hidden + text.slice(span.end - quote);
}

function expand(text: string): string {
  return text.replaceAll('\t', '  ');
}
