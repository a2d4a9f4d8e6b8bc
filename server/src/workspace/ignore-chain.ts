import ignore, { type Ignore } from 'ignore';

/** The ignore files that are in force in a folder, outermost first. */
export type IgnoreChain = readonly IgnoreLevel[];

interface IgnoreLevel {
  /** Folder of the ignore file with a trailing slash; empty for the root. */
  readonly base: string;
  readonly matcher: Ignore;
}

/**
 * The chain with the rules of one more ignore file. `base` is the file's folder; rules of a folder above the root are
 * given with the `prefix` that leads from there to the root.
 */
export function extendChain(chain: IgnoreChain, base: string, text: string, prefix = ''): IgnoreChain {
  const matcher = ignore({ allowRelativePaths: true }).add(text);
  const level: IgnoreLevel =
    prefix === ''
      ? { base: base === '' ? '' : base + '/', matcher }
      : { base: '', matcher: prefixed(matcher, prefix + '/') };
  return [...chain, level];
}

/** Whether git would ignore the path; folders end in `/`. The innermost ignore file that speaks about a path decides. */
export function isIgnored(chain: IgnoreChain, path: string): boolean {
  for (let i = chain.length - 1; i >= 0; i--) {
    const level = chain[i];
    if (level === undefined || !path.startsWith(level.base)) continue;
    const result = level.matcher.test(path.slice(level.base.length));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

function prefixed(matcher: Ignore, prefix: string): Ignore {
  return Object.assign(Object.create(matcher) as Ignore, { test: (path: string) => matcher.test(prefix + path) });
}
