import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ClassId, FunctionFacts, FunctionId, Range, ValueId } from '../../facts.js';
import { lowerClass } from './classes.js';
import { inCondition } from '../shared/conditions.js';
import { lowerExpression } from './expressions.js';
import { addValue, phi, thisValue, type FunctionDraft } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { addFunction, endFunction, inFrame, newFrame } from '../shared/frames.js';
import { writePlace } from '../shared/places.js';
import { assignPattern } from './patterns.js';
import { lookup } from '../shared/scope.js';
import { lowerStatements } from './statements.js';
import { typeOfPattern } from './types.js';
import { writeVariable } from '../shared/variables.js';

export type FunctionNode = ES.FunctionDeclaration | ES.FunctionExpression | ES.ArrowFunctionExpression;

/** What the place where a function stands says about it. */
export interface FunctionHints {
  readonly name?: string | undefined;
  readonly nameRange?: Range | undefined;
  readonly kind?: FunctionFacts['kind'];
  readonly class?: ClassId;
  /** What `this` is inside: the object that the method belongs to. */
  readonly self?: ValueId;
  readonly decorators?: readonly ES.Decorator[];
}

/** Lowers an expression that gets its name from where it is put: `const run = () => …`, `{ run: () => … }`. */
export function lowerNamed(file: FileDraft, node: ES.Node, target: ES.Node | undefined): ValueId {
  const named = target && nameOf(target);
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return lowerFunction(file, node, named ?? {});
    case 'ClassExpression':
      return lowerClass(file, node, named?.name);
    default:
      return lowerExpression(file, node);
  }
}

function nameOf(target: ES.Node): { readonly name: string; readonly nameRange: Range } | undefined {
  switch (target.type) {
    case 'Identifier':
      return { name: target.name, nameRange: identifierRange(target) };
    case 'MemberExpression':
      return target.computed ? undefined : nameOf(target.property);
    case 'PrivateIdentifier':
      return { name: `#${target.name}`, nameRange: target.range };
    case 'Literal':
      return { name: String(target.value), nameRange: target.range };
    default:
      return undefined;
  }
}

/** An identifier's range covers its type annotation as well. */
export function identifierRange(node: ES.Identifier): Range {
  return [node.range[0], node.range[0] + node.name.length];
}

/** Makes the value of a function declaration before its body is lowered, as calls above it see it. */
export function hoistFunction(file: FileDraft, node: ES.FunctionDeclaration): void {
  const hints = node.id ? { name: node.id.name, nameRange: identifierRange(node.id) } : {};
  const value = reserveFunction(file, node, hints);
  file.hoisted.set(node, value);
  const binding = node.id && lookup(file.frame.scope, node.id.name);
  if (binding) writeVariable(file, binding, value);
}

export function lowerFunction(file: FileDraft, node: FunctionNode, hints: FunctionHints): ValueId {
  const value = file.hoisted.get(node) ?? reserveFunction(file, node, hints);
  const facts = file.values[value];
  if (facts?.kind === 'function') lowerBody(file, node, facts.function, value, hints);
  return value;
}

function reserveFunction(file: FileDraft, node: FunctionNode, hints: FunctionHints): ValueId {
  const id = addFunction(file, {
    name: node.id?.name ?? hints.name,
    nameRange: node.id ? identifierRange(node.id) : hints.nameRange,
    range: node.range,
    bodyRange: node.body.range,
    class: hints.class,
    kind: hints.kind ?? (node.type === 'ArrowFunctionExpression' ? 'arrow' : 'function'),
    async: node.async,
    generator: node.generator,
  });
  if (node.returnType?.typeAnnotation.type === 'TSNeverKeyword') file.neverReturning.add(id);
  return addValue(file, { kind: 'function', function: id, range: node.range, fn: file.frame.fn });
}

function lowerBody(file: FileDraft, node: FunctionNode, fn: FunctionId, value: ValueId, hints: FunctionHints): void {
  const facts = file.functions[fn];
  if (!facts) return;
  for (const decorator of hints.decorators ?? []) facts.decorators.push(lowerExpression(file, decorator.expression));
  // A tree that was cut for its depth has functions that the bind pass has not seen.
  const scope = file.scopes.byNode.get(node) ?? file.frame.scope;
  const self =
    node.type === 'ArrowFunctionExpression' ? file.frame.self : { fn, class: hints.class, value: hints.self };
  const frame = newFrame(fn, facts, scope, self);
  inFrame(file, frame, () => {
    if (node.type === 'FunctionExpression' && node.id) {
      const own = scope.names.get(node.id.name);
      if (own) writeVariable(file, own, value);
    }
    lowerParameters(file, node, fn, facts);
    if (node.body.type !== 'BlockStatement') {
      facts.returns.push({ value: lowerExpression(file, node.body), condition: frame.condition });
      return;
    }
    lowerStatements(file, node.body.body, facts.directives);
    endFunction(file);
    if (frame.dead && facts.returns.length === 0 && !facts.async && !facts.generator) file.neverReturning.add(fn);
  });
}

function lowerParameters(file: FileDraft, node: FunctionNode, fn: FunctionId, facts: FunctionDraft): void {
  // TypeScript's `this` parameter is none.
  const parameters = node.params.filter((each) => each.type !== 'Identifier' || each.name !== 'this');
  parameters.forEach((parameter, index) => {
    const decorators = parameter.decorators.map((decorator) => lowerExpression(file, decorator.expression));
    const plain = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const rest = plain.type === 'RestElement';
    const target = plain.type === 'AssignmentPattern' ? plain.left : rest ? plain.argument : plain;
    const name = target.type === 'Identifier' ? target : undefined;
    const range = name ? identifierRange(name) : target.range;
    const value = addValue(file, { kind: 'parameter', function: fn, index, range, fn });
    let held = value;
    let fallback: ValueId | undefined;
    if (plain.type === 'AssignmentPattern') {
      const { condition } = file.frame;
      fallback = inCondition(file, condition, plain.range, () => lowerNamed(file, plain.right, name));
      held = phi(file, [value, fallback], [condition, condition], plain.range);
    }
    facts.parameters.push({
      name: name?.name,
      value,
      rest,
      default: fallback,
      type: typeOfPattern(file, rest ? plain : target),
      ...(decorators.length > 0 && { decorators }),
    });
    assignPattern(file, target, held, plain.range);
    if (parameter.type === 'TSParameterProperty' && name) {
      writePlace(file, { object: thisValue(file, range), key: name.name }, held, plain.range, range);
    }
  });
}
