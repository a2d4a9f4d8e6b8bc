import type { KeyPath } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { KeyedEntry } from '../catalogue/entry-value-range.js';

/** A value in a document, and where it is written. */
export interface Selected {
  readonly value: Ref;
  /** The keys on the way, with `[]` for entries of lists; the last one is what holds the value. */
  readonly keys: readonly string[];
  /** What holds the value: an entry of an object, or a list. */
  readonly holder: { readonly object: Ref; readonly entry: KeyedEntry } | { readonly list: Ref } | undefined;
  /** The objects and lists on the way, outermost first. */
  readonly way: readonly Ref[];
}

/** The root of a data file. */
export function documentRoot(program: Program, path: string): Ref | undefined {
  const file = program.file(path);
  const root = file?.facts.exports[0];
  return file !== undefined && root !== undefined && 'value' in root ? program.ref(file, root.value) : undefined;
}

/** Every value that a key path leads to. */
export function select(program: Program, root: Ref, path: KeyPath): readonly Selected[] {
  let found: readonly Selected[] = [{ value: root, keys: [], holder: undefined, way: [] }];
  for (const key of path) found = found.flatMap((each) => step(program, each, key));
  return found;
}

/** The text that a path leads to, if there is exactly one. */
export function selectText(
  program: Program,
  root: Ref,
  path: KeyPath,
): (Selected & { readonly text: string }) | undefined {
  const [first, ...others] = select(program, root, path);
  if (first === undefined || others.length > 0) return undefined;
  const value = program.value(first.value);
  return value.kind === 'literal' && typeof value.value === 'string' ? { ...first, text: value.value } : undefined;
}

/** Entries of an object with those that it takes over; later entries win. */
export function entriesOf(program: Program, object: Ref): readonly { readonly at: Ref; readonly entry: KeyedEntry }[] {
  const value = program.value(object);
  if (value.kind !== 'object') return [];
  const file = program.fileOf(object);
  const entries = new Map<string, { at: Ref; entry: KeyedEntry }>();
  for (const entry of value.entries) {
    if ('key' in entry) entries.set(entry.key, { at: object, entry });
    else if ('spread' in entry) {
      for (const each of entriesOf(program, program.ref(file, entry.spread))) entries.set(each.entry.key, each);
    }
  }
  return [...entries.values()];
}

function step(program: Program, { value: ref, keys, way }: Selected, key: string): readonly Selected[] {
  const value = program.value(ref);
  const file = program.fileOf(ref);
  if (key === '[]') {
    if (value.kind !== 'array') return [];
    return value.items.flatMap((item) =>
      'value' in item
        ? [{ value: program.ref(file, item.value), keys: [...keys, key], holder: { list: ref }, way: [...way, ref] }]
        : [],
    );
  }
  return entriesOf(program, ref)
    .filter(({ entry }) => key === '*' || entry.key === key)
    .map(({ at, entry }) => ({
      value: program.ref(file, entry.value),
      keys: [...keys, entry.key],
      holder: { object: at, entry },
      way: [...way, ref],
    }));
}
