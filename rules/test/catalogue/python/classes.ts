import { operands, part, parts, type Tree } from '../../../../server/src/frontends/python/tree.js';
import { contentOf, scopeOf, textOf } from './modules.js';
import type { Definition, Scope } from './modules.js';
import { locatePath } from './names.js';
import { anything, noBindings, unknown } from './things.js';
import type { Bindings, Environment, PythonClass, PythonFunction, Reached } from './things.js';
import { typeOf } from './types.js';

type ClassDefinition = Definition & { readonly kind: 'function' | 'class' };

const classes = new WeakMap<Tree, PythonClass>();
const emptyScope: Scope = { names: new Map(), stars: [], returns: [] };

export function classOf(env: Environment, name: string, { node, decorators }: ClassDefinition): PythonClass {
  const known = classes.get(node);
  if (known !== undefined) return known;
  const body = part(node, 'body');
  const scope = body === undefined ? emptyScope : scopeOf(env.source, body);
  let parameters: readonly string[] | undefined;
  const made: PythonClass = {
    name,
    node,
    decorators,
    env,
    scope,
    bind(args) {
      if (args.length === 0) return noBindings;
      parameters ??= typeParameters(env, node);
      return new Map(parameters.flatMap((parameter, index) => (args[index] ? [[parameter, args[index]]] : [])));
    },
  };
  classes.set(node, made);
  return made;
}

function baseExpressions(node: Tree): readonly Tree[] {
  return (part(node, 'superclasses')?.children ?? []).filter(({ type }) => type !== 'keyword_argument');
}

function typeParameters(env: Environment, node: Tree): readonly string[] {
  const declared = part(node, 'type_parameters');
  if (declared !== undefined)
    return declared.children.map((each) => textOf(env.source, each).replace(/\s*[:=].*/s, ''));
  const bases = baseExpressions(node).filter(({ type }) => type === 'subscript');
  const generic = bases.filter((base) => /^(?:\w+\.)*(?:Generic|Protocol)\[/.test(textOf(env.source, base)));
  const names = (generic.length > 0 ? generic : bases).flatMap((base) =>
    parts(base, 'subscript').flatMap((each) => (each.type === 'tuple' ? operands(each) : [each])),
  );
  return [...new Set(names.map((each) => textOf(env.source, each)))].filter((name) => /^\w+$/.test(name));
}

export interface Ancestor {
  readonly of: PythonClass;
  readonly bound: Bindings;
}

export interface Lineage {
  readonly classes: readonly Ancestor[];
  /** Bases from packages that are not there, by their last name. */
  readonly external: readonly string[];
}

const plain = new WeakMap<PythonClass, Lineage>();

/** The class and those above it, in the order in which members are looked up. */
export function lineageOf(of: PythonClass, bound: Bindings): Lineage {
  if (bound.size > 0) return readLineage(of, bound);
  const known = plain.get(of) ?? readLineage(of, bound);
  plain.set(of, known);
  return known;
}

function readLineage(of: PythonClass, bound: Bindings): Lineage {
  const classes: Ancestor[] = [];
  const external: string[] = [];
  const visit = (ancestor: Ancestor): void => {
    if (classes.some((each) => each.of === ancestor.of)) return;
    classes.push(ancestor);
    const env = { ...ancestor.of.env, bound: ancestor.bound };
    for (const base of baseExpressions(ancestor.of.node)) {
      const head = base.type === 'subscript' ? part(base, 'value') : base;
      if (head === undefined || (head.type !== 'identifier' && head.type !== 'attribute')) {
        external.push(`computed ${textOf(env.source, base)}`);
        continue;
      }
      const args = parts(base, 'subscript').flatMap((each) => (each.type === 'tuple' ? operands(each) : [each]));
      const located = locatePath(env, head);
      if (located.length === 0) external.push(`missing ${textOf(env.source, head)}`);
      for (const each of located) {
        if (each.kind === 'external') external.push(each.name.split('.').at(-1) ?? each.name);
        if (each.kind !== 'definition') continue;
        if (each.definition.kind === 'class') {
          const parent = classOf(each.env, each.name, each.definition);
          visit({ of: parent, bound: parent.bind(args.map((arg) => typeOf(env, arg))) });
        } else {
          // A name for a class: `Base = other.Base`, or what a call makes.
          const right = each.definition.kind === 'assignment' ? part(each.definition.node, 'right') : undefined;
          const things =
            right && /^(?:identifier|attribute|subscript)$/.test(right.type) ? typeOf(each.env, right) : [];
          if (things.length === 0) external.push(`computed ${textOf(env.source, base)}`);
          for (const thing of things) {
            if (thing.kind === 'instance') visit(thing);
            else if (thing.kind === 'external') external.push(thing.name.split('.').at(-1) ?? thing.name);
          }
        }
      }
    }
  };
  visit({ of, bound });
  return { classes, external };
}

const closedBases = new Set(
  (
    'object Protocol Generic ABC BaseModel BaseSettings RootModel TypedDict NamedTuple Enum StrEnum IntEnum str int float ' +
    'dict list tuple set Exception BaseException RuntimeError ValueError TypeError Dict List Mapping Hashable Sized ' +
    'AsyncContextManager ContextManager AbstractAsyncContextManager AbstractContextManager'
  ).split(' '),
);

/** Whether everything that the class inherits is known. */
export function isClosedLineage({ external }: Lineage): boolean {
  return external.every((name) => closedBases.has(name));
}

/** Members that come with a base that is not there. */
export function inherited({ external }: Lineage, name: string): Reached | undefined {
  if (external.includes('BaseModel') && /^(?:model_|dict$|json$|copy$|parse_obj$|construct$)/.test(name))
    return anything;
  if (external.some((base) => /Enum$/.test(base)) && /^(?:value|name)$/.test(name)) return anything;
  return isClosedLineage({ classes: [], external }) ? undefined : unknown;
}

const decoratorName = (fn: { readonly env: Environment }, decorator: Tree): string => {
  const [expression] = operands(decorator);
  const head = expression?.type === 'call' ? part(expression, 'function') : expression;
  return head === undefined ? '' : textOf(fn.env.source, head);
};

export function decoratorsOf(of: PythonClass | PythonFunction): readonly string[] {
  return of.decorators.map((decorator) => decoratorName(of, decorator));
}

/** A field of a class whose constructor takes its fields. */
export interface FieldParameter {
  readonly names: readonly string[];
  readonly type: Reached;
}

/** Parameters of the constructor that a data class, model or typed dictionary gets from its fields; undefined for other classes. */
export function fieldParameters(
  lineage: Lineage,
): { readonly fields: readonly FieldParameter[]; readonly byPosition: boolean } | undefined {
  const { classes, external } = lineage;
  const models = external.some((name) => /^(?:BaseModel|BaseSettings|RootModel|TypedDict)$/.test(name));
  const data =
    external.includes('NamedTuple') ||
    classes.some(({ of }) =>
      decoratorsOf(of).some((name) => /(?:^|\.)(?:dataclass|define|attrs|s|frozen|mutable)$/.test(name)),
    );
  if (!models && !data) return undefined;
  const fields: FieldParameter[] = [];
  for (const { of, bound } of [...classes].reverse()) {
    const env = { ...of.env, inClass: of.scope, outer: of.env, bound };
    for (const [name, all] of of.scope.names) {
      for (const definition of all) {
        if (definition.kind !== 'assignment') continue;
        const type = part(definition.node, 'type');
        if (type === undefined || /^(?:\w+\.)*ClassVar\b/.test(textOf(of.env.source, type))) continue;
        fields.push({ names: [name, ...aliases(env, definition.node)], type: typeOf(env, type) });
      }
    }
  }
  return { fields, byPosition: data };
}

/** `x: int = Field(alias='y')` */
function aliases({ source }: Environment, assignment: Tree): readonly string[] {
  const value = part(assignment, 'right');
  const type = part(assignment, 'type');
  const calls = [value, type].flatMap((tree) => (tree === undefined ? [] : callsIn(tree)));
  return calls.flatMap((call) =>
    (part(call, 'arguments')?.children ?? []).flatMap((argument) => {
      if (argument.type !== 'keyword_argument') return [];
      const name = part(argument, 'name');
      const text = part(argument, 'value');
      return name !== undefined && /alias$/.test(textOf(source, name)) && text?.type === 'string'
        ? [contentOf(source, text)]
        : [];
    }),
  );
}

function callsIn(tree: Tree): readonly Tree[] {
  return tree.type === 'call' ? [tree] : tree.children.flatMap(callsIn);
}

/** `extra='allow'` in a model's configuration. */
export function takesExtra({ classes }: Lineage): boolean {
  return classes.some(({ of }) =>
    (of.scope.names.get('model_config') ?? []).some((each) =>
      /extra\W+allow/.test(textOf(of.env.source, each.kind === 'import' ? of.node : each.node)),
    ),
  );
}
