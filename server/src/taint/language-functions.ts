import { isPairIndex, PROPERTY_NAMES } from './keys.js';

/**
 * Functions of the language whose result keeps the parts of what goes in: reading `.a` from `Object.assign(x, y)` reads
 * `.a` from the arguments.
 */

/** An argument and the keys that are read from it; `rest`: every argument from this one on. */
export interface PartOf {
  readonly argument: number;
  readonly rest?: true;
  readonly keys: readonly string[];
}

type Parts = (keys: readonly string[]) => readonly PartOf[];

const same: Parts = (keys) => [{ argument: 0, keys }];

/** Elements of the result are the values of the argument. */
const values: Parts = (keys) => [{ argument: 0, keys: keys.length === 0 ? [] : ['*', ...keys.slice(1)] }];

const names: Parts = () => [{ argument: 0, keys: [PROPERTY_NAMES] }];

const pairs: Parts = ([element, part, ...rest]) => {
  if (element === undefined) return [{ argument: 0, keys: [] }];
  const name = { argument: 0, keys: [PROPERTY_NAMES] };
  const value = { argument: 0, keys: ['*', ...rest] };
  return part === '0' ? [name] : part === '1' ? [value] : [name, value];
};

const fromPairs: Parts = ([key, ...rest]) => {
  if (key === undefined) return [{ argument: 0, keys: [] }];
  return [{ argument: 0, keys: key === PROPERTY_NAMES ? ['*', '0'] : ['*', '1', ...rest] }];
};

/** A map is read by `get`, which leaves only `*`, or as pairs. */
const map: Parts = ([key, part, ...rest]) => {
  if (key === undefined) return [{ argument: 0, keys: [] }];
  const read = { argument: 0, keys: ['*', '1', ...(part === undefined ? [] : [part, ...rest])] };
  return isPairIndex(part) ? [{ argument: 0, keys: ['*', part, ...rest] }, read] : [read];
};

/** What `allSettled` gives is `{ status, value }`. */
const settled: Parts = ([index, part, ...rest]) => {
  if (index === undefined) return [{ argument: 0, keys: [] }];
  return part === undefined || part === 'value' || part === '*' ? [{ argument: 0, keys: [index, ...rest] }] : [];
};

const LANGUAGE_FUNCTIONS: Readonly<Record<string, Parts>> = {
  'Member[Object].Member[assign]': (keys) => [{ argument: 0, rest: true, keys }],
  'Member[Object].Member[keys]': names,
  'Member[Object].Member[values]': values,
  'Member[Object].Member[entries]': pairs,
  'Member[Object].Member[fromEntries]': fromPairs,
  'Member[Object].Member[freeze]': same,
  'Member[Object].Member[seal]': same,
  'Member[Object].Member[create]': same,
  'Member[Array].Member[of]': (keys) => [{ argument: 0, rest: true, keys: keys.slice(1) }],
  'Member[Promise].Member[all]': same,
  'Member[Promise].Member[resolve]': same,
  'Member[Promise].Member[race]': (keys) => [{ argument: 0, keys: ['*', ...keys] }],
  'Member[Promise].Member[any]': (keys) => [{ argument: 0, keys: ['*', ...keys] }],
  'Member[Promise].Member[allSettled]': settled,
  'Member[JSON].Member[parse]': same,
  'Member[JSON].Member[stringify]': same,
  'Member[structuredClone]': same,
  'Member[Map]': map,
  'Member[WeakMap]': map,
  'Member[Set]': same,
};

/** The parts of the arguments that a part of the result is made of; undefined for other functions. */
export function partsOfArguments(path: readonly string[], keys: readonly string[]): readonly PartOf[] | undefined {
  return LANGUAGE_FUNCTIONS[path.join('.')]?.(keys);
}
