import type { ValueId } from '../../facts.js';
import { addValue, isGlobal, superValue, unknown } from '../shared/file-draft.js';
import { constantKey, readPlace, type Place } from '../shared/places.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { readName } from './names.js';
import { readGlobal } from './reflection.js';
import { part, parts, type Tree } from './tree.js';

export function lowerAttribute(file: FileDraft, node: Tree): ValueId {
  return readPlace(file, attributePlace(file, node), node.range);
}

export function attributePlace(file: FileDraft, node: Tree): Place {
  const attribute = part(node, 'attribute');
  return { object: lowerObject(file, part(node, 'object')), key: attribute ? textOf(file, attribute) : '' };
}

/** `super().run` reads from the class above. */
function lowerObject(file: FileDraft, node: Tree | undefined): ValueId {
  return node && isSuper(file, node) ? superValue(file, node.range) : lowerExpression(file, node);
}

export function isSuper(file: FileDraft, node: Tree): boolean {
  if (node.type !== 'call') return false;
  const callee = part(node, 'function');
  if (callee?.type !== 'identifier' || textOf(file, callee) !== 'super') return false;
  return isGlobal(file, readName(file, 'super', callee.range), 'super');
}

export function lowerSubscript(file: FileDraft, node: Tree): ValueId {
  const object = lowerExpression(file, part(node, 'value'));
  const [only, ...others] = parts(node, 'subscript');
  if (only && others.length === 0 && only.type !== 'slice') {
    const key = lowerExpression(file, only);
    const facts = file.values[key];
    // Counted from the end: one of the elements.
    if (facts?.kind === 'literal' && typeof facts.value === 'number' && facts.value < 0) {
      return addValue(file, { kind: 'iteration', of: object, range: node.range, fn: file.frame.fn });
    }
    const name = constantKey(file, key);
    const global = name === undefined ? undefined : readGlobal(file, object, name, node.range);
    return global ?? readPlace(file, { object, key: name ?? key }, node.range);
  }
  const subscripts = parts(node, 'subscript');
  const slices = subscripts.some((subscript) => subscript.type === 'slice');
  const keys = subscripts.flatMap((subscript) =>
    (subscript.type === 'slice' ? subscript.children : [subscript]).map((bound) => lowerExpression(file, bound)),
  );
  if (slices) return unknown(file, node.range, [object]);
  // `Annotated[Session, Depends(session)]`: several keys are one that is a tuple.
  const items = keys.map((value) => ({ value }));
  const key = addValue(file, { kind: 'array', items, range: node.range, fn: file.frame.fn });
  return readPlace(file, { object, key }, node.range);
}

/** What an assignment to a subscript writes to; undefined for a slice, of which nobody knows what it replaces. */
export function subscriptPlace(file: FileDraft, node: Tree): Place | undefined {
  const object = lowerExpression(file, part(node, 'value'));
  const [only, ...others] = parts(node, 'subscript');
  if (!only || others.length > 0 || only.type === 'slice') return undefined;
  const key = lowerExpression(file, only);
  return { object, key: constantKey(file, key) ?? key };
}
