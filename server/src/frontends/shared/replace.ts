import type { ArgumentFacts, ArrayItem, ObjectEntry, Value, ValueId } from '../../facts.js';

export type Resolve = (value: ValueId) => ValueId;

/** The value with the values it refers to replaced; the same object when none of them is, which is nearly always. */
export function replaceIn(value: Value, resolve: Resolve): Value {
  switch (value.kind) {
    case 'template': {
      const parts = replaceEach(value.parts, (part) => (typeof part === 'string' ? part : resolve(part)));
      const tag = value.tag === undefined ? undefined : resolve(value.tag);
      if (parts === value.parts && tag === value.tag) return value;
      return tag === undefined ? { ...value, parts } : { ...value, parts, tag };
    }
    case 'object': {
      const entries = replaceEach(value.entries, (entry) => replaceInEntry(entry, resolve));
      return entries === value.entries ? value : { ...value, entries };
    }
    case 'array': {
      const items = replaceEach(value.items, (item) => replaceInItem(item, resolve));
      return items === value.items ? value : { ...value, items };
    }
    case 'member': {
      const object = resolve(value.object);
      return object === value.object ? value : { ...value, object };
    }
    case 'element': {
      const object = resolve(value.object);
      const key = resolve(value.key);
      return object === value.object && key === value.key ? value : { ...value, object, key };
    }
    case 'call': {
      const callee = resolve(value.callee);
      const args = replaceEach(value.arguments, (argument) => replaceInArgument(argument, resolve));
      return callee === value.callee && args === value.arguments ? value : { ...value, callee, arguments: args };
    }
    case 'await': {
      const awaited = resolve(value.value);
      return awaited === value.value ? value : { ...value, value: awaited };
    }
    case 'phi':
    case 'operation':
    case 'unknown': {
      const inputs = replaceEach(value.inputs, resolve);
      return inputs === value.inputs ? value : { ...value, inputs };
    }
    case 'cell':
      return { ...value, writes: [...new Set(value.writes.map(resolve))] };
    case 'iteration':
    case 'rest': {
      const of = resolve(value.of);
      return of === value.of ? value : { ...value, of };
    }
    case 'jsx': {
      const tag = typeof value.tag === 'string' ? value.tag : resolve(value.tag);
      const attributes = replaceEach(value.attributes, (entry) => replaceInEntry(entry, resolve));
      const children = replaceEach(value.children, resolve);
      const same = tag === value.tag && attributes === value.attributes && children === value.children;
      return same ? value : { ...value, tag, attributes, children };
    }
    default:
      return value;
  }
}

/** The same list when no element changes. */
function replaceEach<T>(list: readonly T[], replace: (element: T) => T): readonly T[] {
  const changes = list.some((element) => replace(element) !== element);
  return changes ? list.map(replace) : list;
}

function replaceInArgument(argument: ArgumentFacts, resolve: Resolve): ArgumentFacts {
  const value = resolve(argument.value);
  return value === argument.value ? argument : { ...argument, value };
}

function replaceInEntry(entry: ObjectEntry, resolve: Resolve): ObjectEntry {
  if ('spread' in entry) {
    const spread = resolve(entry.spread);
    return spread === entry.spread ? entry : { ...entry, spread };
  }
  const value = resolve(entry.value);
  if (!('computed' in entry)) return value === entry.value ? entry : { ...entry, value };
  const computed = resolve(entry.computed);
  return value === entry.value && computed === entry.computed ? entry : { ...entry, value, computed };
}

function replaceInItem(item: ArrayItem, resolve: Resolve): ArrayItem {
  if ('spread' in item) {
    const spread = resolve(item.spread);
    return spread === item.spread ? item : { ...item, spread };
  }
  const value = resolve(item.value);
  return value === item.value ? item : { ...item, value };
}
