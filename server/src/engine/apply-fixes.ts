import type { Finding, Fix } from '@leashlint/rules';

/** Offsets in UTF-16 code units of the text before any edit. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type ReadText = (file: string) => string | undefined;

/**
 * A fix as edits per file, in order. Lines to append become an insertion at the end, unless the file has the line; a file that
 * does not exist counts as empty. Inserted line breaks are those of the file.
 */
export function fileEdits(fix: Fix, read: ReadText): ReadonlyMap<string, readonly Edit[]> {
  const out = new Map<string, Edit[]>();
  const add = (file: string, edit: Edit): void => {
    const edits = out.get(file);
    if (edits === undefined) out.set(file, [edit]);
    else edits.push(edit);
  };
  for (const { span, text } of fix.edits) {
    add(span.file, { start: span.start, end: span.end, text: withLineBreaksOf(read(span.file) ?? '', text) });
  }
  for (const { file, line } of fix.appends ?? []) {
    const current = read(file) ?? '';
    const pending = out.get(file)?.some(({ text }) => text.split(/\r?\n/).includes(line)) ?? false;
    if (pending || current.split(/\r?\n/).includes(line)) continue;
    const lead = current === '' || current.endsWith('\n') || out.has(file) ? '' : '\n';
    add(file, { start: current.length, end: current.length, text: withLineBreaksOf(current, `${lead}${line}\n`) });
  }
  for (const edits of out.values()) edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return out;
}

export interface Applied {
  /** New text per changed file. */
  readonly files: ReadonlyMap<string, string>;
  readonly fixes: readonly Fix[];
}

/**
 * Applies as many fixes as fit together: a fix whose edits touch those of an earlier one is left for the next round, as
 * it was made for other text. An edit that several fixes share exactly (the same import) is made once.
 */
export function applyFixes(fixes: readonly Fix[], read: ReadText): Applied {
  const accepted = new Map<string, Edit[]>();
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const wanted = fileEdits(fix, read);
    if (!fits(wanted, accepted)) continue;
    taken.push(fix);
    for (const [file, edits] of wanted) {
      const list = accepted.get(file) ?? [];
      accepted.set(file, list);
      for (const edit of edits) if (!list.some((other) => same(other, edit))) list.push(edit);
    }
  }
  const files = new Map<string, string>();
  for (const [file, edits] of accepted) {
    const before = read(file) ?? '';
    const after = applyEdits(before, edits);
    if (after !== before || read(file) === undefined) files.set(file, after);
  }
  return { files, fixes: taken };
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Whether edits of one fix are in order and apart from each other, so that they mean something. */
export function isConsistent(edits: readonly Edit[]): boolean {
  return edits.every((edit, index) => edit.start <= edit.end && (edits[index + 1]?.start ?? Infinity) >= edit.end);
}

/** The fix of each finding that may be applied: the first safe one, or with `suggest` the first of any kind. */
export function chooseFixes(findings: readonly Finding[], level: 'safe' | 'suggest'): readonly Fix[] {
  return findings.flatMap(({ fixes }) => {
    const chosen = fixes.find(({ kind }) => kind === 'safe') ?? (level === 'suggest' ? fixes[0] : undefined);
    return chosen === undefined ? [] : [chosen];
  });
}

function fits(wanted: ReadonlyMap<string, readonly Edit[]>, accepted: ReadonlyMap<string, readonly Edit[]>): boolean {
  for (const [file, edits] of wanted) {
    if (!isConsistent(edits)) return false;
    for (const edit of edits) {
      for (const other of accepted.get(file) ?? []) if (!same(edit, other) && touches(edit, other)) return false;
    }
  }
  return true;
}

function same(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Insertions at one place touch: their order would be a guess. Appended lines are the exception, each ends with a line break. */
function touches(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) {
    return a.start === b.start && !(a.text.endsWith('\n') && b.text.endsWith('\n'));
  }
  return a.start < b.end && b.start < a.end;
}

function withLineBreaksOf(text: string, inserted: string): string {
  return /\r\n/.test(text) ? inserted.replace(/\r?\n/g, '\r\n') : inserted;
}
