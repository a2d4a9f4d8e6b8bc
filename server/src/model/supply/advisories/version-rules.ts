import type { Ecosystem } from '@leashlint/rules';
import { compare as comparePython, valid as validPython } from '@renovatebot/pep440';
import compareSemantic from 'semver/functions/compare.js';
import satisfies from 'semver/functions/satisfies.js';
import validSemantic from 'semver/functions/valid.js';
import subset from 'semver/ranges/subset.js';
import validRange from 'semver/ranges/valid.js';
import type { DeclaredPackage } from '../../../program/manifests/declared-package.js';
import { contains, intervalOf } from './python-interval.js';

/** How a registry orders versions and writes ranges. `affected` are ranges as advisories have them: `>=1.0.0,<1.2.5`. */
export interface VersionRules {
  /** The one version that is asked for; undefined for a range. */
  exact(asked: string): string | undefined;
  isAffected(version: string, affected: readonly string[]): boolean;
  /** Whether all versions that are asked for are affected. */
  areAffected(declared: DeclaredPackage, affected: readonly string[]): boolean;
  compare(one: string, other: string): number;
}

const prerelease = { includePrerelease: true };

const npm: VersionRules = {
  exact: (asked) => validSemantic(asked.replace(/^[=\sv]+/, '')) ?? undefined,
  isAffected: (version, affected) =>
    validSemantic(version) !== null && affected.some((range) => satisfies(version, semantic(range), prerelease)),
  areAffected({ asked }, affected) {
    const range = asked.trim() === '' ? null : validRange(asked);
    return range !== null && subset(range, affected.map(semantic).join(' || '));
  },
  compare: (one, other) => compareSemantic(one, other),
};

function semantic(range: string): string {
  return range.replaceAll(',', ' ').replaceAll('==', '=');
}

const python: VersionRules = {
  exact(asked) {
    const version = /^(?:===?)?\s*([^\s*,=<>~!^|]+)$/.exec(asked.trim())?.[1];
    return version !== undefined && validPython(version) !== null ? version : undefined;
  },
  isAffected: (version, affected) => validPython(version) !== null && isWithin(`==${version}`, affected),
  areAffected({ asked, notation }, affected) {
    const specifier = notation === 'poetry' ? poetrySpecifier(asked) : asked;
    return specifier !== undefined && specifier !== '' && isWithin(specifier, affected);
  },
  compare: comparePython,
};

function isWithin(specifier: string, affected: readonly string[]): boolean {
  const asked = intervalOf(specifier);
  if (asked === undefined) return false;
  return affected.some((range) => {
    const interval = intervalOf(range);
    return interval !== undefined && contains(interval, asked);
  });
}

/** `^1.2` and `~1.2` of Poetry as PEP 440 writes them; undefined for alternatives and what is not known. */
function poetrySpecifier(asked: string): string | undefined {
  const parts = asked.split(',').map((part) => {
    const match = /^\s*([\^~]?)\s*v?(\d+(?:\.\d+)*)\s*$/.exec(part);
    if (match?.[2] === undefined) return /^\s*(?:[<>=!]=?|~=|===)/.test(part) ? part : undefined;
    const numbers = match[2].split('.').map(Number);
    if (match[1] === '') return `==${match[2]}`;
    const first = numbers.findIndex((number) => number !== 0);
    const fixed = match[1] === '~' ? Math.min(1, numbers.length - 1) : first < 0 ? numbers.length - 1 : first;
    const next = numbers.slice(0, fixed + 1).map((number, index) => (index === fixed ? number + 1 : number));
    return `>=${match[2]},<${next.join('.')}`;
  });
  return parts.every((part) => part !== undefined) ? parts.join(',') : undefined;
}

export const versionRules: Readonly<Record<Ecosystem, VersionRules>> = { npm, PyPI: python };
