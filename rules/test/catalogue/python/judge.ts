import type { Framework } from '../../../src/catalogue/framework.js';
import type { ToolObjectRow } from '../../../src/catalogue/tool-rows.js';
import { tokensOf } from '../catalogue-paths.js';
import type { StatedPath } from '../catalogue-paths.js';
import { alternatives } from '../judge-rows.js';
import { versionHolds } from '../version-holds.js';
import { createWorld } from './modules.js';
import type { World } from './modules.js';
import type { PythonPackage } from './packages.js';
import { union } from './things.js';
import type { Reached, Thing } from './things.js';
import { accepts, memberOf, step } from './walker.js';

/** A module of a framework as one version of a package has it. */
export interface Place {
  readonly package: PythonPackage;
  readonly module: string;
  readonly world: World;
}

export type Places = (framework: Framework) => readonly Place[];

/** Where the modules of frameworks stand in the packages that they were checked against. */
export function createPlaces(packages: readonly PythonPackage[]): Places {
  const newestFirst = packages
    .filter(({ pinned }) => pinned.root === undefined)
    .sort((a, b) => (versionHolds(`<${a.pinned.version}`, b.pinned.version) ? -1 : 1));
  const newest = newestFirst.filter(
    (each, index) => newestFirst.findIndex(({ pinned }) => pinned.name === each.pinned.name) === index,
  );
  const worlds = new Map<PythonPackage, World>();
  const shared = createWorld(newest);
  const worldOf = (each: PythonPackage): World => {
    const isShadowed = newest.some(
      (other) => other !== each && each.tops.some((top) => has(each, top) && has(other, top)),
    );
    if (newest.includes(each) && !isShadowed) return shared;
    const known = worlds.get(each) ?? createWorld([each, ...newest]);
    worlds.set(each, known);
    return known;
  };

  return (framework) => {
    const modules = modulesOf(framework);
    const places = Object.entries(framework.checkedAgainst).flatMap(([name, versions]) =>
      versions.flatMap((version) => {
        const found = packages.find(
          ({ pinned }) => pinned.name === name && `${pinned.version}.`.startsWith(`${version}.`),
        );
        if (found === undefined) throw new Error(`${framework.id}: packages.json has no ${name} ${version}`);
        return modules
          .filter((module) => found.hasModule(module))
          .map((module) => ({ package: found, module, world: worldOf(found) }));
      }),
    );
    const nowhere = modules.filter((module) => !places.some((place) => place.module === module));
    if (nowhere.length > 0) throw new Error(`${framework.id}: no checked package has ${nowhere.join(', ')}`);
    return places;
  };
}

/** Whether the package is the one that `import top` gives, not one of many below a common name. */
function has(each: PythonPackage, top: string): boolean {
  return each.read(`${top}/__init__.py`) !== undefined;
}

function modulesOf(framework: Framework): readonly string[] {
  const fromRows = Object.values(framework).flatMap((rows: unknown) =>
    Array.isArray(rows) ? rows.flatMap((row: unknown) => (isRow(row) ? [row.module] : [])) : [],
  );
  return [...new Set([...framework.modules.map((module) => module.replace(/\/\*$/, '')), ...fromRows])];
}

function isRow(row: unknown): row is { readonly module: string } {
  return typeof row === 'object' && row !== null && 'module' in row && typeof row.module === 'string';
}

type Answer = 'found' | 'unknown' | 'missing';

const best = (answers: readonly Answer[]): Answer =>
  answers.includes('found') ? 'found' : answers.includes('unknown') ? 'unknown' : 'missing';
const worst = (answers: readonly Answer[]): Answer =>
  answers.includes('missing') || answers.length === 0 ? 'missing' : answers.includes('unknown') ? 'unknown' : 'found';

export interface Verdict {
  readonly problems: readonly string[];
  /** The path, if types do not show that it exists. */
  readonly unknown: string | undefined;
}

export function judge(places: readonly Place[], stated: StatedPath): Verdict {
  const where = `${stated.row} → ${tokensOf(stated.path).slice(stated.own).join('.')}`;
  const checked = places.filter(
    (place) =>
      (stated.module === undefined || place.module === stated.module) &&
      stated.versions.every((range) => versionHolds(range, place.package.pinned.version)),
  );
  if (checked.length === 0) return { problems: [`${where}: no checked version has it`], unknown: undefined };
  const paths = alternatives(stated.path).filter((path) => path.length > 0);
  const known = new Map<string, Answer>();
  const problems: string[] = [];
  const byPackage = groupBy(checked, (place) => place.package.pinned.name).map((ofPackage) => {
    const versions = groupBy(ofPackage, (place) => place.package.pinned.version).map((ofVersion) =>
      best(
        ofVersion.flatMap((place) =>
          paths.map((path) => {
            const end = follow(place, path);
            const answer = answerOf(end);
            path.forEach((token, index) => {
              const key = `${String(index)} ${token}`;
              known.set(key, best([known.get(key) ?? 'missing', answer]));
            });
            if (answer !== 'found') return answer;
            for (const value of stated.values ?? []) {
              if (!accepts(end, value))
                problems.push(`${where}: ${place.package.pinned.file} does not take ${JSON.stringify(value)}`);
            }
            return answer;
          }),
        ),
      ),
    );
    return stated.anyVersion === true ? best(versions) : worst(versions);
  });
  const answer = best(byPackage);
  if (answer === 'missing') {
    const lacking = checked.filter((place) => best(paths.map((path) => answerOf(follow(place, path)))) === 'missing');
    const versions = groupBy(lacking, (place) => place.package.pinned.file);
    problems.push(`${where}: not in ${versions.map((ofVersion) => stops(ofVersion, paths)).join('; ')}`);
  } else {
    for (const path of paths) {
      path.forEach((token, index) => {
        if (index >= stated.own && known.get(`${String(index)} ${token}`) === 'missing')
          problems.push(`${where}: ${token} is in no checked version`);
      });
    }
  }
  return { problems: [...new Set(problems)], unknown: answer === 'unknown' ? where : undefined };
}

const followed = new WeakMap<World, Map<string, Reached>>();

export function follow({ world, module }: Pick<Place, 'world' | 'module'>, path: readonly string[]): Reached {
  const known = followed.get(world) ?? new Map<string, Reached>();
  followed.set(world, known);
  const key = `${module} ${path.join('.')}`;
  let reached = known.get(key);
  if (reached === undefined) {
    const start = world.module(module);
    const last = path.at(-1);
    if (last === undefined) reached = start === undefined ? [] : [{ kind: 'module', module: start }];
    else reached = step(follow({ world, module }, path.slice(0, -1)), last);
    known.set(key, reached);
  }
  return reached;
}

function answerOf(reached: Reached): Answer {
  if (reached.length === 0) return 'missing';
  return reached.every(({ kind }) => kind === 'unknown') ? 'unknown' : 'found';
}

/** The longest beginning of a path that a module of the package has, and the token at which it stops. */
function stops(places: readonly Place[], paths: readonly (readonly string[])[]): string {
  let longest: readonly string[] = [];
  for (const place of places) {
    for (const path of paths) {
      let length = path.length;
      while (length > 0 && follow(place, path.slice(0, length)).length === 0) length--;
      if (length >= longest.length) longest = path.slice(0, length + 1);
    }
  }
  return `${places[0]?.package.pinned.file ?? ''} (stops at ${longest.slice(-2).join('.')})`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** What is wrong with a row for tools that are written as dictionaries: no member of a list of tools is such a one. */
export function toolObjectProblems(
  places: readonly Place[],
  framework: Framework,
  row: ToolObjectRow,
): readonly string[] {
  const where = `${row.is.property}: ${row.is.values.join(', ')}`;
  const lists = [...(framework.calls ?? []), ...(framework.agents ?? [])].flatMap(({ call, tools }) =>
    tools === undefined ? [] : alternatives(`${call}.${tools}.ArrayElement`),
  );
  const elements = places.flatMap((place) => lists.flatMap((path) => follow(place, path)));
  if (elements.length === 0) return [`${where}: no list of tools`];
  const missing = row.is.values.filter((value) => !elements.some((element) => isSuch(element, row.is.property, value)));
  if (missing.length > 0) return missing.map((value) => `${where}: no tool has ${value}`);
  const objects = elements.filter((element) =>
    row.is.values.length === 0
      ? memberOf(element, row.is.property).length > 0
      : row.is.values.some((value) => isSuch(element, row.is.property, value)),
  );
  const paths = [row.name, row.description, row.schema, row.handler, ...(row.gates ?? []).map(({ at }) => at)];
  const settings = (row.settings ?? []).flatMap(({ at, unless }) => [at, ...(unless ?? [])]);
  return [...paths, ...settings].flatMap((path) => {
    if (path === undefined) return [];
    const end = tokensOf(path).reduce((reached, token) => union([step(reached, token)]), objects as Reached);
    return end.length > 0 ? [] : [`${where}: no ${path}`];
  });
}

function isSuch(element: Thing, property: string, value: string): boolean {
  return accepts(memberOf(element, property), value);
}
