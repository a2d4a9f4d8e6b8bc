import type { Range } from '../../facts.js';

/** A version that a lock file has for a package. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Of the version in the lock file. */
  readonly range: Range;
  /** The folder below the lock file whose manifest gets this version; undefined where another package asked for it. */
  readonly folder: string | undefined;
  /** What was asked for, in files that say it: `^0.3.0`. */
  readonly asked: readonly string[] | undefined;
}

/** What a lock file says about some packages. */
export interface Lock {
  readonly packages: readonly LockedPackage[];
  /** Whether it says what the manifest in a folder below it gets; `''` is its own folder. */
  covers(folder: string): boolean;
}

/** Reads a lock file by its text, as far as some packages are concerned. Never fails. */
export type ReadLock = (text: string, names: readonly string[]) => Lock;

export function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** What a sticky pattern finds at the starts of the lines that have a text. Lock files are large, and few lines are asked for. */
export function* matchesInLines(
  text: string,
  wanted: string,
  pattern: RegExp,
  [start, end]: Range = [0, text.length],
): Iterable<RegExpExecArray> {
  for (let at = text.indexOf(wanted, start); at >= 0 && at < end;) {
    pattern.lastIndex = text.lastIndexOf('\n', at) + 1;
    const match = pattern.exec(text);
    if (match !== null) yield match;
    const next = text.indexOf('\n', at);
    at = next < 0 ? -1 : text.indexOf(wanted, next);
  }
}

/** A version that a pattern has found with the flag `d`, in the group `version`. */
export function versionIn(match: RegExpExecArray): { readonly version: string; readonly range: Range } | undefined {
  const version = match.groups?.['version'];
  const range = match.indices?.groups?.['version'];
  return version === undefined || range === undefined ? undefined : { version, range };
}
