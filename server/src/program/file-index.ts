import type { FileFacts, StoreFacts, Value, ValueId } from '../facts.js';
import { callsBack } from './containers.js';

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
  /** Uses of functions by their id, and of parameters by `parameterKey`. */
  readonly uses: ReadonlyMap<number, readonly FunctionUse[]>;
  readonly functionValues: ReadonlyMap<number, ValueId>;
  readonly classValues: ReadonlyMap<number, ValueId>;
  /** Calls that change a container: `list.push(x)`, `map.set(k, x)`: receiver → calls. */
  readonly additions: ReadonlyMap<ValueId, readonly ValueId[]>;
  /** Writes into what a field holds, `this.key.x = value` and `this.key.push(value)`: `classId key` → writes. */
  readonly fieldWrites: ReadonlyMap<string, readonly FieldWrite[]>;
  /** Callbacks of lists and events that are given by reference, `this.handle` and `this.handle.bind(this)`, by name. */
  readonly references: ReadonlyMap<string, readonly ArgumentUse[]>;
  /** JSX elements by the component that they render, under the keys of `calls`. */
  readonly rendered: ReadonlyMap<string, readonly ValueId[]>;
  /** Where objects, lists, parameters and `this` are arguments of calls. */
  readonly passed: ReadonlyMap<ValueId, readonly ArgumentUse[]>;
}

export interface ArgumentUse {
  readonly call: ValueId;
  readonly index: number;
}

export type FieldWrite =
  | { readonly kind: 'store'; readonly store: StoreFacts }
  | { readonly kind: 'addition'; readonly call: ValueId }
  /** `Object.assign(this, options)`, found under the key `*`. */
  | { readonly kind: 'merge'; readonly call: ValueId };

/** Parameters share the table of functions: below zero. */
export const parameterKey = (parameter: ValueId): number => -1 - parameter;

/** Methods that put their arguments into the receiver. */
const ADDING_METHODS = new Set([
  'push',
  'unshift',
  'add',
  'set',
  'append',
  'splice',
  'enqueue',
  'extend',
  'appendleft',
]);

const known = new WeakMap<FileFacts, FileIndex>();

/** Facts outlive the program that they are linked in, and so does their index. */
export function indexFile(facts: FileFacts): FileIndex {
  let index = known.get(facts);
  if (index === undefined) known.set(facts, (index = makeIndex(facts)));
  return index;
}

function makeIndex(facts: FileFacts): FileIndex {
  const stores = new Map<ValueId, StoreFacts[]>();
  const fieldStores = new Map<string, ValueId[]>();
  const calls = new Map<string, ValueId[]>();
  const uses = new Map<number, FunctionUse[]>();
  const functionValues = new Map<number, ValueId>();
  const classValues = new Map<number, ValueId>();
  const additions = new Map<ValueId, ValueId[]>();
  const fieldWrites = new Map<string, FieldWrite[]>();
  const passed = new Map<ValueId, ArgumentUse[]>();
  const references = new Map<string, ArgumentUse[]>();
  const rendered = new Map<string, ValueId[]>();

  /** The field that a value was read from: `classId key`. */
  const fieldOf = (id: ValueId): string | undefined => {
    const value = facts.values[id];
    const owner = value?.kind === 'member' ? facts.values[value.object] : undefined;
    if (value?.kind !== 'member' || owner?.kind !== 'this' || owner.class === undefined) return undefined;
    return `${String(owner.class)} ${value.key}`;
  };

  const use = (value: ValueId, at: FunctionUse): void => {
    const target = facts.values[value];
    if (target?.kind === 'function') push(uses, target.function, at);
    else if (target?.kind === 'parameter') push(uses, parameterKey(value), at);
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
      for (const [index, argument] of value.arguments.entries()) {
        use(argument.value, { kind: 'argument', call: id, index });
        if (isPassed(facts.values[argument.value])) push(passed, argument.value, { call: id, index });
      }
      const callee = facts.values[value.callee];
      const [target] = value.arguments;
      const merged =
        callee?.kind === 'member' && callee.key === 'assign' ? facts.values[target?.value ?? -1] : undefined;
      if (merged?.kind === 'this' && merged.class !== undefined)
        push(fieldWrites, `${String(merged.class)} *`, { kind: 'merge', call: id });
      const called = callee?.kind === 'member' ? callee.key : callee?.kind === 'import' ? callee.name : undefined;
      if (called !== undefined && callsBack(called)) {
        for (const [index, argument] of value.arguments.entries()) {
          const name = referredName(facts, argument.value);
          if (name !== undefined) push(references, name, { call: id, index });
        }
      }
      if (callee?.kind === 'member' && ADDING_METHODS.has(callee.key)) {
        push(additions, callee.object, id);
        const field = fieldOf(callee.object);
        if (field !== undefined) push(fieldWrites, field, { kind: 'addition', call: id });
      }
    } else if (value.kind === 'template' && value.tag !== undefined) {
      for (const key of calleeKeys(facts, value.tag)) push(calls, key, id);
    } else if (value.kind === 'jsx' && typeof value.tag !== 'string') {
      for (const key of calleeKeys(facts, value.tag)) push(rendered, key, id);
    } else if (value.kind === 'phi') {
      for (const input of value.inputs) use(input, { kind: 'name', name: '*' });
    }
  }
  for (const store of facts.stores) {
    push(stores, store.object, store);
    const field = fieldOf(store.object);
    if (field !== undefined) push(fieldWrites, field, { kind: 'store', store });
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
  return {
    stores,
    fieldStores,
    calls,
    uses,
    functionValues,
    classValues,
    additions,
    fieldWrites,
    passed,
    references,
    rendered,
  };
}

/** The name in `this.handle`, also bound, and of an import. */
function referredName(facts: FileFacts, id: ValueId): string | undefined {
  const value = facts.values[id];
  if (value?.kind === 'member') return value.key;
  if (value?.kind === 'import') return value.name;
  const bind = value?.kind === 'call' ? facts.values[value.callee] : undefined;
  if (bind?.kind !== 'member' || bind.key !== 'bind') return undefined;
  const method = facts.values[bind.object];
  return method?.kind === 'member' ? method.key : undefined;
}

/** Values that whoever gets them may fill or call. */
function isPassed(value: Value | undefined): boolean {
  switch (value?.kind) {
    case 'parameter':
    case 'object':
    case 'array':
    case 'this':
      return true;
    case 'call':
      return value.construct;
    default:
      return false;
  }
}

const NONE: ReadonlySet<ValueId> = new Set();

/** Keys under which a call is found again by the function that it may run. */
function calleeKeys(facts: FileFacts, callee: ValueId, seen: ReadonlySet<ValueId> = NONE): readonly string[] {
  const value = facts.values[callee];
  switch (value?.kind) {
    case 'function':
      return [`f:${String(value.function)}`];
    case 'class': {
      const constructorFunction = facts.classes[value.class]?.constructorFunction;
      // Without one of its own it runs that of the class above, which knows it by name.
      return constructorFunction === undefined
        ? [`n:${facts.classes[value.class]?.name ?? '*'}`]
        : [`f:${String(constructorFunction)}`];
    }
    case 'member':
      return value.key === 'call' || value.key === 'apply'
        ? [...calleeKeys(facts, value.object, seen), `n:${value.key}`]
        : [`n:${value.key}`];
    case 'element':
      return ['n:*', 'n:[]'];
    case 'import':
      return [`n:${value.name}`];
    case 'parameter':
      return [`p:${String(callee)}`];
    case 'cell':
      return [`n:${value.name}`, ...value.writes.flatMap((write) => directKey(facts, write))];
    case 'phi': {
      // What a loop assigns may be made of itself.
      const further = new Set(seen).add(callee);
      return value.inputs.flatMap((input) => (further.has(input) ? [] : calleeKeys(facts, input, further)));
    }
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
