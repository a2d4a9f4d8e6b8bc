import type { RelativePath } from '@leashlint/rules';
import type { ArrayItem } from '../../facts.js';
import type { Origin, Program, Ref } from '../../program/program.js';
import { parsePath, positionIndices } from './access-path.js';
import type { ArgumentPosition, PathToken } from './access-path.js';

/** Values at the end of a relative path. */
export interface Followed {
  readonly values: readonly FollowedValue[];
  /** True when a spread, a computed key or an unresolved value may hold a (further) value at the path: absence means nothing. */
  readonly open: boolean;
}

export interface FollowedValue {
  readonly ref: Ref;
  /**
   * The object literal whose own entry the value is, or the call whose keyword argument, for the property site; undefined if
   * the last step was neither.
   */
  readonly holder: { readonly object: Ref; readonly key: string } | undefined;
}

const NOTHING: Followed = { values: [], open: false };
const UNRESOLVED: Followed = { values: [], open: true };

/** Follows `Argument[0].Member[messages].ArrayElement.Member[content]` from a call. */
export function follow(program: Program, call: Ref, path: RelativePath): Followed {
  return followTokens(program, call, parsePath(path));
}

/** Follows steps from a call, or from any other value if they start with neither `Argument` nor `Receiver`. */
export function followTokens(program: Program, start: Ref, tokens: readonly PathToken[]): Followed {
  let current: Followed = { values: [{ ref: start, holder: undefined }], open: false };
  const [first, second] = tokens;
  if (program.value(start).kind === 'jsx' && first?.kind === 'Argument') {
    if (second?.kind !== 'Member') return current;
    current = attribute(program, start, second.names);
    tokens = tokens.slice(2);
  }
  for (const [index, token] of tokens.entries()) {
    // The call is its own result.
    const isResult = index === 0 && (token.kind === 'ReturnValue' || token.kind === 'Instance');
    if (token.kind === 'Awaited' || (isResult && program.value(start).kind === 'call')) continue;
    const next = join(current.values.map((value) => step(program, value.ref, token)));
    current = current.open && !next.open ? { ...next, open: true } : next;
    if (current.values.length === 0) return current;
  }
  return current;
}

function step(program: Program, ref: Ref, token: PathToken): Followed {
  switch (token.kind) {
    case 'Argument':
      return join(token.positions.map((position) => argument(program, ref, position)));
    case 'Receiver':
      return receiver(program, ref);
    case 'Member':
      return join(
        resolved(program, ref).map((origin) =>
          origin.kind === 'value'
            ? members(program, origin.at, token.names)
            : (constructorOptions(program, origin, token.names) ?? UNRESOLVED),
        ),
      );
    case 'ArrayElement':
      return elements(program, ref);
    case 'Parameter':
      return join(program.functions(ref).map((fn) => parameters(program, fn, token.positions)));
    case 'ReturnValue':
    case 'Instance':
      return join(program.functions(ref).map((fn) => returned(program, fn)));
    case 'Awaited':
      return { values: [{ ref, holder: undefined }], open: false };
  }
}

/** `Options(max_turns=5)` of a package's class has what its constructor is given by name, and what is written to it later. */
function constructorOptions(program: Program, origin: Origin, names: readonly string[]): Followed | undefined {
  const call = constructorCall(program, origin);
  const value = call === undefined ? undefined : program.value(call);
  if (call === undefined || value?.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const given = value.arguments.flatMap((argument): FollowedValue[] => {
    const { name } = argument;
    if (name === undefined || argument.spread === true || !(names.includes('*') || names.includes(name))) return [];
    return [{ ref: program.ref(file, argument.value), holder: { object: call, key: name } }];
  });
  const stored = program
    .stores(call)
    .filter(({ key }) => typeof key === 'string' && (names.includes('*') || names.includes(key)))
    .map(({ value: written }): FollowedValue => ({ ref: program.ref(file, written), holder: undefined }));
  const open = value.arguments.some(({ name, spread }) => name === undefined || spread === true);
  return { values: [...given, ...stored], open: open && given.length + stored.length === 0 };
}

/** The call that makes an object of a package's class, which the name tells from a function: `ClaudeAgentOptions(…)`; or `dict(…)`. */
export function constructorCall(program: Program, origin: Origin): Ref | undefined {
  if (origin.kind !== 'api' || program.fileOf(origin.at).facts.language !== 'python') return undefined;
  const [made, name = ''] = [origin.path.at(-1), origin.path.at(-2)];
  if (made !== 'ReturnValue' || !/^Member\[(?:[A-Z]\w*|dict)\]$/.test(name)) return undefined;
  return program.value(origin.at).kind === 'call' ? origin.at : undefined;
}

/** A method of a known list or text resolves to nothing, although it gives something. */
function resolved(program: Program, ref: Ref): readonly Origin[] {
  const origins = program.origins(ref);
  return origins.length > 0 ? origins : [{ kind: 'unknown', at: ref }];
}

function argument(program: Program, call: Ref, position: ArgumentPosition): Followed {
  const value = program.value(call);
  if (value.kind !== 'call') {
    const made = madeBy(program, call);
    return made === undefined ? UNRESOLVED : argument(program, made, position);
  }
  const file = program.fileOf(call);
  if ('keyword' in position) {
    const found = value.arguments.find((argument) => argument.name === position.keyword);
    if (found !== undefined) {
      const holder = { object: call, key: position.keyword };
      return { values: [{ ref: program.ref(file, found.value), holder }], open: false };
    }
    return { values: [], open: value.arguments.some((argument) => argument.spread === true) };
  }
  const [first] = value.arguments;
  if (first !== undefined && 'first' in position && position.first === 0 && position.last === 0) {
    if (first.spread !== true && first.name === undefined) return one(program.ref(file, first.value));
  }
  const items = value.arguments
    .filter((argument) => argument.name === undefined)
    .map((argument): ArrayItem => (argument.spread === true ? { spread: argument.value } : { value: argument.value }));
  const listed = listItems(program, call, items, new Set());
  const values = positionIndices(position, listed.values.length).flatMap((index) => listed.values[index] ?? []);
  return { values, open: listed.open };
}

/** The one call that made a value, which another file may hold. */
function madeBy(program: Program, ref: Ref): Ref | undefined {
  const [origin, ...others] = program.origins(ref);
  if (origin === undefined || others.length > 0 || origin.at === ref) return undefined;
  return program.value(origin.at).kind === 'call' ? origin.at : undefined;
}

/** An attribute of a JSX element, or its children, which catalogue paths see as a property of the first argument of a call. */
function attribute(program: Program, element: Ref, names: readonly string[]): Followed {
  const value = program.value(element);
  if (value.kind !== 'jsx') return NOTHING;
  const file = program.fileOf(element);
  const inside = names.includes('children') ? value.children : [];
  const values: FollowedValue[] = inside.map((child) => ({ ref: program.ref(file, child), holder: undefined }));
  let open = false;
  for (const entry of value.attributes) {
    if ('key' in entry) {
      if (names.includes('*') || names.includes(entry.key)) {
        values.push({ ref: program.ref(file, entry.value), holder: { object: element, key: entry.key } });
      }
    } else if ('spread' in entry) {
      const spread = step(program, program.ref(file, entry.spread), { kind: 'Member', names });
      values.push(...spread.values);
      open ||= spread.open;
    }
  }
  return { values, open };
}

function receiver(program: Program, call: Ref): Followed {
  const value = program.value(call);
  if (value.kind !== 'call') return UNRESOLVED;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind === 'member' || callee.kind === 'element') return one(program.ref(file, callee.object));
  // An object that is called itself: `agent('Hello')`.
  return file.facts.language === 'python' ? one(program.ref(file, value.callee)) : NOTHING;
}

function members(program: Program, object: Ref, names: readonly string[]): Followed {
  const value = program.value(object);
  if (value.kind === 'literal' || value.kind === 'regex' || value.kind === 'operation') return NOTHING;
  const keys = names.includes('*') ? ownKeys(program, object) : names;
  const found = keys.map((key): Followed => {
    const { values, open } = program.property(object, key);
    const holder = entryHolder(program, object, key, new Set());
    return { values: values.map((ref) => ({ ref, holder })), open };
  });
  const joined = join(found);
  return names.includes('*') ? { values: joined.values, open: joined.open || isOpen(program, object) } : joined;
}

/** Keys of an object literal and of the known objects that it spreads. */
export function ownKeys(program: Program, object: Ref): readonly string[] {
  const keys = new Set<string>();
  collectKeys(program, object, keys, new Set());
  return [...keys];
}

function collectKeys(program: Program, object: Ref, keys: Set<string>, seen: Set<Ref>): void {
  const value = program.value(object);
  if (seen.has(object)) return;
  seen.add(object);
  const file = program.fileOf(object);
  for (const store of program.stores(object)) if (typeof store.key === 'string') keys.add(store.key);
  if (value.kind !== 'object') return;
  for (const entry of value.entries) {
    if ('key' in entry) keys.add(entry.key);
    else if ('spread' in entry) {
      const spread = program.object(program.ref(file, entry.spread));
      if (spread !== undefined) collectKeys(program, spread, keys, seen);
    }
  }
}

/** Whether an object may have properties that nothing in the code shows. */
export function isOpen(program: Program, object: Ref): boolean {
  return program.property(object, UNLIKELY_KEY).open;
}

/** No program has this property, so that asking for it tells whether unknown ones may exist. */
const UNLIKELY_KEY = '\u0000';

/** The object literal whose entry gives the property: the object itself or a known object that it spreads. */
function entryHolder(program: Program, object: Ref, key: string, seen: Set<Ref>): FollowedValue['holder'] {
  const value = program.value(object);
  if (value.kind !== 'object' || seen.has(object)) return undefined;
  seen.add(object);
  const file = program.fileOf(object);
  for (const entry of value.entries.toReversed()) {
    if ('key' in entry && entry.key === key) return { object, key };
    if (!('spread' in entry)) continue;
    const spread = program.object(program.ref(file, entry.spread));
    const holder = spread === undefined ? undefined : entryHolder(program, spread, key, seen);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/** Elements of the arrays that a value may be, later `push`es included; results of `map` are what its callback returns. */
function elements(program: Program, ref: Ref, seen: Set<Ref> = new Set()): Followed {
  if (seen.has(ref)) return NOTHING;
  seen.add(ref);
  const found = resolved(program, ref).map((origin): Followed => {
    const value = program.value(origin.at);
    const file = program.fileOf(origin.at);
    const written = addedValues(program, origin.at);
    if (value.kind === 'array') return join([listItems(program, origin.at, value.items, seen), ...written]);
    if (value.kind === 'call') return join([ofCall(program, origin.at, seen), ...written]);
    if (value.kind === 'rest' || value.kind === 'await') {
      return elements(program, program.ref(file, value.kind === 'rest' ? value.of : value.value), seen);
    }
    return origin.kind === 'value' ? NOTHING : join([UNRESOLVED, ...written]);
  });
  return join(found);
}

/** Values that `list.push(value)` and the like add. */
function addedValues(program: Program, list: Ref): readonly Followed[] {
  const file = program.fileOf(list);
  return program.additions(list).flatMap((call) => {
    const value = program.value(call);
    if (value.kind !== 'call') return [];
    return value.arguments.map((argument) =>
      argument.spread === true ? UNRESOLVED : one(program.ref(file, argument.value)),
    );
  });
}

const SAME_ELEMENTS = new Set([
  'filter',
  'slice',
  'reverse',
  'toReversed',
  'sort',
  'toSorted',
  'concat',
  'flat',
  'splice',
]);

/** Elements of the array that a method of arrays gives. */
function ofCall(program: Program, call: Ref, seen: Set<Ref>): Followed {
  const value = program.value(call);
  if (value.kind !== 'call') return UNRESOLVED;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind !== 'member') return UNRESOLVED;
  if (SAME_ELEMENTS.has(callee.key)) {
    const inputs = [elements(program, program.ref(file, callee.object), seen)];
    if (callee.key === 'concat') {
      inputs.push(...value.arguments.map((argument) => elements(program, program.ref(file, argument.value), seen)));
    }
    return join(inputs);
  }
  const callback = value.arguments[0];
  if ((callee.key !== 'map' && callee.key !== 'flatMap') || callback === undefined) return UNRESOLVED;
  const returns = program.functions(program.ref(file, callback.value)).map((fn) => returned(program, fn));
  if (returns.length === 0) return UNRESOLVED;
  const results = join(returns);
  return callee.key === 'map' ? results : join(results.values.map((result) => elements(program, result.ref, seen)));
}

/** Items in order; `open` from the first spread on that is no known array. */
function listItems(program: Program, at: Ref, items: readonly ArrayItem[], seen: Set<Ref>): Followed {
  const file = program.fileOf(at);
  const values: FollowedValue[] = [];
  let open = false;
  for (const item of items) {
    if ('value' in item) {
      values.push({ ref: program.ref(file, item.value), holder: undefined });
      continue;
    }
    const spread = elements(program, program.ref(file, item.spread), seen);
    values.push(...spread.values);
    open ||= spread.open;
  }
  return { values, open };
}

function parameters(program: Program, fn: number, positions: readonly ArgumentPosition[]): Followed {
  const file = program.fileOfFunction(fn);
  const declared = program.function(fn).parameters;
  const asked = new Set(positions.flatMap((position) => positionIndices(position, declared.length)));
  const names = new Set(positions.map((position) => ('keyword' in position ? position.keyword : undefined)));
  const values = declared.flatMap((parameter, index) =>
    asked.has(index) || (parameter.name !== undefined && names.has(parameter.name))
      ? [{ ref: program.ref(file, parameter.value), holder: undefined }]
      : [],
  );
  return { values, open: false };
}

function returned(program: Program, fn: number): Followed {
  const file = program.fileOfFunction(fn);
  const returns = program.function(fn).returns.filter((exit) => exit.value !== -1);
  return { values: returns.map((exit) => ({ ref: program.ref(file, exit.value), holder: undefined })), open: false };
}

function one(ref: Ref): Followed {
  return { values: [{ ref, holder: undefined }], open: false };
}

function join(parts: readonly Followed[]): Followed {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    const values = distinct(only.values);
    return values === only.values ? only : { values, open: only.open };
  }
  return { values: distinct(parts.flatMap((part) => part.values)), open: parts.some((part) => part.open) };
}

function distinct(values: readonly FollowedValue[]): readonly FollowedValue[] {
  return values.length < 2 ? values : [...new Map(values.map((value) => [value.ref, value])).values()];
}
