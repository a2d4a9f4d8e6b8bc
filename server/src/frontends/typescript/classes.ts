import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ClassId, FunctionFacts, ValueId } from '../../facts.js';
import { lowerExpression } from './expressions.js';
import { addValue, type ClassDraft, type Self } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { addFunction, endFunction, inFrame, newFrame } from '../shared/frames.js';
import { lowerFunction, lowerNamed } from './functions.js';
import { propertyKey } from './patterns.js';
import { possibly } from './possibly.js';
import { lookup } from '../shared/scope.js';
import { lowerStatements } from './statements.js';
import { typeFacts, typeOfPattern } from './types.js';
import { writeVariable } from '../shared/variables.js';

export type ClassNode = ES.ClassDeclaration | ES.ClassExpression;

/** Makes the value of a class declaration before its body is lowered. */
export function hoistClass(file: FileDraft, node: ES.ClassDeclaration): void {
  const value = reserveClass(file, node, undefined);
  file.hoisted.set(node, value);
  const binding = node.id && lookup(file.frame.scope, node.id.name);
  if (binding) writeVariable(file, binding, value);
}

function reserveClass(file: FileDraft, node: ClassNode, name: string | undefined): ValueId {
  const id: ClassId = file.classes.length;
  const value = addValue(file, { kind: 'class', class: id, range: node.range, fn: file.frame.fn });
  const instance = addValue(file, { kind: 'this', class: id, range: node.range, fn: file.frame.fn });
  file.classes.push({
    name: node.id?.name ?? name,
    range: node.range,
    value,
    instance,
    superClass: undefined,
    methods: [],
    fields: [],
    constructorFunction: undefined,
    decorators: [],
  });
  return value;
}

export function lowerClass(file: FileDraft, node: ClassNode, name: string | undefined): ValueId {
  const value = file.hoisted.get(node) ?? reserveClass(file, node, name);
  const facts = file.values[value];
  const id = facts?.kind === 'class' ? facts.class : -1;
  const draft = file.classes[id];
  if (!draft) return value;
  const { frame } = file;
  const outer = frame.scope;
  frame.scope = file.scopes.byNode.get(node) ?? outer;
  for (const decorator of node.decorators) draft.decorators.push(lowerExpression(file, decorator.expression));
  const own = node.type === 'ClassExpression' && node.id ? frame.scope.names.get(node.id.name) : undefined;
  if (own) writeVariable(file, own, value);
  if (node.superClass) draft.superClass = lowerExpression(file, node.superClass);
  for (const member of node.body.body) lowerMember(file, member, { id, draft, value });
  frame.scope = outer;
  return value;
}

interface ClassInLowering {
  readonly id: ClassId;
  readonly draft: ClassDraft;
  readonly value: ValueId;
}

function lowerMember(file: FileDraft, member: ES.ClassElement, owner: ClassInLowering): void {
  switch (member.type) {
    case 'MethodDefinition':
      lowerMethod(file, member, owner);
      return;
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractPropertyDefinition':
    case 'TSAbstractAccessorProperty':
      lowerField(file, member, owner);
      return;
    case 'StaticBlock':
      lowerStaticBlock(file, member, owner);
      return;
    default:
      return;
  }
}

const methodKinds: Readonly<Record<ES.MethodDefinition['kind'], FunctionFacts['kind']>> = {
  constructor: 'constructor',
  get: 'getter',
  method: 'method',
  set: 'setter',
};

function lowerMethod(file: FileDraft, member: ES.MethodDefinition, { id, draft, value }: ClassInLowering): void {
  const key = propertyKey(file, member);
  // Overloads have no body.
  if (member.value.type !== 'FunctionExpression') return;
  const name = typeof key === 'string' ? key : undefined;
  const method = lowerFunction(file, member.value, {
    name,
    nameRange: name === undefined ? undefined : member.key.range,
    kind: methodKinds[member.kind],
    class: id,
    decorators: member.decorators,
    ...(member.static && { self: value }),
  });
  const facts = file.values[method];
  if (facts?.kind !== 'function') return;
  if (member.kind === 'constructor') {
    draft.constructorFunction = facts.function;
    addParameterFields(file, member.value, draft);
  } else if (name !== undefined) {
    draft.methods.push({ name, function: facts.function, static: member.static });
  }
}

/** `constructor(private readonly client: OpenAI)` declares a field. */
function addParameterFields(file: FileDraft, constructor: ES.FunctionExpression, draft: ClassDraft): void {
  for (const parameter of constructor.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    const name = possibly(target.name);
    if (name === undefined) continue;
    draft.fields.push({ name, value: undefined, static: false, type: typeOfPattern(file, target) });
  }
}

type Field =
  ES.PropertyDefinition | ES.AccessorProperty | ES.TSAbstractPropertyDefinition | ES.TSAbstractAccessorProperty;

/** Initialisers belong to the code around the class, except that `this` is the instance. */
function lowerField(file: FileDraft, member: Field, { id, draft, value: classValue }: ClassInLowering): void {
  const { frame } = file;
  for (const decorator of member.decorators) lowerExpression(file, decorator.expression);
  const key = propertyKey(file, member);
  const outer = frame.self;
  const instance: Self = { fn: frame.fn, class: id, value: member.static ? classValue : undefined };
  frame.self = instance;
  const value = member.value ? lowerNamed(file, member.value, member.computed ? undefined : member.key) : undefined;
  frame.self = outer;
  if (typeof key !== 'string') return;
  const type = member.typeAnnotation ? typeFacts(file, member.typeAnnotation.typeAnnotation) : undefined;
  draft.fields.push({ name: key, value, static: member.static, type });
}

function lowerStaticBlock(file: FileDraft, member: ES.StaticBlock, { id, value }: ClassInLowering): void {
  const fn = addFunction(file, {
    name: undefined,
    nameRange: undefined,
    range: member.range,
    bodyRange: member.range,
    class: id,
    kind: 'static-block',
    async: false,
    generator: false,
  });
  const facts = file.functions[fn];
  if (!facts) return;
  const scope = file.scopes.byNode.get(member) ?? file.frame.scope;
  inFrame(file, newFrame(fn, facts, scope, { fn, class: id, value }), () => {
    lowerStatements(file, member.body, facts.directives);
    endFunction(file);
  });
}
