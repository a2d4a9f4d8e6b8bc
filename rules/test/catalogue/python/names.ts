import { operands, part, type Tree } from '../../../../server/src/frontends/python/tree.js';
import { absolute, contentOf, scopeOf, textOf, textsIn } from './modules.js';
import type { Definition, Module } from './modules.js';
import { noBindings } from './things.js';
import type { Environment, Located } from './things.js';

export function environmentOf(module: Module): Environment {
  return {
    source: module.source,
    frame: undefined,
    inClass: undefined,
    outer: undefined,
    self: undefined,
    bound: noBindings,
  };
}

/** What a name stands for where it is read. */
export function locate(env: Environment, name: string): readonly Located[] {
  for (let at: Environment | undefined = env; at !== undefined; at = at.outer) {
    const local = (at.frame?.scope ?? at.inClass)?.names.get(name);
    if (local !== undefined) return definitions(at, name, local);
  }
  const module = env.source.world.module(env.source.name);
  const found = module === undefined ? [] : inModule(module, name);
  return found.length > 0 ? found : [{ kind: 'external', name: `builtins.${name}` }];
}

function definitions(env: Environment, name: string, all: readonly Definition[]): readonly Located[] {
  return all.flatMap((definition): readonly Located[] =>
    definition.kind === 'import' ? imported(env, definition) : [{ kind: 'definition', name, definition, env }],
  );
}

/** Modules whose names have a meaning for types. */
const known =
  /^(?:typing|typing_extensions|collections|collections\.abc|abc|enum|types|functools|dataclasses|contextlib)$/;

function imported(
  { source: { world } }: Environment,
  { module, name }: Definition & { kind: 'import' },
): readonly Located[] {
  const loaded = known.test(module) ? undefined : world.module(module);
  if (loaded === undefined) {
    if (!known.test(module) && world.has(module.split('.')[0] ?? '')) return [];
    return [{ kind: 'external', name: name === undefined ? module : `${module}.${name}` }];
  }
  return name === undefined ? [{ kind: 'module', module: loaded }] : inModule(loaded, name);
}

const asking = new Set<string>();

/** What a module has under a name: its own, re-exported, made on demand by `__getattr__`, or a module below it. */
export function inModule(module: Module, name: string): readonly Located[] {
  const { source, scope } = module;
  const key = `${source.name} ${name}`;
  if (asking.has(key)) return [];
  asking.add(key);
  try {
    const env = environmentOf(module);
    const own = definitions(env, name, scope.names.get(name) ?? []);
    if (own.length > 0 && scope.stars.length === 0) return own;
    // What comes later counts, which may be either.
    const all = [...own];
    for (const star of scope.stars) {
      if (!source.world.mayHave(star, name)) continue;
      const starred = source.world.module(star);
      if (starred === undefined || !isPublic(starred, name)) continue;
      all.push(...inModule(starred, name));
    }
    if (all.length > 0) return all;
    const below = source.world.module(`${source.name}.${name}`);
    if (below !== undefined) return [{ kind: 'module', module: below }];
    return onDemand(module, name);
  } finally {
    asking.delete(key);
  }
}

/** Whether `from module import *` gives the name. */
function isPublic({ source, scope }: Module, name: string): boolean {
  const all = (scope.names.get('__all__') ?? []).flatMap((definition) => {
    const value = definition.kind === 'assignment' ? part(definition.node, 'right') : undefined;
    return value === undefined ? [] : [value];
  });
  if (all.length === 0 || all.some((value) => value.type !== 'list' && value.type !== 'tuple'))
    return !name.startsWith('_');
  return all.some((value) => textsIn(source, value).includes(name));
}

/** Names that a module's `__getattr__` imports: from a table from name to module, or from module to names, or by itself. */
function onDemand(module: Module, name: string): readonly Located[] {
  const { source, scope } = module;
  const getters = scope.names.get('__getattr__');
  if (getters === undefined) return [];
  for (const getter of getters) {
    const body = getter.kind === 'function' ? part(getter.node, 'body') : undefined;
    const inner = body && scopeOf(source, body).names.get(name);
    const found = inner === undefined ? [] : definitions(environmentOf(module), name, inner);
    if (found.length > 0) return found;
  }
  for (const [key, value] of tables(module)) {
    const texts = textsIn(source, value);
    const modules = key === name ? texts : texts.includes(name) ? [key] : [];
    for (const written of modules) {
      for (const candidate of [absolute(source, written), `${source.name}.${written}`]) {
        const target = source.world.module(candidate);
        if (target === undefined || target === module) continue;
        for (const attribute of [name, ...texts]) {
          const found = attribute === written ? [] : inModule(target, attribute);
          if (found.length > 0) return found;
        }
        if (key === name && texts.length === 1) return [{ kind: 'module', module: target }];
      }
    }
  }
  return [];
}

function* tables({ source, scope }: Module): Generator<readonly [string, Tree]> {
  for (const all of scope.names.values()) {
    for (const definition of all) {
      const table = definition.kind === 'assignment' ? part(definition.node, 'right') : undefined;
      if (table?.type !== 'dictionary') continue;
      for (const pair of operands(table)) {
        const key = part(pair, 'key');
        const value = part(pair, 'value');
        if (key?.type === 'string' && value) yield [contentOf(source, key), value];
      }
    }
  }
}

/** `a.b.C` as far as modules and classes go. */
export function locatePath(env: Environment, node: Tree): readonly Located[] {
  if (node.type === 'identifier') return locate(env, textOf(env.source, node));
  const [object, name] =
    node.type === 'attribute'
      ? [part(node, 'object'), part(node, 'attribute')]
      : [operands(node)[0], operands(node)[1]];
  if (object === undefined || name === undefined) return [];
  const inner = object.type === 'type' ? object.children[0] : object;
  if (inner === undefined || !['identifier', 'attribute', 'member_type'].includes(inner.type)) return [];
  return locatePath(env, inner).flatMap((located): readonly Located[] => {
    const member = textOf(env.source, name);
    if (located.kind === 'module') return inModule(located.module, member);
    if (located.kind === 'external') return [{ kind: 'external', name: `${located.name}.${member}` }];
    if (located.kind !== 'definition' || located.definition.kind !== 'class') return [];
    const body = part(located.definition.node, 'body');
    const scope = body && scopeOf(located.env.source, body);
    return definitions(
      { ...located.env, inClass: scope, frame: undefined, outer: located.env },
      member,
      scope?.names.get(member) ?? [],
    );
  });
}
