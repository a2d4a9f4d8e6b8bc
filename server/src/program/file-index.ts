import type { FileFacts, StoreFacts, ValueId } from '../facts.js';

/** Where a function value stands, which says under which names it may be called. */
export type FunctionUse =
  | { readonly kind: 'argument'; readonly call: ValueId; readonly index: number }
  | { readonly kind: 'name'; readonly name: string };

/** Reverse look-ups over one file's facts, made once per version of the file. */
export interface FileIndex {
  /** Stores by the object that they write to. */
  readonly stores: ReadonlyMap<ValueId, readonly StoreFacts[]>;
  /** `this.key = value` of each class: `classId key` → values. */
  readonly fieldStores: ReadonlyMap<string, readonly ValueId[]>;
  /** Calls by what stands in callee position: `f:<function>`, `n:<name>`, `p:<parameter value>`. */
  readonly calls: ReadonlyMap<string, readonly ValueId[]>;
  readonly uses: ReadonlyMap<number, readonly FunctionUse[]>;
  readonly functionValues: ReadonlyMap<number, ValueId>;
  readonly classValues: ReadonlyMap<number, ValueId>;
  /** Calls that change a container: `list.push(x)`, `map.set(k, x)`: receiver → calls. */
  readonly additions: ReadonlyMap<ValueId, readonly ValueId[]>;
}

/** Methods that put their arguments into the receiver. */
const ADDING_METHODS = new Set(['push', 'unshift', 'add', 'set', 'append', 'splice', 'enqueue']);

export function indexFile(facts: FileFacts): FileIndex {
  const stores = new Map<ValueId, StoreFacts[]>();
  const fieldStores = new Map<string, ValueId[]>();
  const calls = new Map<string, ValueId[]>();
  const uses = new Map<number, FunctionUse[]>();
  const functionValues = new Map<number, ValueId>();
  const classValues = new Map<number, ValueId>();
  const additions = new Map<ValueId, ValueId[]>();

  const use = (value: ValueId, at: FunctionUse): void => {
    const target = facts.values[value];
    if (target?.kind === 'function') push(uses, target.function, at);
    // A constructor is called under its class's names.
    else if (target?.kind === 'class') {
      const constructorFunction = facts.classes[target.class]?.constructorFunction;
      if (constructorFunction !== undefined) push(uses, constructorFunction, at);
    }
  };

  for (const [id, value] of facts.values.entries()) {
    if (value.kind === 'function') functionValues.set(value.function, id);
    else if (value.kind === 'class') classValues.set(value.class, id);
    else if (value.kind === 'object') {
      for (const entry of value.entries) if ('key' in entry) use(entry.value, { kind: 'name', name: entry.key });
    } else if (value.kind === 'call') {
      for (const key of calleeKeys(facts, value.callee)) push(calls, key, id);
      for (const [index, argument] of value.arguments.entries())
        use(argument.value, { kind: 'argument', call: id, index });
      const callee = facts.values[value.callee];
      if (callee?.kind === 'member' && ADDING_METHODS.has(callee.key)) push(additions, callee.object, id);
    } else if (value.kind === 'phi') {
      for (const input of value.inputs) use(input, { kind: 'name', name: '*' });
    }
  }
  for (const store of facts.stores) {
    push(stores, store.object, store);
    const object = facts.values[store.object];
    if (typeof store.key !== 'string') continue;
    use(store.value, { kind: 'name', name: store.key });
    if (object?.kind === 'this' && object.class !== undefined)
      push(fieldStores, `${String(object.class)} ${store.key}`, store.value);
  }
  for (const entry of facts.exports) if ('value' in entry) use(entry.value, { kind: 'name', name: entry.name });
  for (const [fn, facts_] of facts.functions.entries()) {
    if (facts_.name !== undefined) push(uses, fn, { kind: 'name', name: facts_.name });
  }
  for (const owner of facts.classes) {
    for (const method of owner.methods) push(uses, method.function, { kind: 'name', name: method.name });
    for (const field of owner.fields)
      if (field.value !== undefined) use(field.value, { kind: 'name', name: field.name });
    if (owner.constructorFunction !== undefined && owner.name !== undefined) {
      push(uses, owner.constructorFunction, { kind: 'name', name: owner.name });
    }
  }
  return { stores, fieldStores, calls, uses, functionValues, classValues, additions };
}

/** Keys under which a call is found again by the function that it may run. */
function calleeKeys(facts: FileFacts, callee: ValueId): readonly string[] {
  const value = facts.values[callee];
  switch (value?.kind) {
    case 'function':
      return [`f:${String(value.function)}`];
    case 'class': {
      const constructorFunction = facts.classes[value.class]?.constructorFunction;
      return constructorFunction === undefined ? [] : [`f:${String(constructorFunction)}`];
    }
    case 'member':
      return value.key === 'call' || value.key === 'apply' || value.key === 'bind'
        ? [...calleeKeys(facts, value.object), `n:${value.key}`]
        : [`n:${value.key}`];
    case 'element':
      return ['n:*'];
    case 'import':
      return [`n:${value.name}`];
    case 'parameter':
      return [`p:${String(callee)}`];
    case 'cell':
      return [`n:${value.name}`, ...value.writes.flatMap((write) => directKey(facts, write))];
    case 'phi':
      return value.inputs.flatMap((input) => calleeKeys(facts, input));
    case 'call':
      return ['n:*'];
    default:
      return [];
  }
}

function directKey(facts: FileFacts, write: ValueId): readonly string[] {
  const value = facts.values[write];
  return value?.kind === 'function' ? [`f:${String(value.function)}`] : [];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
