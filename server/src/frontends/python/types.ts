import type { TypeFacts, ValueId } from '../../facts.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { importedAs, isBuiltin, readName } from './names.js';
import { bare, operands, part, parts, type Tree } from './tree.js';

const maximumTypeDepth = 8;

const nothing: TypeFacts = {
  reference: undefined,
  literals: undefined,
  primitive: undefined,
  arguments: [],
  members: undefined,
};

const primitives: Readonly<Record<string, TypeFacts['primitive']>> = {
  str: 'string',
  bytes: 'string',
  int: 'number',
  float: 'number',
  bool: 'boolean',
};

/** What an annotation says that matters for data; undefined where it says nothing. */
export function typeFacts(file: FileDraft, annotation: Tree, depth = 0): TypeFacts | undefined {
  if (depth > maximumTypeDepth) return undefined;
  const node = bare(annotation);
  switch (node.type) {
    case 'type':
      return node.children[0] && typeFacts(file, node.children[0], depth);
    case 'generic_type': {
      const [head, parameters] = node.children;
      return head && genericFacts(file, head, parameters?.children ?? [], depth);
    }
    case 'subscript': {
      const head = part(node, 'value');
      const [first, ...others] = parts(node, 'subscript');
      const args = first?.type === 'tuple' && others.length === 0 ? operands(first) : parts(node, 'subscript');
      return head && genericFacts(file, head, args, depth);
    }
    case 'binary_operator':
      return unionFacts(file, unionMembers(node), depth);
    case 'union_type':
      return unionFacts(file, operands(node), depth);
    case 'string':
      return quotedFacts(file, node);
    case 'identifier':
    case 'attribute':
    case 'member_type':
      return namedFacts(file, node, []);
    default:
      return undefined;
  }
}

/** `-> NoReturn` */
export function neverReturnsType(file: FileDraft, node: Tree | undefined): boolean {
  const type = node?.type === 'type' ? node.children[0] : node;
  if (!type || (type.type !== 'identifier' && type.type !== 'attribute')) return false;
  const imported = importedAs(file, lowerExpression(file, type));
  return imported?.name === 'NoReturn' || imported?.name === 'Never';
}

interface TypeName {
  readonly value: ValueId;
  readonly members: readonly string[];
  /** Name in the module `typing`. */
  readonly typing: string | undefined;
}

function nameOf(file: FileDraft, node: Tree): TypeName | undefined {
  const members: string[] = [];
  let at: Tree | undefined = node;
  while (at?.type === 'attribute' || at?.type === 'member_type') {
    const attribute = at.type === 'attribute' ? part(at, 'attribute') : operands(at)[1];
    if (attribute) members.unshift(textOf(file, attribute));
    at = at.type === 'attribute' ? part(at, 'object') : operands(at)[0]?.children[0];
  }
  if (at?.type !== 'identifier') return undefined;
  const value = readName(file, textOf(file, at), at.range);
  const imported = importedAs(file, value);
  const isTyping = imported !== undefined && /^(?:typing|typing_extensions)$/.test(imported.module);
  return { value, members, typing: isTyping ? (imported.name === '*' ? members[0] : imported.name) : undefined };
}

function namedFacts(file: FileDraft, node: Tree, args: readonly TypeFacts[]): TypeFacts | undefined {
  const name = nameOf(file, node);
  if (!name) return undefined;
  const facts = file.values[name.value];
  const primitive = facts?.kind === 'global' && name.members.length === 0 ? primitives[facts.name] : undefined;
  if (primitive) return { ...nothing, primitive };
  if (name.typing === 'Any' || isBuiltin(file, name.value, 'object')) return undefined;
  return { ...nothing, reference: { value: name.value, members: name.members }, arguments: args };
}

function genericFacts(file: FileDraft, head: Tree, args: readonly Tree[], depth: number): TypeFacts | undefined {
  const [first, ...others] = args;
  switch (nameOf(file, head)?.typing) {
    case 'Literal': {
      const literals = args.flatMap((arg) => literalOf(file, arg));
      return literals.length === args.length ? { ...nothing, literals } : undefined;
    }
    case 'Annotated': {
      const facts = (first && typeFacts(file, first, depth + 1)) ?? nothing;
      return { ...facts, metadata: others.map((each) => lowerExpression(file, each)) };
    }
    case 'Optional':
    case 'Required':
    case 'NotRequired':
    case 'ReadOnly':
    case 'Final':
    case 'ClassVar':
      return first && typeFacts(file, first, depth + 1);
    case 'Union':
      return unionFacts(file, args, depth);
    default:
      return namedFacts(
        file,
        head,
        args.map((arg) => typeFacts(file, arg, depth + 1) ?? nothing),
      );
  }
}

type Literal = NonNullable<TypeFacts['literals']>[number];

function literalOf(file: FileDraft, node: Tree): Literal[] {
  const plain = node.type === 'type' ? node.children[0] : node;
  if (!plain || plain.type === 'identifier') return [];
  const facts = file.values[lowerExpression(file, plain)];
  return facts?.kind === 'literal' && facts.value !== undefined ? [facts.value] : [];
}

function unionMembers(node: Tree): readonly Tree[] {
  if (node.type !== 'binary_operator' || part(node, 'operator')?.type !== '|') return [node];
  const left = part(node, 'left');
  const right = part(node, 'right');
  return [...(left ? unionMembers(left) : []), ...(right ? [right] : [])];
}

/** `X | None` is `X`; literals stay when all members are literals; other unions say nothing. */
function unionFacts(file: FileDraft, members: readonly Tree[], depth: number): TypeFacts | undefined {
  const solid = members.filter((member) => !isNone(member));
  const [only, ...others] = solid;
  if (only && others.length === 0) {
    // A type that is no union would come here again.
    return only.type === 'binary_operator' ? undefined : typeFacts(file, only, depth + 1);
  }
  const facts = solid.map((member) => typeFacts(file, member, depth + 1));
  if (!facts.every((each) => each?.literals)) return undefined;
  return { ...nothing, literals: facts.flatMap((each) => each?.literals ?? []) };
}

function isNone(node: Tree): boolean {
  return node.type === 'none' || (node.type === 'type' && node.children[0]?.type === 'none');
}

/** `'Client'`: a name that is declared further down. */
function quotedFacts(file: FileDraft, node: Tree): TypeFacts | undefined {
  const facts = file.values[lowerExpression(file, node)];
  const text = facts?.kind === 'literal' && typeof facts.value === 'string' ? facts.value.trim() : '';
  const path = /^([\w.]+)(?:\s*\|\s*None)?$/.exec(text)?.[1]?.split('.');
  const [head, ...members] = path ?? [];
  if (head === undefined || !/^[A-Za-z_]/.test(head)) return undefined;
  const primitive = members.length === 0 ? primitives[head] : undefined;
  if (primitive) return { ...nothing, primitive };
  return { ...nothing, reference: { value: readName(file, head, node.range), members } };
}
