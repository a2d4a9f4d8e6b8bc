import type { ValueId } from '../../facts.js';
import type { FileDraft } from './draft.js';
import { lowerString } from './strings.js';
import { isString } from './strings.js';
import type { Tree } from './tree.js';

/** The text that a function, class or module starts with. */
export function docstringOf(file: FileDraft, body: Tree): ValueId | undefined {
  const [first] = body.children;
  const text = first?.type === 'expression_statement' ? first.children[0] : undefined;
  if (!text || !isString(text)) return undefined;
  const value = lowerString(file, text);
  return file.values[value]?.kind === 'literal' ? value : undefined;
}
