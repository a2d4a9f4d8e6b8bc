import { operands, part, parts, type Tree } from '../../../../server/src/frontends/python/tree.js';
import { classOf } from './classes.js';
import { contentOf, textOf } from './modules.js';
import { locate } from './names.js';
import { anything, builtin, nothing, union } from './things.js';
import type { Environment, Located, PythonFunction, Reached } from './things.js';
import { typeOf } from './types.js';
import { memberOf, resultOf } from './walker.js';
import { parametersOf } from './functions.js';

const maximumDepth = 12;

/** What an expression gives, as far as it can be read. */
export function valueOf(env: Environment, expression: Tree, depth = 0): Reached {
  if (depth > maximumDepth) return anything;
  const value = (tree: Tree | undefined): Reached => (tree === undefined ? anything : valueOf(env, tree, depth + 1));
  switch (expression.type) {
    case 'identifier':
      return named(env, textOf(env.source, expression), depth);
    case 'attribute': {
      const name = part(expression, 'attribute');
      const object = value(part(expression, 'object'));
      const found = name === undefined ? [] : object.flatMap((thing) => memberOf(thing, textOf(env.source, name)));
      return found.length > 0 ? union([found]) : anything;
    }
    case 'call':
      return called(env, expression, depth);
    case 'await':
    case 'parenthesized_expression':
      return value(expression.children[0]);
    case 'string':
    case 'concatenated_string':
      return expression.type === 'string' && !expression.children.some(({ type }) => type === 'interpolation')
        ? [{ kind: 'literal', value: contentOf(env.source, expression) }]
        : builtin('str');
    case 'integer':
    case 'float':
      return builtin('int');
    case 'true':
    case 'false':
      return builtin('bool');
    case 'none':
      return builtin('None');
    case 'boolean_operator':
      return union([value(part(expression, 'left')), value(part(expression, 'right'))]);
    case 'conditional_expression':
      return union([value(operands(expression)[0]), value(operands(expression)[2])]);
    case 'list':
    case 'set':
    case 'tuple':
      return [{ kind: 'list', element: union(operands(expression).map(value)) }];
    case 'dictionary':
      return [{ kind: 'dict', element: union(parts(expression, 'pair').map((pair) => value(part(pair, 'value')))) }];
    case 'lambda':
      return [{ kind: 'callable', parameters: undefined, result: anything }];
    case 'subscript': {
      const object = value(part(expression, 'value'));
      return object.every(({ kind }) => kind === 'class') ? object : anything;
    }
    default:
      return anything;
  }
}

function named(env: Environment, name: string, depth: number): Reached {
  for (let at: Environment | undefined = env; at !== undefined; at = at.outer) {
    if (at.frame === undefined) continue;
    const { fn, self } = at.frame;
    const index = parametersOf(fn).findIndex((parameter) => parameter.name === name);
    const parameter = parametersOf(fn)[index];
    if (parameter !== undefined) {
      if (index === 0 && self !== undefined) return [self];
      return parameter.type === undefined || parameter.by === 'rest' || parameter.by === 'keywords'
        ? anything
        : typeOf(fn.env, parameter.type);
    }
  }
  const located = locate(env, name);
  return located.length === 0 ? anything : union(located.map((each) => valueAt(each, depth)));
}

/** What a name holds. */
export function valueAt(located: Located, depth = 0): Reached {
  if (depth > maximumDepth) return anything;
  switch (located.kind) {
    case 'module':
      return [located];
    case 'things':
      return located.things;
    case 'external':
      return [{ kind: 'external', name: located.name, instance: false }];
    case 'definition':
      break;
  }
  const { definition, env, name } = located;
  switch (definition.kind) {
    case 'class': {
      const of = classOf(env, name, definition);
      return [{ kind: 'class', of, bound: of.bind([]) }];
    }
    case 'function': {
      const fn: PythonFunction = { name, node: definition.node, decorators: definition.decorators, env };
      return [{ kind: 'function', fn, self: undefined, bound: env.bound }];
    }
    case 'assignment': {
      const type = part(definition.node, 'type');
      if (type !== undefined && !/TypeAlias/.test(textOf(env.source, type))) return typeOf(env, type);
      const right = part(definition.node, 'right');
      if (right === undefined) return anything;
      const value = valueOf(env, right, depth + 1);
      // An alias of a type stands for the classes behind it.
      return value.length > 0 ? value : anything;
    }
    default:
      return nothing;
  }
}

function called(env: Environment, call: Tree, depth: number): Reached {
  const callee = part(call, 'function');
  if (callee === undefined) return anything;
  const [first] = (part(call, 'arguments')?.children ?? []).filter(({ type }) => type !== 'keyword_argument');
  const things = valueOf(env, callee, depth + 1);
  return union(
    things.map((thing): Reached => {
      if (thing.kind !== 'external') return resultOf(thing, depth + 1);
      const last = thing.name.split('.').at(-1);
      if (last === 'cast' && first !== undefined) return typeOf(env, first);
      if (last === 'partial' && first !== undefined) return valueOf(env, first, depth + 1);
      return anything;
    }),
  );
}
