import type { Framework, VersionRange } from '@leashlint/rules';

/**
 * Whether a version lies in a range: comparisons separated by spaces, all of which must hold, compared as far as the
 * range is written (`<6` compares majors, `>=1.2` majors and minors).
 */
export function versionInRange(range: VersionRange, version: string): boolean {
  let versions = known.get(range);
  if (versions === undefined) known.set(range, (versions = new Map<string, boolean>()));
  let holds = versions.get(version);
  if (holds === undefined) versions.set(version, (holds = isInRange(range, version)));
  return holds;
}

/** The ranges of the catalogue and the few versions that are installed. */
const known = new Map<VersionRange, Map<string, boolean>>();

function isInRange(range: VersionRange, version: string): boolean {
  const installed = numbers(version);
  return range
    .trim()
    .split(/\s+/)
    .every((comparison) => {
      const match = /^(<=|>=|<|>|=)?v?(\d[\d.]*)$/.exec(comparison);
      if (match?.[2] === undefined) return false;
      const order = compare(installed, numbers(match[2]));
      switch (match[1]) {
        case '<':
          return order < 0;
        case '<=':
          return order <= 0;
        case '>':
          return order > 0;
        case '>=':
          return order >= 0;
        default:
          return order === 0;
      }
    });
}

/**
 * Whether a row or option holds for what is installed. With an unknown version, names are read as those of the newest
 * version that the catalogue was checked against.
 */
export function holdsFor(
  range: VersionRange | undefined,
  version: string | undefined,
  framework: Framework,
  packageName: string,
): boolean {
  if (range === undefined) return true;
  const assumed = version ?? newestChecked(framework, packageName);
  return assumed === undefined || versionInRange(range, assumed);
}

/** Newest version of the package (or of any package of the framework) that the rows were checked against. */
export function newestChecked(framework: Framework, packageName: string): string | undefined {
  return newestOf(framework.checkedAgainst[packageName] ?? allVersions(framework));
}

const newest = new WeakMap<readonly string[], string | undefined>();

function newestOf(versions: readonly string[]): string | undefined {
  if (!newest.has(versions)) newest.set(versions, versions.toSorted(compareVersions).at(-1));
  return newest.get(versions);
}

const all = new WeakMap<Framework, readonly string[]>();

function allVersions(framework: Framework): readonly string[] {
  let versions = all.get(framework);
  if (versions === undefined) all.set(framework, (versions = Object.values(framework.checkedAgainst).flat()));
  return versions;
}

/** Order of two versions by major, minor and patch; pre-release tags count as their release. */
export function compareVersions(left: string, right: string): number {
  const a = numbers(left);
  const b = numbers(right);
  const length = Math.max(a.length, b.length);
  const pad = (list: readonly number[]): number[] => Array.from({ length }, (_, index) => list[index] ?? 0);
  return compare(pad(a), pad(b));
}

function numbers(version: string): readonly number[] {
  const match = /\d+(\.\d+)*/.exec(version);
  return match === null ? [] : match[0].split('.').slice(0, 3).map(Number);
}

/** Compares as many parts as `right` has. */
function compare(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < right.length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
