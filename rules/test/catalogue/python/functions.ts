import { operands, part, type Tree } from '../../../../server/src/frontends/python/tree.js';
import { decoratorsOf } from './classes.js';
import { scopeOf, textOf } from './modules.js';
import { anything, unknown } from './things.js';
import type { Environment, PythonFunction, Reached, Thing } from './things.js';
import { typeOf } from './types.js';
import { memberOf } from './walker.js';

export interface Parameter {
  readonly name: string;
  readonly by: 'position' | 'both' | 'keyword' | 'rest' | 'keywords';
  readonly type: Tree | undefined;
}

/** Parameters as they are written. */
export function parametersOf({ node, env: { source } }: PythonFunction): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let by: 'both' | 'keyword' = 'both';
  for (const tree of operands(part(node, 'parameters') ?? node)) {
    if (tree.type === 'keyword_separator') by = 'keyword';
    else if (tree.type === 'positional_separator') {
      for (const [index, each] of parameters.entries()) parameters[index] = { ...each, by: 'position' };
    } else {
      const named = part(tree, 'name') ?? tree.children[0] ?? tree;
      const splat = [tree, named].find(({ type }) => /_splat_pattern$/.test(type));
      const name = textOf(source, splat ? (operands(splat)[0] ?? splat) : named);
      const type = part(tree, 'type');
      if (splat?.type === 'list_splat_pattern') by = 'keyword';
      const rest = splat?.type === 'list_splat_pattern' ? 'rest' : 'keywords';
      parameters.push({ name, by: splat === undefined ? by : rest, type });
    }
  }
  return parameters;
}

/** The environment of a function's body. */
export function bodyOf(fn: PythonFunction, self: Thing | undefined): Environment {
  const body = part(fn.node, 'body');
  const scope = body === undefined ? { names: new Map(), stars: [], returns: [] } : scopeOf(fn.env.source, body);
  return { ...fn.env, inClass: undefined, outer: fn.env, self: self ?? fn.env.self, frame: { fn, scope, self } };
}

/** Whether a call passes the object as the first argument. */
export function takesSelf(fn: PythonFunction): boolean {
  return !decoratorsOf(fn).some((name) => /(?:^|\.)staticmethod$/.test(name));
}

/** The argument at a position or of a name; undefined if there is none. */
export function argumentOf(
  fn: PythonFunction,
  self: Thing | undefined,
  bound: Environment['bound'],
  which: number | string,
): Reached | undefined {
  const env: Environment = { ...fn.env, self: self ?? fn.env.self, bound: bound.size > 0 ? bound : fn.env.bound };
  const all = parametersOf(fn);
  const given = self !== undefined && takesSelf(fn) ? all.slice(1) : all;
  const type = ({ type: tree }: Parameter): Reached => (tree === undefined ? anything : typeOf(env, tree));
  if (typeof which === 'number') {
    const positional = given.filter(({ by }) => by === 'position' || by === 'both');
    const parameter = positional[which] ?? given.find(({ by }) => by === 'rest');
    return parameter && type(parameter);
  }
  const named = given.find(({ name, by }) => name === which && (by === 'both' || by === 'keyword'));
  if (named !== undefined) return type(named);
  const keywords = given.find(({ by }) => by === 'keywords');
  if (keywords === undefined) return undefined;
  return unpacked(env, keywords, which);
}

/** `**kwargs: Unpack[Options]` has the keys of `Options`; other `**kwargs` may take the name or not. */
function unpacked(env: Environment, { type }: Parameter, name: string): Reached | undefined {
  if (type === undefined || !/^(?:\w+\.)*Unpack\s*\[/.test(textOf(env.source, type))) return unknown;
  const inner = type.children[0]?.children[1]?.children[0] ?? type.children[0];
  const things = inner === undefined ? [] : typeOf(env, inner);
  return things.flatMap((thing) => (thing.kind === 'instance' ? memberOf(thing, name) : unknown));
}
