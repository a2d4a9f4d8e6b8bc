import { directoryOf } from '../path.js';

/** One of `count` parts of a workspace, numbered from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * Tells for any path whether it belongs to a shard. A package (a folder of `packages`) is never torn apart as long as there are as
 * many packages as shards; else the largest are split by their folders. Nothing but the list of files decides, so that all shards agree
 * and every path belongs to one of them.
 */
export function shardOf(
  files: readonly string[],
  packages: readonly string[],
  { index, count }: Shard,
): (path: string) => boolean {
  const unitOf = unitsOf(files, new Set(['', ...packages]), count);
  const sizes = new Map<string, number>();
  for (const file of files) sizes.set(unitOf(file), (sizes.get(unitOf(file)) ?? 0) + 1);
  const shards = assign(sizes, count);
  return (path) => (shards.get(unitOf(path)) ?? 0) === index - 1;
}

/** Gives the nearest folder above a path that counts as a unit. */
function unitsOf(files: readonly string[], units: Set<string>, count: number): (path: string) => string {
  const unitOf = (path: string): string => {
    for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
      if (units.has(folder) || folder === '') return folder;
    }
  };
  for (;;) {
    const members = new Map<string, string[]>();
    for (const file of files) {
      const unit = unitOf(file);
      const list = members.get(unit);
      if (list === undefined) members.set(unit, [file]);
      else list.push(file);
    }
    if (members.size >= count) return unitOf;
    const largest = [...members].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
    const folders = largest.map(([unit, list]) => foldersBelow(unit, list)).find(({ length }) => length > 0);
    if (folders === undefined) return unitOf;
    for (const folder of folders) units.add(folder);
  }
}

/** The folders directly below a unit that have files of it. */
function foldersBelow(unit: string, files: readonly string[]): readonly string[] {
  const start = unit === '' ? 0 : unit.length + 1;
  const ends = files.map((file) => file.indexOf('/', start));
  return [...new Set(files.flatMap((file, index) => ((ends[index] ?? -1) < 0 ? [] : [file.slice(0, ends[index])])))];
}

/** Unit → shard: the largest first, each to the shard that has least so far. */
function assign(sizes: ReadonlyMap<string, number>, count: number): ReadonlyMap<string, number> {
  const loads = new Array<number>(count).fill(0);
  const out = new Map<string, number>();
  for (const [unit, size] of [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + size;
    out.set(unit, least);
  }
  return out;
}
