import type { ArrayItem, ObjectEntry, ValueId } from '../../facts.js';
import { addValue } from '../shared/file-draft.js';
import { constantKey } from '../shared/places.js';
import type { FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { bare, operands, part, type Tree } from './tree.js';

/** Lists, tuples and sets. */
export function lowerItems(file: FileDraft, node: Tree): ValueId {
  const items = operands(node).map((child): ArrayItem => {
    const item = bare(child);
    const { range } = child;
    if (item.type === 'list_splat' || item.type === 'list_splat_pattern') {
      return { spread: lowerExpression(file, operands(item)[0]), range };
    }
    return { value: lowerExpression(file, child), range };
  });
  return addValue(file, { kind: 'array', items, range: node.range, fn: file.frame.fn });
}

export function lowerDictionary(file: FileDraft, node: Tree): ValueId {
  const entries: ObjectEntry[] = [];
  for (const child of node.children) {
    const { range } = child;
    if (child.type === 'dictionary_splat') entries.push({ spread: lowerExpression(file, operands(child)[0]), range });
    else if (child.type === 'pair') entries.push(lowerPair(file, child));
  }
  return addValue(file, { kind: 'object', entries, range: node.range, fn: file.frame.fn });
}

export function lowerPair(file: FileDraft, pair: Tree): ObjectEntry {
  const { range } = pair;
  const keyNode = part(pair, 'key');
  const computed = lowerExpression(file, keyNode);
  const value = lowerExpression(file, part(pair, 'value'));
  const key = constantKey(file, computed);
  return key === undefined ? { computed, value, range } : { key, value, range, keyRange: keyNode?.range ?? range };
}
