/** Offsets at which the lines of a text start. A line ends after `\n`; a lone `\r` ends none. */
export function lineStarts(text: string): readonly number[] {
  const out = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) out.push(at + 1);
  return out;
}

/** Zero-based line of an offset. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Zero-based; `column` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(starts: readonly number[], offset: number): Position {
  const line = lineAt(starts, offset);
  return { line, column: offset - (starts[line] ?? 0) };
}

/** Line tables of several files, each made once. */
export function createLocator(text: (file: string) => string | undefined): (file: string, offset: number) => Position {
  const tables = new Map<string, readonly number[]>();
  return (file, offset) => {
    let starts = tables.get(file);
    if (starts === undefined) {
      starts = lineStarts(text(file) ?? '');
      tables.set(file, starts);
    }
    return positionAt(starts, offset);
  };
}
