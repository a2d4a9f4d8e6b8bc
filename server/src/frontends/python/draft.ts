import type { FileDraft as CommonDraft } from '../shared/file-draft.js';
import type { Tree } from './tree.js';

/** The facts of a file while they are made, with what only Python needs. */
export interface FileDraft extends CommonDraft {
  /** Modules of which all names were imported, in order. */
  readonly starModules: string[];
}

export function textOf(file: FileDraft, node: Tree): string {
  return file.text.slice(node.range[0], node.range[1]);
}
