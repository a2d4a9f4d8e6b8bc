import type { ConditionId, ValueId } from '../../facts.js';
import { assume, inCondition, testOf, type Test } from '../shared/conditions.js';
import { maximumDepth } from '../shared/depth.js';
import { inWay, join } from '../shared/environment.js';
import { addValue, literal, operation, phi, reportDepth, unknown } from '../shared/file-draft.js';
import { assignName } from '../shared/variables.js';
import { lowerCall } from './calls.js';
import { lowerDictionary, lowerItems } from './collections.js';
import { lowerComprehension } from './comprehensions.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerPercent } from './formats.js';
import { lowerLambda } from './functions.js';
import { lowerNumber } from './literals.js';
import { lowerAttribute, lowerSubscript } from './members.js';
import { readName } from './names.js';
import { lowerString } from './strings.js';
import { lowerSum } from './sums.js';
import { lowerTest, operandsOf, operatorOf } from './tested-expressions.js';
import { operands, part, type Tree } from './tree.js';

/** Lowers an expression to its value. Broken code may lack a node where the grammar wants one: `unknown`. */
export function lowerExpression(file: FileDraft, node: Tree | undefined): ValueId {
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

function lowerNode(file: FileDraft, node: Tree): ValueId {
  switch (node.type) {
    case 'identifier':
      return readName(file, textOf(file, node), node.range);
    case 'string':
    case 'concatenated_string':
      return lowerString(file, node);
    case 'integer':
    case 'float':
      return lowerNumber(file, node);
    case 'true':
    case 'false':
      return literal(file, node.type === 'true', node.range);
    case 'none':
      return literal(file, null, node.range);
    case 'attribute':
      return lowerAttribute(file, node);
    case 'subscript':
      return lowerSubscript(file, node);
    case 'call':
      return lowerCall(file, node, false);
    case 'parenthesized_expression':
    case 'type':
    case 'as_pattern_target':
      return lowerExpression(file, node.children[0]);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
      return lowerItems(file, node);
    case 'dictionary':
      return lowerDictionary(file, node);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension':
      return lowerComprehension(file, node);
    case 'binary_operator':
      return lowerBinary(file, node);
    case 'unary_operator':
      return lowerUnary(file, node);
    case 'not_operator': {
      const value = lowerExpression(file, part(node, 'argument'));
      const result = operation(file, 'not', [value], node.range);
      file.tests.set(result, { kind: 'not', test: testOf(file, value), range: node.range });
      return result;
    }
    case 'comparison_operator':
      return lowerComparison(file, node);
    case 'boolean_operator':
      return lowerLogical(file, node);
    case 'conditional_expression':
      return lowerConditional(file, node);
    case 'lambda':
      return lowerLambda(file, node);
    case 'await': {
      const value = lowerExpression(file, operands(node)[0]);
      return addValue(file, { kind: 'await', value, range: node.range, fn: file.frame.fn });
    }
    case 'yield':
      return lowerYield(file, node);
    case 'named_expression': {
      const value = lowerExpression(file, part(node, 'value'));
      const name = part(node, 'name');
      if (name) assignName(file, textOf(file, name), value);
      return value;
    }
    case 'as_pattern':
    case 'list_splat':
    case 'dictionary_splat':
      return lowerExpression(file, operands(node)[0]);
    default:
      return unknown(
        file,
        node.range,
        node.children.length > 0 ? operands(node).map((child) => lowerExpression(file, child)) : [],
      );
  }
}

function lowerBinary(file: FileDraft, node: Tree): ValueId {
  const operator = part(node, 'operator')?.type ?? '+';
  if (operator === '+') return lowerSum(file, node);
  const formatted = operator === '%' ? lowerPercent(file, node) : undefined;
  if (formatted !== undefined) return formatted;
  const left = lowerExpression(file, part(node, 'left'));
  const right = lowerExpression(file, part(node, 'right'));
  return merged(file, operator, left, right, node) ?? operation(file, operator, [left, right], node.range);
}

/** `defaults | {'key': value}`. */
function merged(file: FileDraft, operator: string, left: ValueId, right: ValueId, node: Tree): ValueId | undefined {
  if (operator !== '|' || ![left, right].some((value) => file.values[value]?.kind === 'object')) return undefined;
  const { range } = node;
  const entries = [left, right].map((spread) => ({ spread, range }));
  return addValue(file, { kind: 'object', entries, range, fn: file.frame.fn });
}

function lowerUnary(file: FileDraft, node: Tree): ValueId {
  const operator = part(node, 'operator')?.type ?? '-';
  const value = lowerExpression(file, part(node, 'argument'));
  const facts = file.values[value];
  if (operator === '-' && facts?.kind === 'literal' && typeof facts.value === 'number') {
    return literal(file, -facts.value, node.range);
  }
  return operation(file, operator, [value], node.range);
}

/** `a < b < c` is `a < b and b < c`. */
function lowerComparison(file: FileDraft, node: Tree): ValueId {
  const { range } = node;
  const [first, ...others] = node.children.filter((child) => child.field !== 'operators');
  const operators = node.children.filter((child) => child.field === 'operators');
  let left = lowerExpression(file, first);
  const compared = others.map((operand, index) => {
    const right = lowerExpression(file, operand);
    const value = operation(file, operators[index]?.type ?? '==', [left, right], range);
    left = right;
    return value;
  });
  const [only = left] = compared;
  if (compared.length <= 1) return only;
  const value = operation(file, 'and', compared, range);
  const tests = compared.map((each): Test => ({ kind: 'value', value: each }));
  file.tests.set(
    value,
    tests.reduce((test, right): Test => ({ kind: 'and', left: test, right, range })),
  );
  return value;
}

/** `a and b`, `a or b`: one of the operands, each evaluated under what those before it say. */
function lowerLogical(file: FileDraft, node: Tree): ValueId {
  const { range } = node;
  const holds = operatorOf(node) === 'and';
  const [first, ...others] = operandsOf(node);
  const inputs = [lowerExpression(file, first)];
  const conditions: ConditionId[] = [];
  let { condition } = file.frame;
  let test = testOf(file, inputs[0] ?? -1);
  let last = test;
  for (const operand of others) {
    conditions.push(assume(file, last, !holds, condition));
    condition = assume(file, last, holds, condition);
    const value = inCondition(file, condition, range, () => lowerExpression(file, operand));
    inputs.push(value);
    last = testOf(file, value);
    test = { kind: holds ? 'and' : 'or', left: test, right: last, range };
  }
  conditions.push(condition);
  const value = phi(file, inputs, conditions, range);
  file.tests.set(value, test);
  return value;
}

function lowerConditional(file: FileDraft, node: Tree): ValueId {
  const [consequent, tested, alternate] = node.children;
  const before = file.frame.condition;
  const test = lowerTest(file, tested);
  const holds = assume(file, test, true);
  const fails = assume(file, test, false);
  const [left, leftWay] = inWay(file, holds, () => lowerExpression(file, consequent));
  const [right, rightWay] = inWay(file, fails, () => lowerExpression(file, alternate));
  const { dead } = file.frame;
  join(file, [leftWay, rightWay], node.range);
  file.frame.condition = before;
  file.frame.dead = dead;
  return phi(file, [left, right], [holds, fails], node.range);
}

function lowerYield(file: FileDraft, node: Tree): ValueId {
  const { facts, fn } = file.frame;
  facts.generator = true;
  const [given] = operands(node);
  if (!given) return unknown(file, node.range);
  const value = lowerExpression(file, given);
  if (!node.children.some((child) => child.type === 'from')) {
    facts.yields.push(value);
    return unknown(file, node.range);
  }
  facts.yields.push(addValue(file, { kind: 'iteration', of: value, range: node.range, fn }));
  return unknown(file, node.range, [value]);
}
