import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import { assume, inCondition, testOf, type Test } from '../shared/conditions.js';
import { lowerExpression } from './expressions.js';
import type { FileDraft } from './file-draft.js';

/** Lowers an expression that is only tested, never used. */
export function lowerTest(file: FileDraft, node: ES.Expression): Test {
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    return { kind: 'not', test: lowerTest(file, node.argument), range: node.range };
  }
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const kind = node.operator === '&&' ? 'and' : 'or';
    const [first, ...others] = operandsOf(node);
    let test = lowerTest(file, first);
    let last = test;
    let { condition } = file.frame;
    for (const operand of others) {
      condition = assume(file, last, kind === 'and', condition);
      last = inCondition(file, condition, node.range, () => lowerTest(file, operand));
      test = { kind, left: test, right: last, range: node.range };
    }
    return test;
  }
  return testOf(file, lowerExpression(file, node));
}

/** Operands of a chain of the same operator from left to right. */
export function operandsOf(node: ES.LogicalExpression): [ES.Expression, ...ES.Expression[]] {
  const others: ES.Expression[] = [node.right];
  let first: ES.Expression = node.left;
  while (first.type === 'LogicalExpression' && first.operator === node.operator) {
    others.push(first.right);
    first = first.left;
  }
  return [first, ...others.reverse()];
}
