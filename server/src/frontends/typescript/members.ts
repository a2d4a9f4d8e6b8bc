import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import { assume, testOf } from '../shared/conditions.js';
import { constantKey, type Place } from '../shared/places.js';
import { lowerExpression } from './expressions.js';
import type { FileDraft } from './file-draft.js';

export function lowerPlace(file: FileDraft, node: ES.MemberExpression): Place {
  const object = lowerExpression(file, node.object);
  if (node.optional) file.frame.condition = assume(file, testOf(file, object), true);
  if (!node.computed) {
    const { property } = node;
    return { object, key: property.type === 'PrivateIdentifier' ? `#${property.name}` : property.name };
  }
  const key = lowerExpression(file, node.property);
  return { object, key: constantKey(file, key) ?? key };
}
