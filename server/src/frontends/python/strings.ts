import type { Range, ValueId } from '../../facts.js';
import { operation } from '../shared/file-draft.js';
import { addPart, addText, text, type Parts } from '../shared/text-parts.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { decode, prefixOf } from './literals.js';
import { part, type Tree } from './tree.js';

/** `'…'`, `f'…'` and strings that stand one after the other. */
export function lowerString(file: FileDraft, node: Tree): ValueId {
  const pieces: Parts = { parts: [], ranges: [] };
  addString(file, pieces, node);
  return text(file, pieces, true, node.range);
}

export function isString(node: Tree): boolean {
  return node.type === 'string' || node.type === 'concatenated_string';
}

export function addString(file: FileDraft, pieces: Parts, node: Tree): void {
  if (node.type === 'concatenated_string') {
    for (const child of node.children) if (child.type === 'string') addString(file, pieces, child);
    return;
  }
  const prefix = prefixOf(file, node);
  for (const child of node.children) {
    if (child.type === 'string_content') addText(pieces, decode(textOf(file, child), prefix), child.range);
    else if (child.type === 'interpolation') addInterpolation(file, pieces, child);
  }
}

function addInterpolation(file: FileDraft, pieces: Parts, node: Tree): void {
  const expression = part(node, 'expression');
  const value = lowerExpression(file, expression);
  const specifier = part(node, 'format_specifier');
  for (const nested of specifier?.children ?? []) {
    if (nested.type === 'format_expression') lowerExpression(file, part(nested, 'expression'));
  }
  const format = specifier ? textOf(file, specifier) : '';
  addFormatted(file, pieces, value, format, expression?.range ?? node.range);
}

/** What a format specification such as `:.2f` or `%d` makes of a value. */
export function addFormatted(file: FileDraft, pieces: Parts, value: ValueId, format: string, range: Range): void {
  addPart(pieces, onlyNumbers.test(format) ? operation(file, 'format', [value], range) : value, range);
}

/** Values that are no numbers make these formats fail. */
const onlyNumbers = /[bcdeEfFgGiouxX]$/;
