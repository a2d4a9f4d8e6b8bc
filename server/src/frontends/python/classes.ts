import { ITERATOR, type ClassId, type FunctionFacts, type ValueId } from '../../facts.js';
import { addValue, type ClassDraft } from '../shared/file-draft.js';
import { lookup, type Scope } from '../shared/scope.js';
import { assignName, readVariable } from '../shared/variables.js';
import { docstringOf } from './docstrings.js';
import { decorated, isNamed, lowerDecorators, type Decorator } from './decorators.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { lowerFunction } from './functions.js';
import { addConstructor, takesItsFields } from './field-constructors.js';
import { lowerStatement } from './statements.js';
import { part, type Tree } from './tree.js';
import { typeFacts } from './types.js';

interface ClassInLowering {
  readonly id: ClassId;
  readonly draft: ClassDraft;
  readonly value: ValueId;
}

export function lowerClass(file: FileDraft, node: Tree, decorators: readonly Decorator[]): ValueId {
  const { frame } = file;
  const name = part(node, 'name');
  const id: ClassId = file.classes.length;
  const value = addValue(file, { kind: 'class', class: id, range: node.range, fn: frame.fn });
  const instance = addValue(file, { kind: 'this', class: id, range: node.range, fn: frame.fn });
  const draft: ClassDraft = {
    name: name && textOf(file, name),
    range: node.range,
    value,
    instance,
    superClass: undefined,
    methods: [],
    fields: [],
    constructorFunction: undefined,
    decorators: decorators.map((each) => each.value),
  };
  file.classes.push(draft);
  lowerBases(file, draft, part(node, 'superclasses'));
  const outer = frame.scope;
  const self = frame.self;
  frame.scope = file.scopes.byNode.get(node) ?? outer;
  frame.self = { fn: frame.fn, class: id, value };
  const body = part(node, 'body');
  if (body) {
    const docstring = docstringOf(file, body);
    if (docstring !== undefined) draft.docstring = docstring;
    for (const statement of body.children) lowerMember(file, statement, { id, draft, value });
    addFields(file, draft, frame.scope);
    if (takesItsFields(file, draft)) addConstructor(file, id, draft);
  }
  frame.scope = outer;
  frame.self = self;
  return value;
}

/**
 * The first base that is not built in, a protocol or a mark of generics: `class Tone(str, Enum)` is an enumeration. Keyword
 * arguments are the metaclass's.
 */
function lowerBases(file: FileDraft, draft: ClassDraft, bases: Tree | undefined): void {
  const further: ValueId[] = [];
  for (const base of bases?.children ?? []) {
    if (base.type === 'keyword_argument') lowerExpression(file, part(base, 'value'));
    else {
      // `Base[T]` is `Base`.
      const plain = base.type === 'subscript' ? part(base, 'value') : base;
      further.push(lowerExpression(file, plain));
    }
  }
  const says = (value: ValueId): boolean => {
    const facts = file.values[value];
    return (
      facts?.kind !== 'global' &&
      (facts?.kind !== 'import' ||
        !/^(?:typing|typing_extensions|abc)$/.test(facts.module) ||
        facts.name === 'TypedDict')
    );
  };
  const [first = further[0], ...mixins] = further.filter(says);
  draft.superClass = first;
  if (mixins.length > 0) draft.mixins = mixins;
}

function lowerMember(file: FileDraft, statement: Tree, owner: ClassInLowering): void {
  switch (statement.type) {
    case 'function_definition':
      lowerMethod(file, statement, owner, []);
      return;
    case 'decorated_definition': {
      const definition = part(statement, 'definition');
      if (definition?.type === 'function_definition') {
        lowerMethod(file, definition, owner, lowerDecorators(file, statement));
      } else lowerStatement(file, statement);
      return;
    }
    case 'expression_statement': {
      lowerStatement(file, statement);
      const [assignment] = statement.children;
      if (assignment?.type === 'assignment') addAnnotated(file, assignment, owner.draft);
      return;
    }
    default:
      lowerStatement(file, statement);
  }
}

function lowerMethod(
  file: FileDraft,
  node: Tree,
  { id, draft, value }: ClassInLowering,
  decorators: readonly Decorator[],
): void {
  const nameNode = part(node, 'name');
  const name = nameNode ? textOf(file, nameNode) : '';
  const called = name === '__iter__' || name === '__aiter__' ? ITERATOR : name;
  const has = (...names: string[]): boolean => decorators.some((decorator) => isNamed(file, decorator, ...names));
  const isStatic = has('staticmethod') || (decorators.length > 0 && takesNoReceiver(file, node));
  const ofClass = has('classmethod') || name === '__new__' || name === '__init_subclass__';
  const method = lowerFunction(file, node, {
    kind: methodKind(name, has),
    class: id,
    decorators: decorators.map((decorator) => decorator.value),
    ...(!isStatic && { receiver: ofClass ? value : ('instance' as const) }),
  });
  const held = decorated(file, method.value, decorators);
  assignName(file, name, held);
  if (name === '__init__') draft.constructorFunction = method.function;
  else draft.methods.push({ name: called, function: method.function, static: isStatic || ofClass });
  if (held !== method.value) draft.fields.push({ name, value: held, static: isStatic || ofClass, type: undefined });
}

/** `@tool def search(query)` in a class that only groups functions: decorators may take what is no method. */
function takesNoReceiver(file: FileDraft, node: Tree): boolean {
  const [first] = part(node, 'parameters')?.children ?? [];
  const name = first?.type === 'typed_parameter' ? first.children[0] : first;
  return name?.type === 'identifier' && !/^_*(?:self|cls|klass|mcs|metacls|this)?$/.test(textOf(file, name));
}

function methodKind(name: string, has: (...names: string[]) => boolean): FunctionFacts['kind'] {
  if (name === '__init__') return 'constructor';
  if (has('property', 'cached_property', 'computed_field')) return 'getter';
  return has('setter') ? 'setter' : 'method';
}

/** `name: str = 'x'`; the type is known here alone. */
function addAnnotated(file: FileDraft, assignment: Tree, draft: ClassDraft): void {
  const left = part(assignment, 'left');
  const type = part(assignment, 'type');
  if (left?.type !== 'identifier' || !type) return;
  const name = textOf(file, left);
  const binding = part(assignment, 'right') && lookup(file.frame.scope, name);
  const value = binding ? readVariable(file, binding, left.range) : undefined;
  const facts = typeFacts(file, type);
  draft.fields.push({ name, value, static: false, type: facts });
}

/** Names that the body of the class gives values. */
function addFields(file: FileDraft, draft: ClassDraft, scope: Scope): void {
  const known = new Set([...draft.fields, ...draft.methods].map((member) => member.name));
  for (const renamed of ['__init__', '__iter__', '__aiter__']) known.add(renamed);
  for (const [name, binding] of scope.names) {
    if (known.has(name) || binding.assignments === 0) continue;
    const value = readVariable(file, binding, binding.range);
    draft.fields.push({ name, value, static: true, type: undefined });
  }
}

export function lowerDefinition(file: FileDraft, node: Tree): void {
  const definition = node.type === 'decorated_definition' ? part(node, 'definition') : node;
  if (!definition) return;
  const decorators = node === definition ? [] : lowerDecorators(file, node);
  const own =
    definition.type === 'class_definition'
      ? lowerClass(file, definition, decorators)
      : lowerFunction(file, definition, { decorators: decorators.map(({ value }) => value) }).value;
  const name = part(definition, 'name');
  const value = decorated(file, own, decorators);
  if (name) assignName(file, textOf(file, name), value);
}
