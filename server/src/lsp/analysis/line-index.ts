import type { Position, Range } from 'vscode-languageserver/node';
import type { Span } from '@leashlint/rules';

/** Offsets of a text to lines and columns, both counted in UTF-16 code units from zero. */
export interface LineIndex {
  position(offset: number): Position;
  range(span: Pick<Span, 'start' | 'end'>): Range;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const position = (offset: number): Position => {
    const bounded = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= bounded) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: bounded - (starts[low] ?? 0) };
  };
  return { position, range: ({ start, end }) => ({ start: position(start), end: position(end) }) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(at + 1);
  }
  return starts;
}
