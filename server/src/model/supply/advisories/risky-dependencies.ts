import { posix } from 'node:path';
import type { Advisory, Ecosystem, RiskyDependency, Span, UnmaintainedPackage } from '@leashlint/rules';
import type { Range } from '../../../facts.js';
import type { Program } from '../../../program/program.js';
import { declaredPackages } from '../../../program/manifests/declared-packages.js';
import type { DeclaredPackage } from '../../../program/manifests/declared-package.js';
import type { LockedPackage } from '../../../program/locks/locked-package.js';
import { isTest } from '../../source-file.js';
import type { ModelContext } from '../../entries.js';
import { aiPackages } from './ai-packages.js';
import { governingLock, lockedVersions, type GoverningLock } from './governing-lock.js';
import { versionRules } from './version-rules.js';

export interface AdvisoryTable {
  readonly advisories: readonly Advisory[];
  readonly unmaintained: readonly UnmaintainedPackage[];
}

/**
 * Dependencies in versions that advisories are about: one entry per package and manifest, and one per package and lock file
 * for those that no manifest names. A range that may be answered with a repaired version, and that no lock file answers, is none.
 */
export function riskyDependencies(
  { catalogue, program }: ModelContext,
  table: AdvisoryTable | undefined,
): readonly RiskyDependency[] {
  if (table === undefined) return [];
  const carriers = aiPackages(catalogue);
  const found: RiskyDependency[] = [];
  /** Lock files that were looked into, with the packages that were reported where a manifest names them. */
  const locks = new Map<string, { lock: GoverningLock; ecosystem: Ecosystem; reported: Set<string> }>();
  for (const manifest of program.dependencyManifests()) {
    const text = program.read(manifest);
    if (text === undefined) continue;
    const ecosystem = posix.basename(manifest) === 'package.json' ? 'npm' : 'PyPI';
    const known = namesOf(table, ecosystem);
    const declared = declaredPackages(manifest, text);
    // Lock files are large, and packages of the table come along with other packages of AI.
    if (!declared.some(({ name }) => known.includes(name) || carriers[ecosystem].has(name))) continue;
    // `pip install -r` looks into no lock file.
    const lock = manifest.endsWith('.txt') ? undefined : governingLock(program, manifest, ecosystem, known);
    const reported = lock === undefined ? undefined : (locks.get(lock.path)?.reported ?? new Set<string>());
    if (lock !== undefined && reported !== undefined) locks.set(lock.path, { lock, ecosystem, reported });
    for (const name of known) {
      const risky = declared
        .filter((each) => each.name === name)
        .map((each) => declaredRisk(program, table, { path: manifest, text }, ecosystem, each, lock))
        .find((each) => each !== undefined);
      if (risky === undefined) continue;
      found.push(risky);
      reported?.add(name);
    }
  }
  for (const { lock, ecosystem, reported } of locks.values()) found.push(...carried(table, lock, ecosystem, reported));
  return found;
}

const names = new WeakMap<AdvisoryTable, Readonly<Record<Ecosystem, readonly string[]>>>();

/** Packages of the table. */
function namesOf(table: AdvisoryTable, ecosystem: Ecosystem): readonly string[] {
  let known = names.get(table);
  if (known === undefined) {
    const all = [...table.advisories, ...table.unmaintained];
    const inRegistry = (registry: Ecosystem): readonly string[] => [
      ...new Set(all.flatMap((each) => (each.ecosystem === registry ? [each.package] : []))),
    ];
    names.set(table, (known = { npm: inRegistry('npm'), PyPI: inRegistry('PyPI') }));
  }
  return known[ecosystem];
}

function declaredRisk(
  program: Program,
  table: AdvisoryTable,
  { path: manifest, text }: { readonly path: string; readonly text: string },
  ecosystem: Ecosystem,
  declared: DeclaredPackage,
  lock: GoverningLock | undefined,
): RiskyDependency | undefined {
  const { asked, name } = declared;
  const rules = versionRules[ecosystem];
  const about = table.advisories.filter(
    (each) => each.ecosystem === ecosystem && each.package === name && isAskedFor(each, declared, text),
  );
  const exact = rules.exact(asked);
  const base = { ecosystem, package: name, span: spanOf(manifest, declared.range), test: isTest(manifest) } as const;
  const pin = exact === undefined || declared.bound ? undefined : pinned(base.span, asked, exact);
  const judge = (version: string): Pick<RiskyDependency, 'advisories' | 'fixed' | 'version'> | undefined =>
    judged(about, ecosystem, version);

  const answers = lock === undefined ? [] : lockedVersions(lock, declared);
  for (const locked of answers) {
    const verdict = judge(locked.version);
    if (verdict === undefined || lock === undefined) continue;
    return {
      ...base,
      ...verdict,
      known: exact === undefined ? 'locked' : 'pinned',
      locked: lockSpan(lock, locked),
      pin,
    };
  }
  if (answers.length === 0 && about.length > 0) {
    const installed = ecosystem === 'npm' ? program.installed(manifest, name) : undefined;
    const version = exact ?? installed;
    const verdict = version === undefined || (exact !== undefined && overridden(declared)) ? undefined : judge(version);
    if (verdict !== undefined)
      return { ...base, ...verdict, known: exact ? 'pinned' : 'installed', locked: undefined, pin };
    if (version === undefined && !overridden(declared)) {
      const advisories = about.filter(({ affected }) => rules.areAffected(declared, affected));
      const fixed = firstFixed(about, ecosystem, undefined);
      if (advisories.length > 0) {
        return { ...base, version: asked, known: 'range', locked: undefined, advisories, fixed, pin: undefined };
      }
    }
  }
  const given = table.unmaintained.some((each) => each.ecosystem === ecosystem && each.package === name);
  if (!given) return undefined;
  return { ...base, version: asked, known: 'any', locked: undefined, advisories: [], fixed: undefined, pin: undefined };
}

/** Whether the line that asks for the package takes the extra with the flaw. */
function isAskedFor({ extra }: Advisory, { range }: DeclaredPackage, text: string): boolean {
  if (extra === undefined) return true;
  const start = text.lastIndexOf('\n', range[0]) + 1;
  const end = text.indexOf('\n', range[1]);
  const extras = /\[([^\]]*)\]/.exec(text.slice(start, end < 0 ? undefined : end))?.[1] ?? '';
  return extras.split(',').some((one) => one.replaceAll(/["'\s]/g, '') === extra);
}

/** Packages that others brought along, or in other versions than the manifest gets. */
function carried(
  table: AdvisoryTable,
  lock: GoverningLock,
  ecosystem: Ecosystem,
  reported: ReadonlySet<string>,
): readonly RiskyDependency[] {
  return namesOf(table, ecosystem).flatMap((name) => {
    if (reported.has(name)) return [];
    // Who brings a package along says nowhere which of its extras it takes.
    const about = table.advisories.filter(
      (each) => each.ecosystem === ecosystem && each.package === name && each.extra === undefined,
    );
    const versions = lock.lock.packages.filter((each) => each.name === name);
    for (const locked of versions) {
      const verdict = judged(about, ecosystem, locked.version);
      if (verdict === undefined) continue;
      const span = lockSpan(lock, locked);
      const test = isTest(lock.path);
      return [
        { ecosystem, package: name, ...verdict, known: 'locked', span, locked: span, pin: undefined, test } as const,
      ];
    }
    return [];
  });
}

function judged(
  about: readonly Advisory[],
  ecosystem: Ecosystem,
  version: string,
): Pick<RiskyDependency, 'advisories' | 'fixed' | 'version'> | undefined {
  const advisories = about.filter(({ affected }) => versionRules[ecosystem].isAffected(version, affected));
  if (advisories.length === 0) return undefined;
  return { version, advisories, fixed: firstFixed(about, ecosystem, version) };
}

/** The lowest version above the given one that some advisory calls repaired and none is about. */
function firstFixed(about: readonly Advisory[], ecosystem: Ecosystem, from: string | undefined): string | undefined {
  const rules = versionRules[ecosystem];
  return about
    .flatMap(({ fixed }) => fixed)
    .filter((version) => from === undefined || rules.compare(version, from) > 0)
    .filter((version) => !about.some(({ affected }) => rules.isAffected(version, affected)))
    .toSorted((one, other) => rules.compare(one, other))[0];
}

/** Where `==1.2.3` or `1.2.3` has its version. */
function pinned(span: Span, asked: string, exact: string): Span | undefined {
  const at = asked.indexOf(exact);
  return at < 0 ? undefined : { ...span, start: span.start + at, end: span.start + at + exact.length };
}

/** An override of npm or Yarn puts another version in the place of what is asked for. */
function overridden({ bound, notation }: DeclaredPackage): boolean {
  return bound && notation === 'npm';
}

function lockSpan({ path }: GoverningLock, { range }: LockedPackage): Span {
  return spanOf(path, range);
}

function spanOf(file: string, [start, end]: Range): Span {
  return { file, start, end };
}
