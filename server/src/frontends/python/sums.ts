import type { ArrayItem, Range, ValueId } from '../../facts.js';
import { addValue, operation } from '../shared/file-draft.js';
import { addPart, addText, arithmetic, text, type Parts } from '../shared/text-parts.js';
import type { FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { addString, isString } from './strings.js';
import { bare, part, type Tree } from './tree.js';

interface Term {
  readonly node: Tree | undefined;
  /** Undefined for a string that is written here. */
  readonly value: ValueId | undefined;
  readonly range: Range;
}

/** `a + b`: a text, a list or a number. */
export function lowerSum(file: FileDraft, node: Tree): ValueId {
  return sum(
    file,
    spine(node).map((term) => termOf(file, term)),
    node.range,
  );
}

/** The value after `left += right`. */
export function lowerAddition(file: FileDraft, before: ValueId, right: Tree | undefined, range: Range): ValueId {
  const added = right ? spine(right).map((term) => termOf(file, term)) : [];
  return sum(file, [{ node: undefined, value: before, range }, ...added], range);
}

function termOf(file: FileDraft, node: Tree): Term {
  return { node, value: isString(node) ? undefined : lowerExpression(file, node), range: node.range };
}

function sum(file: FileDraft, terms: readonly Term[], range: Range): ValueId {
  const values = terms.flatMap(({ value }) => value ?? []);
  if (values.some((value) => file.values[value]?.kind === 'array')) return joinedList(file, terms, range);
  // `count += 1` counts, whatever the variable holds.
  const counted = terms.filter(({ node }) => node !== undefined);
  if (counted.every(({ value }) => value !== undefined && isNumber(file, value))) {
    return operation(file, '+', values, range);
  }
  const pieces: Parts = { parts: [], ranges: [] };
  for (const { node, value, range: at } of terms) {
    if (value !== undefined) addTerm(file, pieces, value, at);
    else if (node) addString(file, pieces, node);
  }
  return text(file, pieces, false, range);
}

function addTerm(file: FileDraft, pieces: Parts, value: ValueId, range: Range): void {
  const facts = file.values[value];
  if (facts?.kind === 'literal' && typeof facts.value === 'string' && facts.range[0] === range[0]) {
    addText(pieces, facts.value, range);
  } else addPart(pieces, value, range);
}

function isNumber(file: FileDraft, value: ValueId): boolean {
  const facts = file.values[value];
  if (facts?.kind === 'literal') return typeof facts.value === 'number';
  return facts?.kind === 'operation' && arithmetic.has(facts.operator);
}

/** `arguments + ['--flag']`. */
function joinedList(file: FileDraft, terms: readonly Term[], range: Range): ValueId {
  const items = terms.flatMap(({ value, range: at }): ArrayItem[] => {
    if (value === undefined) return [];
    const facts = file.values[value];
    // A list that is written here has no other use.
    const own = facts?.kind === 'array' && facts.range[0] === at[0] && facts.range[1] === at[1];
    return own ? [...facts.items] : [{ spread: value, range: at }];
  });
  return addValue(file, { kind: 'array', items, range, fn: file.frame.fn });
}

/** Operands of nested additions from left to right. Chains are left-deep and may have thousands of terms. */
function spine(node: Tree): Tree[] {
  const reversed: Tree[] = [];
  const pending: Tree[] = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const at = bare(next);
    const left = part(at, 'left');
    const right = part(at, 'right');
    if (at.type === 'binary_operator' && part(at, 'operator')?.type === '+' && left && right) pending.push(left, right);
    else reversed.push(at);
  }
  return reversed.reverse();
}
