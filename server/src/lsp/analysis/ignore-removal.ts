import type { Fix, Span } from '@leashlint/rules';

const comment = /(?:\{\/\*|\/\/|\/\*|#|<!--)[ \t]*leashlint:[ \t]*ignore(?:-file)?[ \t]*\[([^\]\r\n]*)\][^\r\n]*/g;

/**
 * Takes a rule out of an ignore comment, or the whole comment when it names no other rule. A line that held nothing else
 * goes too. Not safe: code that is being typed may have no finding for a moment, and the reason would be lost.
 * `id` is the place of the rule in the comment.
 */
export function ignoreRemoval(id: Span, text: string): Fix {
  const edit = removedRange(id, text);
  return {
    title: 'Remove the unused ignore comment',
    kind: 'suggest',
    edits: [{ span: { file: id.file, ...edit }, text: '' }],
  };
}

function removedRange(id: Span, text: string): { readonly start: number; readonly end: number } {
  const lineStart = text.lastIndexOf('\n', id.start - 1) + 1;
  const newline = text.indexOf('\n', id.end);
  const lineEnd = newline < 0 ? text.length : newline;
  const line = text.slice(lineStart, lineEnd);
  const match = [...line.matchAll(comment)].findLast(({ index }) => lineStart + index <= id.start);
  if (match === undefined) return { start: id.start, end: id.end };
  const rules = (match[1] ?? '').split(',').filter((one) => one.trim() !== '');
  if (rules.length > 1) return withComma(id, text);

  const start = lineStart + match.index;
  const end = start + closedAt(match[0]);
  const before = text.slice(lineStart, start).trimEnd();
  if (before !== '' || text.slice(end, lineEnd).trim() !== '') return { start: lineStart + before.length, end };
  return { start: lineStart, end: Math.min(lineEnd + 1, text.length) };
}

function withComma(id: Span, text: string): { readonly start: number; readonly end: number } {
  const after = /^\s*,\s*/.exec(text.slice(id.end))?.[0].length;
  if (after !== undefined) return { start: id.start, end: id.end + after };
  const before = /\s*,\s*$/.exec(text.slice(0, id.start))?.[0].length ?? 0;
  return { start: id.start - before, end: id.end };
}

/** Length of a comment that may close before its line ends. */
function closedAt(written: string): number {
  const closer = written.startsWith('{/*')
    ? '*/}'
    : written.startsWith('/*')
      ? '*/'
      : written.startsWith('<!--')
        ? '-->'
        : undefined;
  const at = closer === undefined ? -1 : written.indexOf(closer);
  return at < 0 || closer === undefined ? written.trimEnd().length : at + closer.length;
}
