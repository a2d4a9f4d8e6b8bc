import { assume, inCondition, testOf, type Test } from '../shared/conditions.js';
import type { FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { bare, part, type Tree } from './tree.js';

/** Lowers an expression that is only tested, never used. */
export function lowerTest(file: FileDraft, node: Tree | undefined): Test {
  const tested = node && bare(node);
  if (tested?.type === 'not_operator') {
    return { kind: 'not', test: lowerTest(file, part(tested, 'argument')), range: tested.range };
  }
  if (tested?.type === 'boolean_operator') {
    const kind = operatorOf(tested);
    const [first, ...others] = operandsOf(tested);
    let test = lowerTest(file, first);
    let last = test;
    let { condition } = file.frame;
    for (const operand of others) {
      condition = assume(file, last, kind === 'and', condition);
      last = inCondition(file, condition, tested.range, () => lowerTest(file, operand));
      test = { kind, left: test, right: last, range: tested.range };
    }
    return test;
  }
  return testOf(file, lowerExpression(file, tested));
}

export function operatorOf(node: Tree): 'and' | 'or' {
  return part(node, 'operator')?.type === 'and' ? 'and' : 'or';
}

/** Operands of a chain of the same operator from left to right. */
export function operandsOf(node: Tree): readonly Tree[] {
  const operator = operatorOf(node);
  const reversed: Tree[] = [];
  let at: Tree | undefined = node;
  while (at?.type === 'boolean_operator' && operatorOf(at) === operator) {
    const right = part(at, 'right');
    if (right) reversed.push(right);
    at = part(at, 'left');
  }
  if (at) reversed.push(at);
  return reversed.reverse();
}
