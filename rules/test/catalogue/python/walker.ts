import { part, type Tree } from '../../../../server/src/frontends/python/tree.js';
import { decoratorsOf, fieldParameters, inherited, isClosedLineage, lineageOf, takesExtra } from './classes.js';
import type { Ancestor } from './classes.js';
import { argumentOf, bodyOf, parametersOf, takesSelf } from './functions.js';
import { scopeOf } from './modules.js';
import type { Definition } from './modules.js';
import { inModule } from './names.js';
import { anything, isClosed, nothing, union, unknown } from './things.js';
import type { Bindings, Environment, PythonClass, PythonFunction, Reached, Thing } from './things.js';
import { typeOf } from './types.js';
import { valueAt, valueOf } from './values.js';

/** One token of an access path further; empty if it does not exist. */
export function step(reached: Reached, token: string): Reached {
  const [, kind = '', inside] = /^(\w+)(?:\[(.*)\])?$/.exec(token) ?? [];
  return union(reached.map((thing) => stepFrom(thing, kind, inside)));
}

function stepFrom(thing: Thing, kind: string, inside = ''): Reached {
  if (thing.kind === 'unknown') return unknown;
  if (thing.kind === 'external') return isClosed(thing.name) && thing.instance ? nothing : unknown;
  switch (kind) {
    case 'Member':
      return memberOf(thing, inside);
    case 'Instance':
    case 'ReturnValue':
    case 'Result':
      return resultOf(thing);
    case 'Argument':
      return argumentAt(thing, inside);
    case 'Parameter':
      return parameterAt(thing, inside);
    case 'ArrayElement':
      return elementOf(thing);
    case 'Awaited':
      return [thing];
    default:
      throw new Error(`no step ${kind}`);
  }
}

export function memberOf(thing: Thing, name: string): Reached {
  switch (thing.kind) {
    case 'module':
      return union(inModule(thing.module, name).map((located) => valueAt(located)));
    case 'class':
    case 'instance':
      return classMember(thing, name);
    case 'list':
      return /^(?:\d+|\*)$/.test(name) ? thing.element : nothing;
    case 'dict':
      return thing.element;
    case 'unknown':
      return unknown;
    case 'external':
      return isClosed(thing.name) && thing.instance ? nothing : unknown;
    default:
      return nothing;
  }
}

type ClassThing = Thing & { readonly kind: 'class' | 'instance' };

const walking = new Set<string>();

function classMember(thing: ClassThing, name: string): Reached {
  const key = `${thing.of.env.source.name} ${String(thing.of.node.range[0])} ${thing.kind} ${name}`;
  if (walking.has(key)) return anything;
  walking.add(key);
  try {
    const lineage = lineageOf(thing.of, thing.bound);
    for (const ancestor of lineage.classes) {
      const found = declaredIn(ancestor, thing, name);
      if (found !== undefined) return found;
    }
    if (lineage.classes.some(({ of }) => of.scope.names.has('__getattr__'))) return unknown;
    const more = inherited(lineage, name);
    if (more !== undefined) return more;
    if (thing.kind === 'class' || name.startsWith('__')) return nothing;
    // `with client.stream() as events` is read as the manager itself.
    const entered = ['__enter__', '__aenter__']
      .flatMap((enter) => classMember(thing, enter))
      .flatMap((each) => resultOf(each));
    return union(
      entered.filter((each) => each.kind !== 'instance' || each.of !== thing.of).map((each) => memberOf(each, name)),
    );
  } finally {
    walking.delete(key);
  }
}

const accessors = /(?:^|\.)(?:property|cached_property|abstractproperty|functools\.cached_property|classproperty)$/;

function declaredIn({ of, bound }: Ancestor, thing: ClassThing, name: string): Reached | undefined {
  const env: Environment = { ...of.env, inClass: of.scope, outer: of.env, bound, self: thing };
  const declared = (of.scope.names.get(name) ?? []).map((definition): Reached | undefined => {
    if (definition.kind !== 'function') {
      if (definition.kind === 'import') return undefined;
      return valueAt({ kind: 'definition', name, definition, env });
    }
    const fn: PythonFunction = { name, node: definition.node, decorators: definition.decorators, env };
    const decorators = decoratorsOf(fn);
    if (decorators.some((each) => /\.(?:setter|deleter)$/.test(each))) return undefined;
    const self = decorators.some((each) => /(?:^|\.)classmethod$/.test(each))
      ? ({ ...thing, kind: 'class' } as const)
      : thing.kind === 'instance' || name === '__new__'
        ? thing
        : undefined;
    if (thing.kind === 'instance' && decorators.some((each) => accessors.test(each)))
      return functionResult(fn, self, bound, 0);
    return [{ kind: 'function', fn, self: takesSelf(fn) ? self : undefined, bound }];
  });
  const found = declared.filter((each) => each !== undefined);
  if (found.length > 0) return union(found);
  if (thing.kind === 'class') return undefined;
  const written = selfWrites(of).get(name) ?? [];
  if (written.length === 0) return undefined;
  return union(
    written.map(({ fn, node }) => {
      const inside = { ...bodyOf({ ...fn, env }, thing), bound };
      const type = part(node, 'type');
      const right = part(node, 'right');
      if (type !== undefined) return typeOf(inside, type);
      return right === undefined ? anything : valueOf(inside, right);
    }),
  );
}

interface Write {
  readonly fn: PythonFunction;
  readonly node: Tree;
}

const writes = new WeakMap<PythonClass, ReadonlyMap<string, readonly Write[]>>();

/** `self.name = value` in the methods of a class. */
function selfWrites(of: PythonClass): ReadonlyMap<string, readonly Write[]> {
  let known = writes.get(of);
  if (known !== undefined) return known;
  const found = new Map<string, Write[]>();
  for (const [name, definitions] of of.scope.names) {
    for (const definition of definitions) {
      if (definition.kind !== 'function') continue;
      const fn: PythonFunction = { name, node: definition.node, decorators: definition.decorators, env: of.env };
      const body = part(definition.node, 'body');
      const self = parametersOf(fn)[0]?.name;
      if (body === undefined || self === undefined) continue;
      for (const [target, all] of scopeOf(of.env.source, body).names) {
        if (!target.startsWith(`${self}.`)) continue;
        const attribute = target.slice(self.length + 1);
        for (const each of all) {
          if (each.kind === 'assignment')
            found.set(attribute, [...(found.get(attribute) ?? []), { fn, node: each.node }]);
        }
      }
    }
  }
  known = found;
  writes.set(of, known);
  return known;
}

/** What a call or an instantiation gives, awaited and entered. */
export function resultOf(thing: Thing, depth = 0): Reached {
  switch (thing.kind) {
    case 'class':
      return [{ ...thing, kind: 'instance' }];
    case 'function':
      return functionResult(thing.fn, thing.self, thing.bound, depth);
    case 'callable':
      return thing.result;
    case 'instance':
      return union(classMember(thing, '__call__').map((each) => resultOf(each, depth + 1)));
    case 'unknown':
    case 'external':
      return unknown;
    default:
      return nothing;
  }
}

function functionResult(fn: PythonFunction, self: Thing | undefined, bound: Bindings, depth: number): Reached {
  const env: Environment = { ...fn.env, self: self ?? fn.env.self, bound: bound.size > 0 ? bound : fn.env.bound };
  const type = part(fn.node, 'return_type');
  const managed = decoratorsOf(fn).some((name) => /(?:^|\.)(?:async)?contextmanager$/i.test(name));
  if (type !== undefined) {
    const result = typeOf(env, type);
    return managed ? union(result.map(elementOf)) : result;
  }
  if (depth > 6) return anything;
  const body = bodyOf(fn, self);
  const returned = body.frame?.scope.returns ?? [];
  const values = returned.map((each) => valueOf({ ...body, bound: env.bound }, each, depth + 1));
  return values.length === 0 ? anything : union(values);
}

function elementOf(thing: Thing): Reached {
  switch (thing.kind) {
    case 'list':
      return thing.element;
    case 'instance': {
      for (const [iterate, element] of [
        ['__aiter__', true],
        ['__iter__', true],
        ['__anext__', false],
        ['__next__', false],
        ['__getitem__', false],
      ] as const) {
        const methods = classMember(thing, iterate).filter(({ kind }) => kind !== 'unknown');
        if (methods.length === 0) continue;
        const results = methods.flatMap((method) => resultOf(method));
        const elements = element
          ? results.flatMap((each) => (each.kind === 'instance' && each.of === thing.of ? [] : elementOf(each)))
          : results;
        if (elements.length > 0) return union([elements]);
      }
      const entered = ['__enter__', '__aenter__']
        .flatMap((enter) => classMember(thing, enter))
        .flatMap((each) => resultOf(each))
        .filter((each) => each.kind !== 'instance' || each.of !== thing.of)
        .flatMap(elementOf);
      if (entered.length > 0) return union([entered]);
      return isClosedLineage(lineageOf(thing.of, thing.bound)) ? nothing : unknown;
    }
    case 'unknown':
    case 'external':
      return unknown;
    default:
      return nothing;
  }
}

/** `0`, `name`, `1..`, `1..2`; `N-1` is the last of the arguments that can be given by position. */
function argumentAt(thing: Thing, position: string): Reached {
  const range = /^(\d+)\.\.(\d+)?$/.exec(position);
  if (range !== null) {
    const first = Number(range[1]);
    const last = range[2] === undefined ? first + 8 : Number(range[2]);
    return union(Array.from({ length: last - first + 1 }, (_, index) => givenTo(thing, first + index)));
  }
  return givenTo(thing, /^\d+$/.test(position) ? Number(position) : position);
}

function givenTo(thing: Thing, which: number | string): Reached {
  switch (thing.kind) {
    case 'function':
      return argumentOf(thing.fn, thing.self, thing.bound, which) ?? nothing;
    case 'class':
      return constructed(thing, which);
    case 'instance':
      return union(classMember(thing, '__call__').map((each) => givenTo(each, which)));
    case 'callable':
      if (thing.parameters === undefined) return unknown;
      return typeof which === 'number' ? (thing.parameters[which] ?? nothing) : nothing;
    case 'unknown':
    case 'external':
      return unknown;
    default:
      return nothing;
  }
}

function constructed(thing: ClassThing, which: number | string): Reached {
  const lineage = lineageOf(thing.of, thing.bound);
  const instance: Thing = { ...thing, kind: 'instance' };
  const constructor = ['__init__', '__new__'].flatMap((name) =>
    lineage.classes
      .filter(({ of }) => of.scope.names.get(name)?.some(isFunction) === true)
      .slice(0, 1)
      .map((ancestor) => ({ name, ancestor })),
  )[0];
  const generated = fieldParameters(lineage);
  const fromFields = (): Reached => {
    if (generated === undefined) return nothing;
    const field =
      typeof which === 'string'
        ? generated.fields.find(({ names }) => names.includes(which))
        : generated.byPosition
          ? generated.fields[which]
          : undefined;
    return field?.type ?? (typeof which === 'string' && takesExtra(lineage) ? unknown : nothing);
  };
  if (constructor === undefined) {
    const found = fromFields();
    return found.length > 0 || isClosedLineage(lineage) ? found : unknown;
  }
  const { name, ancestor } = constructor;
  const functions = (ancestor.of.scope.names.get(name) ?? []).filter(isFunction);
  const env: Environment = {
    ...ancestor.of.env,
    inClass: ancestor.of.scope,
    outer: ancestor.of.env,
    bound: ancestor.bound,
    self: instance,
  };
  const given = functions.map(
    ({ node, decorators }): Reached =>
      argumentOf({ name, node, decorators, env }, instance, ancestor.bound, which) ?? nothing,
  );
  const found = union(given);
  return found.some(({ kind }) => kind !== 'unknown') ? found : union([found, fromFields()]);
}

function isFunction(definition: Definition): definition is Definition & { readonly kind: 'function' } {
  return definition.kind === 'function';
}

/** A parameter of a function that is passed. */
function parameterAt(thing: Thing, position: string): Reached {
  if (position === 'N-1') {
    return thing.kind === 'callable' && thing.parameters !== undefined ? (thing.parameters.at(-1) ?? nothing) : unknown;
  }
  const index = Number(position);
  switch (thing.kind) {
    case 'callable':
      return thing.parameters === undefined ? unknown : (thing.parameters[index] ?? nothing);
    case 'instance':
      return union(classMember(thing, '__call__').map((each) => parameterAt(each, position)));
    case 'function':
      return argumentOf(thing.fn, thing.self, thing.bound, index) ?? nothing;
    case 'unknown':
    case 'external':
      return unknown;
    default:
      return nothing;
  }
}

/** Whether a literal may be given there; a prefix ends in `*`. */
export function accepts(reached: Reached, value: unknown): boolean {
  return reached.some((thing) => {
    switch (thing.kind) {
      case 'literal':
        return typeof value === 'string' && value.endsWith('*')
          ? String(thing.value).startsWith(value.slice(0, -1))
          : thing.value === value;
      case 'external': {
        const last = thing.name.split('.').at(-1) ?? '';
        if (!isClosed(thing.name)) return true;
        if (last === 'None') return value === null;
        if (typeof value === 'string') return last === 'str' || last === 'object';
        if (typeof value === 'boolean') return last === 'bool' || last === 'object';
        return typeof value === 'number' && (last === 'int' || last === 'float' || last === 'object');
      }
      case 'instance':
        return enumerated(thing.of).includes(value);
      default:
        return thing.kind === 'unknown';
    }
  });
}

/** Values of an enumeration, and names of its members. */
function enumerated(of: PythonClass): readonly unknown[] {
  return [...of.scope.names].flatMap(([name, all]) =>
    all.flatMap((definition) => {
      const right = definition.kind === 'assignment' ? part(definition.node, 'right') : undefined;
      const [value] = right === undefined ? [] : valueOf(of.env, right);
      return value?.kind === 'literal' ? [value.value, name] : [];
    }),
  );
}
