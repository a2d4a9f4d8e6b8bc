import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ValueId } from '../../facts.js';
import { addValue, operation } from '../shared/file-draft.js';
import { addPart, addText, arithmetic, text, type Parts } from '../shared/text-parts.js';
import { lowerExpression } from './expressions.js';
import type { FileDraft } from './file-draft.js';

export function lowerTemplate(file: FileDraft, node: ES.TemplateLiteral): ValueId {
  const parts: Parts = { parts: [], ranges: [] };
  addTemplate(file, parts, node);
  return text(file, parts, true, node.range);
}

export function lowerTaggedTemplate(file: FileDraft, node: ES.TaggedTemplateExpression): ValueId {
  const tag = lowerExpression(file, node.tag);
  const { parts, ranges }: Parts = { parts: [], ranges: [] };
  addTemplate(file, { parts, ranges }, node.quasi);
  return addValue(file, { kind: 'template', parts, ranges, tag, literal: true, range: node.range, fn: file.frame.fn });
}

export function lowerConcatenation(file: FileDraft, node: ES.BinaryExpression): ValueId {
  return concatenation(file, [node], node);
}

/** The text that the terms make one after the other; a term that has a value already is given as that. */
export function concatenation(
  file: FileDraft,
  terms: readonly (ES.Expression | ES.PrivateIdentifier | ValueId)[],
  node: ES.Node,
): ValueId {
  const parts: Parts = { parts: [], ranges: [] };
  const { range } = node;
  const sum = { numbers: new Array<ValueId>(), isNumber: true };
  const addTerm = (term: ES.Node): void => {
    if (term.type === 'TemplateLiteral') {
      sum.isNumber = false;
      addTemplate(file, parts, term);
      return;
    }
    const value = lowerExpression(file, term);
    sum.numbers.push(value);
    const facts = file.values[value];
    const isNumber = facts?.kind === 'literal' && typeof facts.value === 'number';
    if (!isNumber && !(facts?.kind === 'operation' && arithmetic.has(facts.operator))) sum.isNumber = false;
    if (facts?.kind === 'literal' && term.type === 'Literal') addText(parts, String(facts.value), term.range);
    else addPart(parts, value, term.range);
  };
  for (const term of terms) {
    if (typeof term === 'number') {
      sum.numbers.push(term);
      addPart(parts, term, range);
      // `count += 1` counts, whatever the variable holds.
      continue;
    }
    for (const leaf of spine(term)) addTerm(leaf);
  }
  if (sum.isNumber) return operation(file, '+', sum.numbers, range);
  return text(file, parts, false, range);
}

/** Operands of nested additions from left to right. Chains are left-deep and may have thousands of terms. */
function spine(node: ES.Node): ES.Node[] {
  const reversed: ES.Node[] = [];
  const pending: ES.Node[] = [node];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.type === 'BinaryExpression' && at.operator === '+') pending.push(at.left, at.right);
    else reversed.push(at);
  }
  return reversed.reverse();
}

function addTemplate(file: FileDraft, parts: Parts, node: ES.TemplateLiteral): void {
  node.quasis.forEach((quasi, index) => {
    // An invalid escape in a tagged template has no cooked text.
    const cooked: string | null = quasi.value.cooked;
    addText(parts, cooked ?? quasi.value.raw, quasi.range);
    const expression = node.expressions[index];
    if (!expression) return;
    addPart(parts, lowerExpression(file, expression), expression.range);
  });
}
