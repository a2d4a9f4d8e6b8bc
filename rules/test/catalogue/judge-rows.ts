import type { Framework } from '../../src/catalogue/framework.js';
import type { ToolObjectRow } from '../../src/catalogue/tool-rows.js';
import { tokensOf } from './catalogue-paths.js';
import type { StatedPath } from './catalogue-paths.js';
import type { Checked } from './checked-modules.js';
import type { Declarations } from './declarations.js';
import type { Reached } from './type-walker.js';
import { versionHolds } from './version-holds.js';

/** Paths that the declarations cannot show, because the type depends on arguments that a path does not have. */
const untypable = new Set([
  // The state of an agent is computed from its schema and middleware.
  'agents.runs: Member[createAgent].Result.Member[invoke,stream,streamEvents] → Argument[0].Member[messages]',
  'agents.runs: Member[createDeepAgent].Result.Member[invoke,stream,streamEvents] → Argument[0].Member[messages]',
  // Called where an agent has it, without being declared.
  'conventions: Member[Agent].Instance.Member[onEmail] → Member[Agent].Instance.Member[onEmail]',
  'conventions: Member[Agent].Instance.Member[onEmail] → Argument[0]',
  // Some pass an argument after the handler.
  'tools: Member[McpServer].Instance.Member[tool] → Argument[N-2].Parameter[0]',
]);

/** `Member[a,b].Member[c]` → both concrete paths. */
export function alternatives(path: string): readonly (readonly string[])[] {
  let paths: string[][] = [[]];
  for (const token of tokensOf(path)) {
    const [, kind = '', names] = /^(\w+)(?:\[(.*)\])?$/.exec(token) ?? [];
    const choices = names === undefined ? [token] : names.split(',').map((name) => `${kind}[${name.trim()}]`);
    paths = paths.flatMap((before) => choices.map((choice) => [...before, choice]));
  }
  return paths;
}

/** What became of one stated path. */
export interface Verdict {
  readonly problems: readonly string[];
  readonly paths: number;
  readonly open: number;
}

export function judge(declarations: Declarations, places: readonly Checked[], stated: StatedPath): Verdict {
  const checked = places.filter(
    (each) =>
      (stated.module === undefined || each.module === stated.module) &&
      stated.versions.every((range) => versionHolds(range, each.installed.version)),
  );
  const concrete = alternatives(stated.path);
  const where = `${stated.row} → ${tokensOf(stated.path).slice(stated.own).join('.')}`;
  if (untypable.has(where)) return { problems: [], paths: 1, open: 1 };
  if (checked.length === 0) {
    return { problems: [`${where}: no checked version in range ${stated.versions.join(' ')}`], paths: 0, open: 0 };
  }
  const problems: string[] = [];
  const found = new Set<string>();
  let open = 0;
  // A row without a module holds for one of the framework's packages; it must hold there in every version.
  const byPackage = grouped(checked, (each) => each.installed.name);
  const missingByPackage = [...byPackage].map(([name, places]) => {
    const missing: string[] = [];
    for (const [alias, served] of grouped(places, (each) => each.installed.alias)) {
      let reached = false;
      for (const path of concrete) {
        for (const place of served) {
          const end = declarations.follow(place, path);
          if (end === undefined) continue;
          reached = true;
          if (end.open) open++;
          path.forEach((token, index) => found.add(`${String(index)} ${token}`));
          for (const value of stated.values ?? []) {
            if (!declarations.walker.accepts(end, value))
              problems.push(`${where}: ${alias} does not accept ${JSON.stringify(value)}`);
          }
        }
      }
      if (!reached)
        missing.push(
          `${where}: not in ${name}@${served[0]?.installed.version ?? ''}, ${longest(declarations, served, concrete)}`,
        );
    }
    return { missing, all: grouped(places, (each) => each.installed.alias).size };
  });
  const satisfied = missingByPackage.some(({ missing, all }) =>
    stated.anyVersion === true ? missing.length < all : missing.length === 0,
  );
  if (!satisfied) problems.push(...missingByPackage.flatMap(({ missing }) => missing));
  else {
    for (const path of concrete) {
      path.forEach((token, index) => {
        if (index >= stated.own && !found.has(`${String(index)} ${token}`))
          problems.push(`${where}: ${token} is in no checked version`);
      });
    }
  }
  return { problems: [...new Set(problems)], paths: concrete.length * checked.length, open };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function longest(
  declarations: Declarations,
  places: readonly Checked[],
  paths: readonly (readonly string[])[],
): string {
  let best: readonly string[] = [];
  for (const place of places) {
    for (const path of paths) {
      let length = path.length;
      while (length > 0 && declarations.follow(place, path.slice(0, length)) === undefined) length--;
      if (length >= best.length) best = path.slice(0, length + 1);
    }
  }
  return `missing at ${best.slice(-2).join('.')}`;
}

/** What is wrong with a row for tool objects: no member of a tools list looks like it, or lacks what the row reads. */
export function toolObjectProblems(
  declarations: Declarations,
  places: readonly Checked[],
  framework: Framework,
  row: ToolObjectRow,
): readonly string[] {
  const lists = [...(framework.calls ?? []), ...(framework.agents ?? [])].flatMap(({ call, tools }) =>
    tools === undefined ? [] : alternatives(`${call}.${tools}.ArrayElement`),
  );
  const objects = places.flatMap((place) =>
    lists.flatMap((path) => {
      const found = declarations.follow(place, path);
      const object =
        found === undefined ? undefined : declarations.walker.having(found, row.is.property, row.is.values);
      return object === undefined || object.types.length === 0 ? [] : [object];
    }),
  );
  const where = `${row.is.property}: ${row.is.values.join(', ')}`;
  if (objects.length === 0) return [`${where}: no tool of this kind`];
  const paths = [row.name, row.description, row.schema, row.handler, ...(row.gates ?? []).map(({ at }) => at)];
  const settings = (row.settings ?? []).flatMap(({ at, unless }) => [at, ...(unless ?? [])]);
  return [...paths, ...settings].flatMap((path) => {
    const reached = objects.some((object) => {
      let current: Reached = object;
      for (const token of tokensOf(path ?? '')) current = declarations.walker.step(current, token);
      return current.types.length > 0 || current.open;
    });
    return path === undefined || reached ? [] : [`${where}: no ${path}`];
  });
}
