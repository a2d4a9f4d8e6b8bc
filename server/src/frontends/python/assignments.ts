import type { Range, ValueId } from '../../facts.js';
import { assumeCompleted } from '../shared/conditions.js';
import { addValue, operation, unknown } from '../shared/file-draft.js';
import { readMember, readPlace, writePlace, type Place } from '../shared/places.js';
import { lookup } from '../shared/scope.js';
import { assignName } from '../shared/variables.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { lowerNamedLambda } from './functions.js';
import { attributePlace, subscriptPlace } from './members.js';
import { readName } from './names.js';
import { lowerAddition } from './sums.js';
import { operands, part, type Tree } from './tree.js';

/** `a = b = value`, also with a type; the value, or undefined where only a type is given. */
export function lowerAssignment(file: FileDraft, node: Tree): ValueId | undefined {
  const left = part(node, 'left');
  const right = part(node, 'right');
  if (!left || !right) return undefined;
  const value = lowerAssigned(file, right, left);
  assignTarget(file, left, value, node.range);
  assumeCompleted(file, value);
  return value;
}

function lowerAssigned(file: FileDraft, right: Tree, left: Tree): ValueId {
  switch (right.type) {
    case 'assignment':
      return lowerAssignment(file, right) ?? unknown(file, right.range);
    case 'augmented_assignment':
      return lowerAugmented(file, right);
    case 'lambda':
      return lowerNamedLambda(file, right, left);
    default:
      return lowerExpression(file, right);
  }
}

/** `left op= right`. */
export function lowerAugmented(file: FileDraft, node: Tree): ValueId {
  const { range } = node;
  const left = part(node, 'left');
  const right = part(node, 'right');
  const operator = (part(node, 'operator')?.type ?? '+=').slice(0, -1);
  const place = left && placeOf(file, left);
  const before = left ? readTarget(file, left, place) : unknown(file, range);
  const value =
    operator === '+'
      ? lowerAddition(file, before, right, range)
      : operation(file, operator, [before, lowerExpression(file, right)], range);
  if (place) writePlace(file, place, value, range, left.range);
  else if (left?.type === 'identifier') assignName(file, textOf(file, left), value);
  return value;
}

function placeOf(file: FileDraft, target: Tree): Place | undefined {
  if (target.type === 'attribute') return attributePlace(file, target);
  return target.type === 'subscript' ? subscriptPlace(file, target) : undefined;
}

function readTarget(file: FileDraft, target: Tree, place: Place | undefined): ValueId {
  if (place) return readPlace(file, place, target.range);
  return target.type === 'identifier'
    ? readName(file, textOf(file, target), target.range)
    : lowerExpression(file, target);
}

/** Gives a target its value. `range` is the whole assignment. */
export function assignTarget(file: FileDraft, target: Tree, value: ValueId, range: Range): void {
  switch (target.type) {
    case 'identifier':
      assignName(file, textOf(file, target), value);
      return;
    case 'attribute':
    case 'subscript': {
      const place = placeOf(file, target);
      if (place) writePlace(file, place, value, range, target.range);
      return;
    }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
      assignItems(file, operands(target), value, range);
      return;
    case 'parenthesized_expression':
    case 'as_pattern_target':
    case 'list_splat':
    case 'list_splat_pattern':
      for (const child of operands(target)) assignTarget(file, child, value, range);
      return;
    default:
      return;
  }
}

function assignItems(file: FileDraft, items: readonly Tree[], value: ValueId, range: Range): void {
  let starred = false;
  items.forEach((item, index) => {
    if (item.type === 'list_splat_pattern' || item.type === 'list_splat') {
      const except = items.slice(0, index).map((_, key) => String(key));
      const rest = addValue(file, { kind: 'rest', of: value, except, range: item.range, fn: file.frame.fn });
      starred = true;
      assignTarget(file, item, rest, range);
      return;
    }
    // Behind the star nobody knows the index.
    const element = starred
      ? addValue(file, { kind: 'iteration', of: value, range: item.range, fn: file.frame.fn })
      : readMember(file, value, String(index), item.range);
    assignTarget(file, item, element, range);
  });
}

/** `del name`: reading it later is an error. */
export function lowerDelete(file: FileDraft, node: Tree): void {
  for (const target of operands(node)) {
    if (target.type === 'expression_list' || target.type === 'tuple') lowerDelete(file, target);
    else if (target.type === 'identifier') {
      const name = textOf(file, target);
      if (lookup(file.frame.scope, name)) assignName(file, name, unknown(file, target.range));
    } else placeOf(file, target);
  }
}
