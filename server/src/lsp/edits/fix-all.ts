import type { Position } from 'vscode-languageserver/node';
import type { AppendedFile, LocatedEdit, LocatedFix } from '../analysis/analyst.js';

export interface CombinedFix {
  readonly edits: readonly LocatedEdit[];
  readonly appends: readonly AppendedFile[];
  /** Fixes that are in. The others overlap one of these and get their turn afterwards. */
  readonly count: number;
}

/**
 * Joins the first safe fix of each finding as far as their edits do not touch each other. A fix goes in whole or not at
 * all; one that changes code of another file stays out, since saving a file must not change its neighbours. Two fixes may ask
 * for the same edit, such as an import: it is made once.
 */
export function combineSafeFixes(path: string, fixesOfFindings: readonly (readonly LocatedFix[])[]): CombinedFix {
  const edits: LocatedEdit[] = [];
  const appends: AppendedFile[] = [];
  let count = 0;
  for (const fixes of fixesOfFindings) {
    const fix = fixes.find((one) => one.kind === 'safe');
    if (fix === undefined || fix.edits.some((edit) => edit.path !== path && !isAppended(fix, edit))) continue;
    const fresh = fix.edits.filter((edit) => !edits.some((one) => same(one, edit)));
    if (fresh.some((edit) => edits.some((one) => collide(one, edit)))) continue;
    edits.push(...fresh);
    appends.push(...fix.appends);
    count += 1;
  }
  edits.sort((a, b) => a.path.localeCompare(b.path) || comparePlaces(a, b));
  return { edits, appends, count };
}

function isAppended({ appends }: LocatedFix, { path }: LocatedEdit): boolean {
  return appends.some((one) => one.path === path);
}

function same(a: LocatedEdit, b: LocatedEdit): boolean {
  return a.path === b.path && a.newText === b.newText && comparePlaces(a, b) === 0;
}

function comparePlaces(a: LocatedEdit, b: LocatedEdit): number {
  return compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end);
}

/** Overlap, or two different insertions at one place, whose order nobody has decided. The order of whole lines, such as imports, is free. */
function collide(a: LocatedEdit, b: LocatedEdit): boolean {
  if (a.path !== b.path) return false;
  if (compare(a.range.start, b.range.start) === 0) return !(insertsLines(a) && insertsLines(b));
  return compare(a.range.start, b.range.end) < 0 && compare(b.range.start, a.range.end) < 0;
}

function insertsLines(edit: LocatedEdit): boolean {
  return compare(edit.range.start, edit.range.end) === 0 && edit.newText.endsWith('\n');
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
