import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ValueId } from '../../facts.js';
import { assume, inCondition, testOf } from '../shared/conditions.js';
import { lowerExpression } from './expressions.js';
import { operation, phi } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { lowerNamed } from './functions.js';
import { lowerPlace } from './members.js';
import { readPlace, writePlace, type Place } from '../shared/places.js';
import { assignPattern } from './patterns.js';
import { concatenation } from './templates.js';
import { assignName, readName } from '../shared/variables.js';

export function lowerAssignment(file: FileDraft, node: ES.AssignmentExpression): ValueId {
  if (node.operator === '=') {
    const value = lowerNamed(file, node.right, node.left);
    assignPattern(file, node.left, value, node.range);
    return value;
  }
  const place = lowerTarget(file, node.left);
  const before = readTarget(file, node.left, place);
  const value = combine(file, node, before);
  writeTarget(file, node.left, place, value, node.range);
  return value;
}

export function lowerUpdate(file: FileDraft, node: ES.UpdateExpression): ValueId {
  const place = lowerTarget(file, node.argument);
  const before = readTarget(file, node.argument, place);
  const value = operation(file, node.operator, [before], node.range);
  writeTarget(file, node.argument, place, value, node.range);
  return value;
}

/** The value after `left op= right`. */
function combine(file: FileDraft, node: ES.AssignmentExpression, before: ValueId): ValueId {
  const { condition } = file.frame;
  switch (node.operator) {
    case '+=':
      return concatenation(file, [before, node.right], node);
    case '??=': {
      const right = inCondition(file, condition, node.range, () => lowerNamed(file, node.right, node.left));
      return phi(file, [before, right], [condition, condition], node.range);
    }
    case '||=':
    case '&&=': {
      const test = testOf(file, before);
      const holds = node.operator === '&&=';
      const onward = assume(file, test, holds);
      const right = inCondition(file, onward, node.range, () => lowerNamed(file, node.right, node.left));
      return phi(file, [before, right], [assume(file, test, !holds), onward], node.range);
    }
    default: {
      const right = lowerExpression(file, node.right);
      return operation(file, node.operator.slice(0, -1), [before, right], node.range);
    }
  }
}

function lowerTarget(file: FileDraft, target: ES.Expression): Place | undefined {
  return target.type === 'MemberExpression' ? lowerPlace(file, target) : undefined;
}

function readTarget(file: FileDraft, target: ES.Expression, place: Place | undefined): ValueId {
  if (place) return readPlace(file, place, target.range);
  return target.type === 'Identifier' ? readName(file, target.name, target.range) : lowerExpression(file, target);
}

function writeTarget(
  file: FileDraft,
  target: ES.Expression,
  place: Place | undefined,
  value: ValueId,
  range: readonly [number, number],
): void {
  if (place) writePlace(file, place, value, range, target.range);
  else if (target.type === 'Identifier') assignName(file, target.name, value);
}
