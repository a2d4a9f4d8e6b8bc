import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ObjectEntry, ValueId } from '../../facts.js';
import { lowerExpression } from './expressions.js';
import { addValue, literal } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { jsxText } from './jsx-text.js';
import { readMember } from '../shared/places.js';
import { readName } from '../shared/variables.js';

/** A fragment is an element with an empty tag. */
export function lowerJsx(file: FileDraft, node: ES.JSXElement | ES.JSXFragment): ValueId {
  const tag = node.type === 'JSXElement' ? lowerTag(file, node.openingElement.name) : '';
  const attributes = node.type === 'JSXElement' ? lowerAttributes(file, node.openingElement.attributes) : [];
  const children = node.children.flatMap((child) => lowerChild(file, child));
  return addValue(file, { kind: 'jsx', tag, attributes, children, range: node.range, fn: file.frame.fn });
}

function lowerTag(file: FileDraft, name: ES.JSXTagNameExpression): string | ValueId {
  switch (name.type) {
    case 'JSXIdentifier':
      return /^[a-z]/.test(name.name) ? name.name : readName(file, name.name, name.range);
    case 'JSXNamespacedName':
      return `${name.namespace.name}:${name.name.name}`;
    default:
      return lowerTagValue(file, name);
  }
}

function lowerTagValue(file: FileDraft, name: ES.JSXTagNameExpression): ValueId {
  if (name.type === 'JSXMemberExpression') {
    return readMember(file, lowerTagValue(file, name.object), name.property.name, name.range);
  }
  return readName(file, name.type === 'JSXIdentifier' ? name.name : name.name.name, name.range);
}

function lowerAttributes(file: FileDraft, attributes: ES.JSXOpeningElement['attributes']): ObjectEntry[] {
  return attributes.map((attribute) => {
    const { range } = attribute;
    if (attribute.type === 'JSXSpreadAttribute') return { spread: lowerExpression(file, attribute.argument), range };
    const { name, value } = attribute;
    const key = name.type === 'JSXIdentifier' ? name.name : `${name.namespace.name}:${name.name.name}`;
    const entry = { key, range, keyRange: name.range };
    return { ...entry, value: value ? lowerAttribute(file, value) : literal(file, true, range) };
  });
}

function lowerAttribute(file: FileDraft, value: NonNullable<ES.JSXAttribute['value']>): ValueId {
  if (value.type === 'Literal') return literal(file, jsxText(value.raw.slice(1, -1)), value.range);
  return lowerExpression(file, value.type === 'JSXExpressionContainer' ? value.expression : value);
}

function lowerChild(file: FileDraft, child: ES.JSXChild): ValueId[] {
  switch (child.type) {
    case 'JSXText':
      return child.raw.trim() === '' ? [] : [literal(file, jsxText(child.raw), child.range)];
    case 'JSXExpressionContainer':
    case 'JSXSpreadChild':
      return child.expression.type === 'JSXEmptyExpression' ? [] : [lowerExpression(file, child.expression)];
    default:
      return [lowerExpression(file, child)];
  }
}
