import type { FileFacts, TypeFacts, ValueId } from '../../facts.js';
import type { FileDraft } from './file-draft.js';
import { replaceIn, type Resolve } from './replace.js';

type Rest = Omit<
  FileFacts,
  'values' | 'functions' | 'classes' | 'conditions' | 'loops' | 'stores' | 'imports' | 'exports' | 'problems'
>;

/**
 * Replaces values that turned out to be another one: a `phi` or `cell` whose inputs are all the same. The replaced
 * values stay in the list, but nothing refers to them.
 */
export function finish(file: FileDraft, rest: Rest): FileFacts {
  const { values, functions, classes, loops, imports, problems } = file;
  const resolve = collapse(file);
  if (!resolve) {
    const { conditions, stores, exports } = file;
    return { ...rest, values, functions, classes, conditions, loops, stores, imports, exports, problems };
  }
  resolveDrafts(file, resolve);
  return {
    ...rest,
    values: values.map((value) => replaceIn(value, resolve)),
    functions,
    classes,
    conditions: file.conditions.map((condition) => {
      if (!('test' in condition)) return condition;
      const test = resolve(condition.test);
      return test === condition.test ? condition : { ...condition, test };
    }),
    loops,
    stores: file.stores.map((store) => ({
      ...store,
      object: resolve(store.object),
      key: typeof store.key === 'string' ? store.key : resolve(store.key),
      value: resolve(store.value),
    })),
    imports,
    exports: file.exports.map((each) => ('value' in each ? { ...each, value: resolve(each.value) } : each)),
    problems,
  };
}

/** Undefined when nothing is to be replaced. */
function collapse(file: FileDraft): Resolve | undefined {
  const { values } = file;
  const replacement = new Int32Array(values.length).fill(-1);
  const resolve = (value: ValueId): ValueId => {
    let at = value;
    for (let next = replacement[at] ?? -1; next >= 0; next = replacement[at] ?? -1) at = next;
    return at;
  };
  const candidates: [ValueId, readonly ValueId[]][] = [];
  values.forEach((value, id) => {
    if (value.kind === 'phi') candidates.push([id, value.inputs]);
    else if (value.kind === 'cell') candidates.push([id, value.writes]);
  });
  let any = false;
  // A replacement can make other values trivial.
  for (let changed = true; changed;) {
    changed = false;
    for (const [id, inputs] of candidates) {
      if (resolve(id) !== id) continue;
      const only = onlyInput(id, inputs, resolve);
      if (only === undefined) continue;
      replacement[id] = only;
      changed = true;
    }
    any ||= changed;
  }
  return any ? resolve : undefined;
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

function resolveDrafts({ functions, classes, loops }: FileDraft, resolve: Resolve): void {
  const optional = (value: ValueId | undefined): ValueId | undefined =>
    value === undefined ? undefined : resolve(value);
  const type = (facts: TypeFacts | undefined): TypeFacts | undefined => facts && resolveType(facts, resolve);
  for (const fn of functions) {
    fn.parameters = fn.parameters.map((parameter) => ({
      ...parameter,
      default: optional(parameter.default),
      type: type(parameter.type),
    }));
    fn.returns = fn.returns.map((way) => (way.value < 0 ? way : { ...way, value: resolve(way.value) }));
    fn.yields = fn.yields.map(resolve);
    fn.throws = fn.throws.map((way) => ({ ...way, value: resolve(way.value) }));
    fn.decorators = fn.decorators.map(resolve);
    if (fn.returnType) fn.returnType = resolveType(fn.returnType, resolve);
  }
  for (const each of classes) {
    each.superClass = optional(each.superClass);
    if (each.mixins) each.mixins = each.mixins.map(resolve);
    each.fields = each.fields.map((field) => ({ ...field, value: optional(field.value), type: type(field.type) }));
    each.decorators = each.decorators.map(resolve);
  }
  for (const loop of loops) {
    loop.test = optional(loop.test);
    loop.of = optional(loop.of);
  }
}

function resolveType(type: TypeFacts, resolve: Resolve): TypeFacts {
  const { reference, members, metadata } = type;
  return {
    ...type,
    reference: reference && { ...reference, value: resolve(reference.value) },
    arguments: type.arguments.map((argument) => resolveType(argument, resolve)),
    members:
      members &&
      Object.fromEntries(Object.entries(members).map(([key, member]) => [key, resolveType(member, resolve)])),
    ...(metadata && { metadata: metadata.map(resolve) }),
  };
}
