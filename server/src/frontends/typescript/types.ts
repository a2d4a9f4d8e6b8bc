import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { TypeFacts, ValueId } from '../../facts.js';
import { globalValue } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { lookup } from '../shared/scope.js';
import { readName } from '../shared/variables.js';

/** Aliases may refer to themselves. */
const maximumTypeDepth = 5;

const nothing: TypeFacts = {
  reference: undefined,
  literals: undefined,
  primitive: undefined,
  arguments: [],
  members: undefined,
};

/** The annotation of a variable, parameter or pattern. */
export function typeOfPattern(file: FileDraft, pattern: ES.Node): TypeFacts | undefined {
  if (!('typeAnnotation' in pattern)) return undefined;
  const annotation = pattern.typeAnnotation;
  return annotation?.type === 'TSTypeAnnotation' ? typeFacts(file, annotation.typeAnnotation) : undefined;
}

/** What a type says that matters for data; undefined where it says nothing. */
export function typeFacts(file: FileDraft, node: ES.TypeNode, depth = 0): TypeFacts | undefined {
  if (depth > maximumTypeDepth) return undefined;
  switch (node.type) {
    case 'TSStringKeyword':
      return { ...nothing, primitive: 'string' };
    case 'TSNumberKeyword':
      return { ...nothing, primitive: 'number' };
    case 'TSBooleanKeyword':
      return { ...nothing, primitive: 'boolean' };
    case 'TSTypeReference':
      return referenceFacts(file, node, depth);
    case 'TSTypeQuery':
      return node.exprName.type === 'TSImportType' ? undefined : named(file, node.exprName, []);
    case 'TSArrayType':
      return arrayOf(file, node, typeFacts(file, node.elementType, depth + 1));
    case 'TSTypeOperator':
      return node.typeAnnotation ? typeFacts(file, node.typeAnnotation, depth) : undefined;
    case 'TSLiteralType':
    case 'TSNullKeyword':
      return unionFacts(file, [node], depth);
    case 'TSUnionType':
      return unionFacts(file, node.types, depth);
    case 'TSIntersectionType':
      return intersectionFacts(file, node, depth);
    case 'TSTypeLiteral':
      return { ...nothing, members: memberFacts(file, node.members, depth) };
    default:
      return undefined;
  }
}

function argumentsOf(
  file: FileDraft,
  node: { readonly typeArguments: ES.TSTypeParameterInstantiation | undefined },
  depth: number,
): TypeFacts[] {
  return (node.typeArguments?.params ?? []).map((argument) => typeFacts(file, argument, depth + 1) ?? nothing);
}

function arrayOf(file: FileDraft, node: ES.Node, element: TypeFacts | undefined): TypeFacts {
  const value = globalValue(file, 'Array', node.range);
  return { ...nothing, reference: { value, members: [] }, arguments: [element ?? nothing] };
}

function referenceFacts(file: FileDraft, node: ES.TSTypeReference, depth: number): TypeFacts | undefined {
  const { typeName } = node;
  const declared = typeName.type === 'Identifier' ? file.scopes.types.get(typeName.name) : undefined;
  if (declared?.type === 'TSTypeAliasDeclaration') return typeFacts(file, declared.typeAnnotation, depth + 1);
  if (declared) return interfaceFacts(file, declared, depth + 1);
  return named(file, typeName, argumentsOf(file, node, depth));
}

function interfaceFacts(file: FileDraft, node: ES.TSInterfaceDeclaration, depth: number): TypeFacts | undefined {
  if (depth > maximumTypeDepth) return undefined;
  let reference: TypeFacts['reference'];
  let inherited: TypeFacts['members'];
  for (const base of node.extends) {
    const facts = heritageFacts(file, base, depth);
    reference ??= facts?.reference;
    inherited = { ...inherited, ...facts?.members };
  }
  return { ...nothing, reference, members: { ...inherited, ...memberFacts(file, node.body.body, depth) } };
}

function heritageFacts(file: FileDraft, base: ES.TSInterfaceHeritage, depth: number): TypeFacts | undefined {
  const path = expressionPath(base.expression);
  if (!path) return undefined;
  const declared = path.members.length === 0 ? file.scopes.types.get(path.head.name) : undefined;
  if (declared?.type === 'TSInterfaceDeclaration') return interfaceFacts(file, declared, depth + 1);
  if (declared) return typeFacts(file, declared.typeAnnotation, depth + 1);
  return reference(file, path, argumentsOf(file, base, depth));
}

interface TypePath {
  readonly head: ES.Identifier;
  readonly members: readonly string[];
}

function named(file: FileDraft, name: ES.EntityName, args: readonly TypeFacts[]): TypeFacts | undefined {
  const path = entityPath(name);
  return path && reference(file, path, args);
}

function reference(file: FileDraft, { head, members }: TypePath, args: readonly TypeFacts[]): TypeFacts {
  const value: ValueId = lookup(file.frame.scope, head.name)
    ? readName(file, head.name, head.range)
    : globalValue(file, head.name, head.range);
  return { ...nothing, reference: { value, members }, arguments: args };
}

function entityPath(name: ES.EntityName): TypePath | undefined {
  if (name.type === 'Identifier') return { head: name, members: [] };
  if (name.type !== 'TSQualifiedName') return undefined;
  const left = entityPath(name.left);
  return left && { head: left.head, members: [...left.members, name.right.name] };
}

function expressionPath(node: ES.Expression): TypePath | undefined {
  if (node.type === 'Identifier') return { head: node, members: [] };
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const left = expressionPath(node.object);
  return left && { head: left.head, members: [...left.members, node.property.name] };
}

type Literal = NonNullable<TypeFacts['literals']>[number];

/** Literals stay when all members are literals; else `X | undefined` and `X | null` are `X`, and other unions say nothing. */
function unionFacts(file: FileDraft, types: readonly ES.TypeNode[], depth: number): TypeFacts | undefined {
  const solid = types.filter((type) => type.type !== 'TSUndefinedKeyword' && type.type !== 'TSNullKeyword');
  const literals: Literal[] = [];
  let others = 0;
  let last: TypeFacts | undefined;
  for (const type of solid) {
    const literal = type.type === 'TSLiteralType' ? literalOf(type) : undefined;
    if (literal !== undefined) {
      literals.push(literal);
      continue;
    }
    const facts = type.type === 'TSLiteralType' ? undefined : typeFacts(file, type, depth + 1);
    if (facts?.literals) literals.push(...facts.literals);
    else {
      others++;
      last = facts;
    }
  }
  if (others === 0) {
    if (literals.length === 0) return undefined;
    if (types.some((type) => type.type === 'TSNullKeyword')) literals.push(null);
    return { ...nothing, literals };
  }
  return others === 1 && literals.length === 0 ? last : undefined;
}

function literalOf({ literal }: ES.TSLiteralType): Literal | undefined {
  if (literal.type === 'TemplateLiteral') {
    const [only] = literal.quasis;
    return literal.quasis.length === 1 ? only?.value.cooked : undefined;
  }
  if (literal.type !== 'Literal') return undefined;
  const { value } = literal;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function intersectionFacts(file: FileDraft, node: ES.TSIntersectionType, depth: number): TypeFacts | undefined {
  const parts = node.types.map((type) => typeFacts(file, type, depth + 1));
  const first = parts.find((part) => part?.reference);
  const withMembers = parts.filter((part) => part?.members);
  if (!first && withMembers.length === 0) return undefined;
  const members = withMembers.reduce<TypeFacts['members']>((all, part) => ({ ...all, ...part?.members }), undefined);
  return { ...nothing, reference: first?.reference, arguments: first?.arguments ?? [], members };
}

function memberFacts(
  file: FileDraft,
  elements: readonly ES.TypeElement[],
  depth: number,
): Readonly<Record<string, TypeFacts>> {
  const members: [string, TypeFacts][] = [];
  for (const element of elements) {
    if (element.type !== 'TSPropertySignature' || element.computed || !element.typeAnnotation) continue;
    const { key } = element;
    const name = key.type === 'Identifier' ? key.name : String(key.value);
    const facts = typeFacts(file, element.typeAnnotation.typeAnnotation, depth + 1);
    if (facts) members.push([name, facts]);
  }
  return Object.fromEntries(members);
}
