import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ConditionId, ValueId } from '../../facts.js';
import { assume, inCondition, testOf } from '../shared/conditions.js';
import { lowerTest, operandsOf } from './tested-expressions.js';
import { lowerAssignment, lowerUpdate } from './assignments.js';
import { lowerCall, lowerDynamicImport } from './calls.js';
import { lowerClass } from './classes.js';
import { inWay, join } from '../shared/environment.js';
import { lowerFunction } from './functions.js';
import {
  addValue,
  globalValue,
  literal,
  operation,
  phi,
  reportDepth,
  superValue,
  thisValue,
  unknown,
} from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { lowerJsx } from './jsx.js';
import { lowerArray, lowerLiteral, lowerObject } from './literals.js';
import { lowerPlace } from './members.js';
import { readPlace } from '../shared/places.js';
import { maximumDepth } from '../shared/depth.js';
import { lowerConcatenation, lowerTaggedTemplate, lowerTemplate } from './templates.js';
import { readName } from '../shared/variables.js';

/** Lowers an expression to its value. Broken code may lack a node where the grammar wants one: `unknown`. */
export function lowerExpression(file: FileDraft, node: ES.Node | null | undefined): ValueId {
  if (!node) return unknown(file, [0, 0]);
  if (file.depth > maximumDepth) {
    reportDepth(file, node.range);
    return unknown(file, node.range);
  }
  file.depth++;
  const value = lowerNode(file, node);
  file.depth--;
  return value;
}

function lowerNode(file: FileDraft, node: ES.Node): ValueId {
  switch (node.type) {
    case 'Identifier':
      return readName(file, node.name, node.range);
    case 'Literal':
      return lowerLiteral(file, node);
    case 'MemberExpression':
      return readPlace(file, lowerPlace(file, node), node.range);
    case 'CallExpression':
    case 'NewExpression':
      return lowerCall(file, node, false);
    case 'ImportExpression':
      return lowerDynamicImport(file, node);
    case 'ChainExpression': {
      const { condition } = file.frame;
      const value = lowerExpression(file, node.expression);
      file.frame.condition = condition;
      return value;
    }
    case 'TemplateLiteral':
      return lowerTemplate(file, node);
    case 'TaggedTemplateExpression':
      return lowerTaggedTemplate(file, node);
    case 'BinaryExpression':
      if (node.operator === '+') return lowerConcatenation(file, node);
      return lowerBinary(file, node);
    case 'LogicalExpression':
      return lowerLogical(file, node);
    case 'ConditionalExpression':
      return lowerConditional(file, node);
    case 'UnaryExpression':
      return lowerUnary(file, node);
    case 'UpdateExpression':
      return lowerUpdate(file, node);
    case 'AssignmentExpression':
      return lowerAssignment(file, node);
    case 'ObjectExpression':
      return lowerObject(file, node);
    case 'ArrayExpression':
      return lowerArray(file, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return lowerFunction(file, node, {});
    case 'ClassExpression':
      return lowerClass(file, node, undefined);
    case 'Super':
      return superValue(file, node.range);
    case 'ThisExpression':
      return thisValue(file, node.range);
    case 'AwaitExpression': {
      const value = lowerExpression(file, node.argument);
      if (file.values[value]?.kind === 'import') return value;
      return addValue(file, { kind: 'await', value, range: node.range, fn: file.frame.fn });
    }
    case 'YieldExpression':
      return lowerYield(file, node);
    case 'SequenceExpression': {
      const values = node.expressions.map((expression) => lowerExpression(file, expression));
      return values.at(-1) ?? unknown(file, node.range);
    }
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return lowerExpression(file, node.expression);
    case 'MetaProperty':
      return globalValue(file, `${node.meta.name}.${node.property.name}`, node.range);
    case 'JSXElement':
    case 'JSXFragment':
      return lowerJsx(file, node);
    case 'PrivateIdentifier':
      return literal(file, `#${node.name}`, node.range);
    default:
      return unknown(file, node.range);
  }
}

function lowerBinary(file: FileDraft, node: ES.BinaryExpression): ValueId {
  const left = lowerExpression(file, node.left);
  const right = lowerExpression(file, node.right);
  return operation(file, node.operator, [left, right], node.range);
}

function lowerUnary(file: FileDraft, node: ES.UnaryExpression): ValueId {
  const value = lowerExpression(file, node.argument);
  const facts = file.values[value];
  if (node.operator === '-' && facts?.kind === 'literal' && typeof facts.value === 'number') {
    return literal(file, -facts.value, node.range);
  }
  if (node.operator === 'void') return literal(file, undefined, node.range);
  const result = operation(file, node.operator, [value], node.range);
  if (node.operator === '!') file.tests.set(result, { kind: 'not', test: testOf(file, value), range: node.range });
  return result;
}

/** What `...(a && b)` spreads: the properties of `b` or none, for `a` has none where it is falsy. */
export function lowerSpread(file: FileDraft, node: ES.Expression): ValueId {
  const guarded = node.type === 'LogicalExpression' && node.operator === '&&';
  return guarded ? lowerLogical(file, node, true) : lowerExpression(file, node);
}

/**
 * `a && b`, `a || b` and `a ?? b`: one of the operands, each evaluated under what those before it say. With `lastOnly`
 * the last operand or nothing.
 */
function lowerLogical(file: FileDraft, node: ES.LogicalExpression, lastOnly = false): ValueId {
  const { range, operator } = node;
  const [first, ...others] = operandsOf(node);
  const inputs = [lowerExpression(file, first)];
  const conditions: ConditionId[] = [];
  let { condition } = file.frame;
  let test = testOf(file, inputs[0] ?? -1);
  const holds = operator === '&&';
  let last = test;
  for (const operand of others) {
    const known = operator !== '??';
    conditions.push(known ? assume(file, last, !holds, condition) : condition);
    if (known) condition = assume(file, last, holds, condition);
    const value = inCondition(file, condition, range, () => lowerExpression(file, operand));
    inputs.push(value);
    last = testOf(file, value);
    test = { kind: holds ? 'and' : 'or', left: test, right: last, range };
  }
  conditions.push(condition);
  if (lastOnly) inputs.splice(0, inputs.length - 1, ...inputs.slice(1).map(() => literal(file, undefined, range)));
  const value = phi(file, inputs, conditions, range);
  // What `a ?? b` says does not depend on whether `a` is true.
  if (operator !== '??') file.tests.set(value, test);
  return value;
}

function lowerConditional(file: FileDraft, node: ES.ConditionalExpression): ValueId {
  const before = file.frame.condition;
  const test = lowerTest(file, node.test);
  const holds = assume(file, test, true);
  const fails = assume(file, test, false);
  const [left, leftWay] = inWay(file, holds, () => lowerExpression(file, node.consequent));
  const [right, rightWay] = inWay(file, fails, () => lowerExpression(file, node.alternate));
  const dead = file.frame.dead;
  join(file, [leftWay, rightWay], node.range);
  file.frame.condition = before;
  file.frame.dead = dead;
  return phi(file, [left, right], [holds, fails], node.range);
}

function lowerYield(file: FileDraft, node: ES.YieldExpression): ValueId {
  const { facts, fn } = file.frame;
  if (!node.argument) return unknown(file, node.range);
  const value = lowerExpression(file, node.argument);
  if (!node.delegate) {
    facts.yields.push(value);
    return unknown(file, node.range);
  }
  facts.yields.push(addValue(file, { kind: 'iteration', of: value, range: node.range, fn }));
  return unknown(file, node.range, [value]);
}
