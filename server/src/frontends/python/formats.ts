import type { Range, ValueId } from '../../facts.js';
import { addValue, literal, operation } from '../shared/file-draft.js';
import { readMember } from '../shared/places.js';
import { addText, text, type Parts } from '../shared/text-parts.js';
import type { FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { prefixOf } from './literals.js';
import { addFormatted, isString } from './strings.js';
import { bare, operands, part, type Tree } from './tree.js';

const printf = /%(?:\((\w+)\))?[#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?([diouxXeEfFgGcrsa%])/g;

/** `format % values` where the format is known; undefined where it is not, or where `%` may be arithmetic. */
export function lowerPercent(file: FileDraft, node: Tree): ValueId | undefined {
  const left = part(node, 'left');
  const right = part(node, 'right');
  if (!left || !right) return undefined;
  const format = lowerExpression(file, left);
  const values = bare(right);
  const known = textIn(file, format);
  if (known === undefined) {
    const given = lowerExpression(file, right);
    const facts = file.values[format];
    if (values.type !== 'tuple' && values.type !== 'dictionary' && facts?.kind !== 'template') {
      return operation(file, '%', [format, given], node.range);
    }
    const parts = [format, given];
    return addValue(file, {
      ...textValue(parts),
      ranges: [left.range, right.range],
      range: node.range,
      fn: file.frame.fn,
    });
  }
  const { at, given } = valuesGiven(file, values);
  return fill(file, node, formatRange(file, left), known, printf, (match, count) => {
    const [, key, conversion = ''] = match;
    if (conversion === '%') return '%';
    const value = key === undefined ? at(count) : readMember(file, given(), key, values.range);
    return { value: value ?? given(), format: conversion, range: placeOf(file, values, key ?? count) };
  });
}

/** Where a value of a tuple or dictionary stands; all of the values where that is not written. */
function placeOf(file: FileDraft, values: Tree, at: string | number): Range {
  if (typeof at === 'number') {
    const item = values.type === 'tuple' ? operands(values)[at] : undefined;
    return item?.range ?? values.range;
  }
  const pair = values.children.find((each) => {
    const key = each.type === 'pair' ? part(each, 'key') : undefined;
    return key !== undefined && file.text.slice(...key.range).slice(1, -1) === at;
  });
  return (pair && part(pair, 'value')?.range) ?? values.range;
}

function textValue(parts: readonly ValueId[]): {
  readonly kind: 'template';
  readonly parts: readonly ValueId[];
  readonly literal: false;
} {
  return { kind: 'template', parts, literal: false };
}

interface ValuesGiven {
  readonly at: (index: number) => ValueId | undefined;
  readonly given: () => ValueId;
}

/** The values on the right of `%`: by position for a tuple, else all of them. */
function valuesGiven(file: FileDraft, node: Tree): ValuesGiven {
  if (node.type === 'tuple') {
    const items = operands(node).map((item) => lowerExpression(file, item));
    return { at: (index) => items[index], given: () => items[0] ?? literal(file, undefined, node.range) };
  }
  const whole = lowerExpression(file, node);
  return {
    at: (index) => (index === 0 ? whole : readMember(file, whole, String(index), node.range)),
    given: () => whole,
  };
}

/** The constant text that a value is. */
function textIn(file: FileDraft, value: ValueId): string | undefined {
  const facts = file.values[value];
  return facts?.kind === 'literal' && typeof facts.value === 'string' ? facts.value : undefined;
}

const braces = /\{\{|\}\}|\{([^{}!:]*)(?:![rsa])?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g;

/** `'…{name}…'.format(name=…)` where the format is known. */
export function lowerFormatCall(file: FileDraft, node: Tree): ValueId | undefined {
  const callee = part(node, 'function');
  const args = part(node, 'arguments');
  const object = callee?.type === 'attribute' ? part(callee, 'object') : undefined;
  if (!object || !args || args.type !== 'argument_list') return undefined;
  const receiver = bare(object);
  if (!isString(receiver) && receiver.type !== 'identifier') return undefined;
  const known = textIn(file, lowerExpression(file, receiver));
  if (known === undefined) return undefined;
  const given = argumentsOf(file, args);
  return fill(file, node, formatRange(file, receiver), known, braces, (match, count) => {
    const [whole, field = '', format = ''] = match;
    if (whole === '{{' || whole === '}}') return whole.slice(1);
    const [head = '', ...members] = field.split(/[.[\]]+/).filter((each, index) => each !== '' || index === 0);
    const value = head === '' || /^\d+$/.test(head) ? given.at(head === '' ? count : Number(head)) : given.named(head);
    if (!value) return '';
    const read = members.reduce((of, key) => readMember(file, of, key, value.range), value.value);
    return { value: read, format, range: value.range };
  });
}

interface Given {
  readonly value: ValueId;
  readonly range: Range;
}

function argumentsOf(
  file: FileDraft,
  args: Tree,
): { at(index: number): Given | undefined; named(name: string): Given | undefined } {
  const positional: Given[] = [];
  const named = new Map<string, Given>();
  let list: Given | undefined;
  let table: Given | undefined;
  for (const argument of args.children) {
    const { range } = argument;
    if (argument.type === 'keyword_argument') {
      const name = part(argument, 'name');
      const value = part(argument, 'value');
      if (!name) continue;
      named.set(file.text.slice(...name.range), { value: lowerExpression(file, value), range: value?.range ?? range });
    } else if (argument.type === 'list_splat') {
      list ??= { value: lowerExpression(file, operands(argument)[0]), range };
    } else if (argument.type === 'dictionary_splat') {
      table ??= { value: lowerExpression(file, operands(argument)[0]), range };
    } else positional.push({ value: lowerExpression(file, argument), range });
  }
  const from = (given: Given | undefined, key: string): Given | undefined =>
    given && { value: readMember(file, given.value, key, given.range), range: given.range };
  return {
    at: (index) => positional[index] ?? from(list, String(index - positional.length)),
    named: (name) => named.get(name) ?? from(table, name),
  };
}

/** Where the text of a format stands, if its offsets are those of the source. */
function formatRange(file: FileDraft, node: Tree): Range | undefined {
  const content = node.type === 'string' && node.children.length === 3 ? node.children[1] : undefined;
  if (content?.type !== 'string_content') return undefined;
  const raw = file.text.slice(...content.range);
  return /r/i.test(prefixOf(file, node)) || !/[\\\r]/.test(raw) ? content.range : undefined;
}

type Filling = string | { readonly value: ValueId; readonly format: string; readonly range: Range };

/** The text that a format makes; `place` gives what stands for a match, which is the `count`th that takes a value. */
function fill(
  file: FileDraft,
  node: Tree,
  source: Range | undefined,
  format: string,
  pattern: RegExp,
  place: (match: RegExpMatchArray, count: number) => Filling,
): ValueId {
  const pieces: Parts = { parts: [], ranges: [] };
  const rangeOf = (start: number, end: number): Range => (source ? [source[0] + start, source[0] + end] : node.range);
  let end = 0;
  let count = 0;
  for (const match of format.matchAll(pattern)) {
    addText(pieces, format.slice(end, match.index), rangeOf(end, match.index));
    const filling = place(match, count);
    end = match.index + match[0].length;
    if (typeof filling === 'string') addText(pieces, filling, rangeOf(match.index, end));
    else {
      count++;
      addFormatted(file, pieces, filling.value, filling.format, filling.range);
    }
  }
  addText(pieces, format.slice(end), rangeOf(end, format.length));
  return text(file, pieces, true, node.range);
}
