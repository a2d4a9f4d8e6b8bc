import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ArrayItem, ObjectEntry, ValueId } from '../../facts.js';
import { lowerExpression, lowerSpread } from './expressions.js';
import { lowerFunction, lowerNamed } from './functions.js';
import { addValue, literal, unknown } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { propertyKey } from './patterns.js';

export function lowerLiteral(file: FileDraft, node: ES.Literal): ValueId {
  if ('regex' in node) {
    const { pattern } = node.regex;
    // Parsers do not agree on whose order this is.
    const flags = Array.from(node.regex.flags).sort().join('');
    return addValue(file, { kind: 'regex', pattern, flags, range: node.range, fn: file.frame.fn });
  }
  // Facts must survive JSON, which knows no bigint.
  return typeof node.value === 'bigint' ? unknown(file, node.range) : literal(file, node.value, node.range);
}

export function lowerArray(file: FileDraft, node: ES.ArrayExpression): ValueId {
  const items = node.elements.map((element): ArrayItem => {
    if (element?.type === 'SpreadElement')
      return { spread: lowerExpression(file, element.argument), range: element.range };
    if (!element) return { value: literal(file, undefined, node.range) };
    return { value: lowerExpression(file, element), range: element.range };
  });
  return addValue(file, { kind: 'array', items, range: node.range, fn: file.frame.fn });
}

export function lowerObject(file: FileDraft, node: ES.ObjectExpression): ValueId {
  const entries: ObjectEntry[] = [];
  // The value comes first: methods refer to it as `this`.
  const object = addValue(file, { kind: 'object', entries, range: node.range, fn: file.frame.fn });
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      entries.push({ spread: lowerSpread(file, property.argument), range: property.range });
      continue;
    }
    const { range } = property;
    const key = propertyKey(file, property);
    const value = lowerProperty(file, property, key, object);
    if (property.kind === 'set') continue;
    if (typeof key === 'number') entries.push({ computed: key, value, range });
    else {
      const entry = { key, value, range, keyRange: property.key.range };
      entries.push(property.kind === 'get' ? { ...entry, accessor: true } : entry);
    }
  }
  return object;
}

function lowerProperty(file: FileDraft, property: ES.Property, key: string | ValueId, object: ValueId): ValueId {
  const { value } = property;
  if (value.type === 'FunctionExpression') {
    const kind = property.kind === 'get' ? 'getter' : property.kind === 'set' ? 'setter' : 'method';
    const name = typeof key === 'string' ? key : undefined;
    return lowerFunction(file, value, {
      ...(name !== undefined && { name, nameRange: property.key.range }),
      kind: property.method || property.kind !== 'init' ? kind : 'function',
      self: object,
    });
  }
  // `{ a = 1 }` is a pattern that broken code put where an object belongs.
  if (value.type === 'AssignmentPattern') return lowerExpression(file, value.right);
  return lowerNamed(file, value, property.computed ? undefined : property.key);
}
