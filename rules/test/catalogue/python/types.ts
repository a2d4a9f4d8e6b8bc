import { bare, operands, part, parts, type Tree } from '../../../../server/src/frontends/python/tree.js';
import { parse } from '../../../../server/src/frontends/python/parse.js';
import { classOf } from './classes.js';
import { contentOf, textOf } from './modules.js';
import { locatePath } from './names.js';
import { anything, builtin, union, unknown } from './things.js';
import type { Environment, Located, Reached } from './things.js';

const maximumDepth = 24;

const known = new WeakMap<Tree, Map<Tree | undefined, Reached>>();

/** Instances of what an annotation names. */
export function typeOf(env: Environment, annotation: Tree, depth = 0): Reached {
  if (depth > maximumDepth) return anything;
  if (env.bound.size > 0) return read(env, annotation, depth);
  const self = env.self !== undefined && 'of' in env.self ? env.self.of.node : undefined;
  const bySelf = known.get(annotation) ?? new Map<Tree | undefined, Reached>();
  known.set(annotation, bySelf);
  let reached = bySelf.get(self);
  if (reached === undefined) bySelf.set(self, (reached = read(env, annotation, depth)));
  return reached;
}

function read(env: Environment, annotation: Tree, depth: number): Reached {
  const node = bare(annotation);
  switch (node.type) {
    case 'type':
      return node.children[0] === undefined ? anything : typeOf(env, node.children[0], depth);
    case 'none':
      return builtin('None');
    case 'string': {
      const text = contentOf(env.source, node);
      const inner = parse(text).module.children[0]?.children[0];
      return inner === undefined ? anything : typeOf({ ...env, source: { ...env.source, text } }, inner, depth + 1);
    }
    case 'identifier':
    case 'attribute':
    case 'member_type':
      return named(env, node, [], depth);
    case 'generic_type': {
      const [head, parameters] = node.children;
      return head === undefined ? anything : named(env, head, parameters?.children ?? [], depth);
    }
    case 'subscript': {
      const head = part(node, 'value');
      const [first, ...others] = parts(node, 'subscript');
      const args = first?.type === 'tuple' && others.length === 0 ? operands(first) : parts(node, 'subscript');
      return head === undefined ? anything : named(env, head, args, depth);
    }
    case 'binary_operator':
    case 'union_type':
      return operands(node).flatMap((each) => typeOf(env, each, depth + 1));
    default:
      return anything;
  }
}

function named(env: Environment, head: Tree, args: readonly Tree[], depth: number): Reached {
  const located = locatePath(env, bare(head));
  if (located.length === 0) return unknown;
  return located.flatMap((each) => typeAt(env, each, args, depth));
}

function typeAt(env: Environment, located: Located, args: readonly Tree[], depth: number): Reached {
  switch (located.kind) {
    case 'module':
      return anything;
    case 'things':
      return located.things;
    case 'external':
      return special(env, located.name, args, depth);
    case 'definition':
      break;
  }
  const { definition, env: home, name } = located;
  switch (definition.kind) {
    case 'class': {
      const of = classOf(home, name, definition);
      return [{ kind: 'instance', of, bound: of.bind(args.map((arg) => typeOf(env, arg, depth + 1))) }];
    }
    case 'alias': {
      const right = part(definition.node, 'right');
      return right === undefined ? anything : typeOf(home, right, depth + 1);
    }
    case 'assignment': {
      const known = env.bound.get(name);
      if (known !== undefined) return known;
      const right = part(definition.node, 'right');
      return right === undefined ? anything : aliased(home, right, depth);
    }
    default:
      return anything;
  }
}

/** `X = Union[A, B]`, `T = TypeVar('T', bound=A)`, `Id = NewType('Id', str)` */
function aliased(env: Environment, value: Tree, depth: number): Reached {
  if (value.type !== 'call') return typeOf(env, value, depth + 1);
  const callee = part(value, 'function');
  const [maker] = callee === undefined ? [] : locatePath(env, callee);
  const given = part(value, 'arguments')?.children ?? [];
  const last = maker?.kind === 'external' ? maker.name.split('.').at(-1) : undefined;
  if (last === 'NewType' && given[1] !== undefined) return typeOf(env, given[1], depth + 1);
  if (last === 'TypeVar') {
    const bound = given.find(
      (each) => each.type === 'keyword_argument' && textOf(env.source, each).startsWith('bound'),
    );
    const type = bound && part(bound, 'value');
    if (type !== undefined) return typeOf(env, type, depth + 1);
    const constraints = given.slice(1).filter(({ type: kind }) => kind !== 'keyword_argument');
    if (constraints.length > 0) return constraints.flatMap((each) => typeOf(env, each, depth + 1));
  }
  return anything;
}

const transparent = new Set('Annotated Required NotRequired ReadOnly Final ClassVar InitVar Optional'.split(' '));
const lists = new Set(
  (
    'List list Sequence Iterable Collection Set set FrozenSet frozenset Tuple tuple Iterator AsyncIterator AsyncIterable ' +
    'Generator AsyncGenerator MutableSequence Deque deque AbstractSet KeysView ValuesView'
  ).split(' '),
);
const dicts = new Set('Dict dict Mapping MutableMapping DefaultDict defaultdict OrderedDict'.split(' '));
const awaited = new Set('Awaitable Coroutine Future Task'.split(' '));
const managers = new Set(
  'ContextManager AsyncContextManager AbstractContextManager AbstractAsyncContextManager _GeneratorContextManager _AsyncGeneratorContextManager'.split(
    ' ',
  ),
);

function special(env: Environment, name: string, args: readonly Tree[], depth: number): Reached {
  const last = name.split('.').at(-1) ?? name;
  const variable = name === `builtins.${last}` ? env.bound.get(last) : undefined;
  if (variable !== undefined) return variable;
  const type = (tree: Tree | undefined): Reached => (tree === undefined ? anything : typeOf(env, tree, depth + 1));
  const [first] = args;
  if (transparent.has(last) && first !== undefined)
    return last === 'Optional' ? [...type(first), ...builtin('None')] : type(first);
  if (last === 'Union') return args.flatMap(type);
  if (last === 'Literal') return args.flatMap((arg) => literal(env, arg, depth));
  if (last === 'tuple' || last === 'Tuple') {
    return [{ kind: 'list', element: union(args.filter((arg) => !isEllipsis(arg)).map(type)) }];
  }
  if (lists.has(last)) return [{ kind: 'list', element: type(first) }];
  if (dicts.has(last)) return [{ kind: 'dict', element: type(args[1]) }];
  if (awaited.has(last)) return type(args.at(-1));
  if (managers.has(last)) return type(first);
  if (last === 'Callable') return [callable(env, args, depth)];
  if (last === 'Type' || name === 'builtins.type') {
    if (first === undefined) return builtin('type');
    return type(first).map((thing) =>
      thing.kind === 'instance'
        ? { ...thing, kind: 'class' }
        : thing.kind === 'external'
          ? { ...thing, instance: false }
          : thing,
    );
  }
  if (last === 'Self') return env.self === undefined ? unknown : instanceOf(env.self);
  return [{ kind: 'external', name, instance: true }];
}

function instanceOf(thing: NonNullable<Environment['self']>): Reached {
  return [thing.kind === 'class' ? { ...thing, kind: 'instance' } : thing];
}

function isEllipsis(tree: Tree): boolean {
  return tree.type === 'ellipsis' || tree.children[0]?.type === 'ellipsis';
}

function callable(env: Environment, args: readonly Tree[], depth: number): Reached[number] {
  const [given, result] = args;
  const list = given?.type === 'type' ? given.children[0] : given;
  return {
    kind: 'callable',
    parameters: list?.type === 'list' ? operands(list).map((each) => typeOf(env, each, depth + 1)) : undefined,
    result: result === undefined ? anything : typeOf(env, result, depth + 1),
  };
}

function literal(env: Environment, arg: Tree, depth: number): Reached {
  const node = arg.type === 'type' ? arg.children[0] : arg;
  switch (node?.type) {
    case 'string':
      return [{ kind: 'literal', value: contentOf(env.source, node) }];
    case 'integer':
      return [{ kind: 'literal', value: Number(textOf(env.source, node)) }];
    case 'true':
    case 'false':
      return [{ kind: 'literal', value: node.type === 'true' }];
    case 'none':
      return [{ kind: 'literal', value: null }];
    case undefined:
      return [];
    default:
      return typeOf(env, node, depth + 1);
  }
}
