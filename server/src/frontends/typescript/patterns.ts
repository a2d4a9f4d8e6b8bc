import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import { ITERATOR, type Range, type ValueId } from '../../facts.js';
import { inCondition } from '../shared/conditions.js';
import { lowerNamed } from './functions.js';
import { lowerExpression } from './expressions.js';
import { addValue, isGlobal, phi } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { constantKey, readMember, readPlace, writePlace } from '../shared/places.js';
import { lowerPlace } from './members.js';
import { exportByAssignment } from './commonjs.js';
import { assignName } from '../shared/variables.js';

/** Gives a pattern its value: declares or assigns its names and writes its properties. `range` is the whole assignment. */
export function assignPattern(file: FileDraft, pattern: ES.Node, value: ValueId, range: Range): void {
  switch (pattern.type) {
    case 'Identifier':
      assignName(file, pattern.name, value);
      return;
    case 'MemberExpression':
      if (exportByAssignment(file, pattern, value)) return;
      writePlace(file, lowerPlace(file, pattern), value, range, pattern.range);
      return;
    case 'AssignmentPattern':
      assignPattern(file, pattern.left, withDefault(file, value, pattern), range);
      return;
    case 'ObjectPattern':
      assignProperties(file, pattern, value, range);
      return;
    case 'ArrayPattern':
      pattern.elements.forEach((element, index) => {
        if (!element) return;
        if (element.type !== 'RestElement') {
          assignPattern(file, element, readMember(file, value, String(index), element.range), range);
          return;
        }
        const except = Array.from({ length: index }, (_, key) => String(key));
        assignPattern(file, element.argument, rest(file, value, except, element.range), range);
      });
      return;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      assignPattern(file, pattern.expression, value, range);
      return;
    default:
      return;
  }
}

function assignProperties(file: FileDraft, pattern: ES.ObjectPattern, value: ValueId, range: Range): void {
  const taken: string[] = [];
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      assignPattern(file, property.argument, rest(file, value, taken, property.range), range);
      continue;
    }
    const key = propertyKey(file, property);
    if (typeof key === 'string') taken.push(key);
    const read = readPlace(file, { object: value, key }, property.key.range);
    assignPattern(file, property.value, read, range);
  }
}

/** The name of a property, method or field; the value of a computed key that is not constant. */
export function propertyKey(
  file: FileDraft,
  node: { readonly key: ES.Node; readonly computed: boolean },
): string | ValueId {
  const { key } = node;
  if (!node.computed) {
    if (key.type === 'Identifier') return key.name;
    if (key.type === 'PrivateIdentifier') return `#${key.name}`;
    if (key.type === 'Literal') return String(key.value);
  }
  const value = lowerExpression(file, key);
  return constantKey(file, value) ?? iteratorKey(file, value) ?? value;
}

/** `[Symbol.asyncIterator]` and `[Symbol.iterator]` have a name of their own. */
function iteratorKey(file: FileDraft, key: ValueId): string | undefined {
  const value = file.values[key];
  if (value?.kind !== 'member' || (value.key !== 'asyncIterator' && value.key !== 'iterator')) return undefined;
  return isGlobal(file, value.object, 'Symbol') ? ITERATOR : undefined;
}

function rest(file: FileDraft, of: ValueId, except: readonly string[], range: Range): ValueId {
  return addValue(file, { kind: 'rest', of, except, range, fn: file.frame.fn });
}

/** `value`, or the default of `name = default` where it is undefined. */
export function withDefault(file: FileDraft, value: ValueId, pattern: ES.AssignmentPattern): ValueId {
  const { condition } = file.frame;
  const name = pattern.left.type === 'Identifier' ? pattern.left : undefined;
  const fallback = inCondition(file, condition, pattern.range, () => lowerNamed(file, pattern.right, name));
  return phi(file, [value, fallback], [condition, condition], pattern.range);
}
