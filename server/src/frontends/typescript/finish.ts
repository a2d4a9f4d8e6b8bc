import type { FileFacts, ObjectEntry, TypeFacts, Value, ValueId } from '../../facts.js';
import type { FileDraft } from './file-draft.js';

type Rest = Omit<
  FileFacts,
  'values' | 'functions' | 'classes' | 'conditions' | 'loops' | 'stores' | 'imports' | 'exports' | 'problems'
>;

type Resolve = (value: ValueId) => ValueId;

/**
 * Replaces values that turned out to be another one: a `phi` or `cell` whose inputs are all the same. The replaced
 * values stay in the list, but nothing refers to them.
 */
export function finish(file: FileDraft, rest: Rest): FileFacts {
  const { values, functions, classes, conditions, loops, stores, imports, exports, problems } = file;
  const resolve = collapse(file);
  if (!resolve) return { ...rest, values, functions, classes, conditions, loops, stores, imports, exports, problems };
  const optional = (value: ValueId | undefined): ValueId | undefined =>
    value === undefined ? undefined : resolve(value);
  const type = (facts: TypeFacts | undefined): TypeFacts | undefined => facts && resolveType(facts, resolve);
  return {
    ...rest,
    values: values.map((value) => resolveValue(value, resolve)),
    functions: functions.map((fn) => ({
      ...fn,
      parameters: fn.parameters.map((parameter) => ({
        ...parameter,
        default: optional(parameter.default),
        type: type(parameter.type),
      })),
      returns: fn.returns.map((way) => (way.value < 0 ? way : { ...way, value: resolve(way.value) })),
      yields: fn.yields.map(resolve),
      throws: fn.throws.map((way) => ({ ...way, value: resolve(way.value) })),
      decorators: fn.decorators.map(resolve),
    })),
    classes: classes.map((each) => ({
      ...each,
      superClass: optional(each.superClass),
      fields: each.fields.map((field) => ({ ...field, value: optional(field.value), type: type(field.type) })),
      decorators: each.decorators.map(resolve),
    })),
    conditions: conditions.map((condition) =>
      'test' in condition ? { ...condition, test: resolve(condition.test) } : condition,
    ),
    loops: loops.map((loop) => ({ ...loop, test: optional(loop.test), of: optional(loop.of) })),
    stores: stores.map((store) => ({
      ...store,
      object: resolve(store.object),
      key: typeof store.key === 'string' ? store.key : resolve(store.key),
      value: resolve(store.value),
    })),
    imports,
    exports: exports.map((each) => ('value' in each ? { ...each, value: resolve(each.value) } : each)),
    problems,
  };
}

/** Undefined when nothing is to be replaced. */
function collapse(file: FileDraft): Resolve | undefined {
  const replaced = new Map<ValueId, ValueId>();
  const resolve = (value: ValueId): ValueId => {
    let at = value;
    for (let next = replaced.get(at); next !== undefined; next = replaced.get(at)) at = next;
    return at;
  };
  const candidates: [ValueId, readonly ValueId[]][] = [];
  file.values.forEach((value, id) => {
    if (value.kind === 'phi') candidates.push([id, value.inputs]);
    else if (value.kind === 'cell') candidates.push([id, value.writes]);
  });
  // A replacement can make other values trivial.
  for (let changed = true; changed;) {
    changed = false;
    for (const [id, inputs] of candidates) {
      if (replaced.has(id)) continue;
      const only = onlyInput(id, inputs, resolve);
      if (only === undefined) continue;
      replaced.set(id, only);
      changed = true;
    }
  }
  return replaced.size > 0 ? resolve : undefined;
}

/** The one value that the inputs are, the value itself aside. */
function onlyInput(id: ValueId, inputs: readonly ValueId[], resolve: Resolve): ValueId | undefined {
  let only: ValueId | undefined;
  for (const input of inputs) {
    const value = resolve(input);
    if (value === id || value === only) continue;
    if (only !== undefined) return undefined;
    only = value;
  }
  return only;
}

function resolveType(type: TypeFacts, resolve: Resolve): TypeFacts {
  const { reference, members } = type;
  return {
    ...type,
    reference: reference && { ...reference, value: resolve(reference.value) },
    arguments: type.arguments.map((argument) => resolveType(argument, resolve)),
    members:
      members &&
      Object.fromEntries(Object.entries(members).map(([key, member]) => [key, resolveType(member, resolve)])),
  };
}

function resolveEntries(entries: readonly ObjectEntry[], resolve: Resolve): ObjectEntry[] {
  return entries.map((entry) => {
    if ('spread' in entry) return { ...entry, spread: resolve(entry.spread) };
    if ('computed' in entry) return { ...entry, computed: resolve(entry.computed), value: resolve(entry.value) };
    return { ...entry, value: resolve(entry.value) };
  });
}

function resolveValue(value: Value, resolve: Resolve): Value {
  switch (value.kind) {
    case 'template': {
      const parts = value.parts.map((part) => (typeof part === 'string' ? part : resolve(part)));
      return value.tag === undefined ? { ...value, parts } : { ...value, parts, tag: resolve(value.tag) };
    }
    case 'object':
      return { ...value, entries: resolveEntries(value.entries, resolve) };
    case 'array':
      return {
        ...value,
        items: value.items.map((item) =>
          'spread' in item ? { ...item, spread: resolve(item.spread) } : { ...item, value: resolve(item.value) },
        ),
      };
    case 'member':
      return { ...value, object: resolve(value.object) };
    case 'element':
      return { ...value, object: resolve(value.object), key: resolve(value.key) };
    case 'call':
      return {
        ...value,
        callee: resolve(value.callee),
        arguments: value.arguments.map((argument) => ({ ...argument, value: resolve(argument.value) })),
      };
    case 'await':
      return { ...value, value: resolve(value.value) };
    case 'phi':
    case 'operation':
    case 'unknown':
      return { ...value, inputs: value.inputs.map(resolve) };
    case 'cell':
      return { ...value, writes: [...new Set(value.writes.map(resolve))] };
    case 'iteration':
    case 'rest':
      return { ...value, of: resolve(value.of) };
    case 'jsx':
      return {
        ...value,
        tag: typeof value.tag === 'string' ? value.tag : resolve(value.tag),
        attributes: resolveEntries(value.attributes, resolve),
        children: value.children.map(resolve),
      };
    default:
      return value;
  }
}
