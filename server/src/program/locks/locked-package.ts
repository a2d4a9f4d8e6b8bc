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

/** The names that a text has at all: the others need no pattern. */
export function present(text: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => text.includes(name));
}

/** A version that a pattern has found with the flag `d`, in the group `version`. */
export function versionIn(match: RegExpMatchArray): { readonly version: string; readonly range: Range } | undefined {
  const version = match.groups?.['version'];
  const range = match.indices?.groups?.['version'];
  return version === undefined || range === undefined ? undefined : { version, range };
}

/** Keys of objects that may be folders of a workspace, and the own folder. Packages are left out, other keys do no harm. */
export function workspaceFolders(text: string): ReadonlySet<string> {
  const keys = text.matchAll(/^\s+"(?!node_modules\/|[^"\n]*\/node_modules\/)([^"\n]+)"\s*:\s*\{/gm);
  return new Set(['', ...[...keys].map((match) => match[1] ?? '')]);
}
