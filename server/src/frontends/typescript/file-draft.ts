import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { Range, ValueId } from '../../facts.js';
import type { FileDraft as CommonDraft } from '../shared/file-draft.js';
import type { Scopes } from './bind.js';

/** The facts of a file while they are made, with what only TypeScript and JavaScript need. */
export interface FileDraft extends CommonDraft {
  readonly scopes: Scopes;
  /** Functions and classes whose values were made before their bodies are lowered. */
  readonly hoisted: Map<ES.Node, ValueId>;
  /** Names that an export statement gives before the module's end is known. */
  readonly exportedNames: { readonly name: string; readonly local: string; readonly range: Range }[];
  moduleStyle: 'esm' | 'cjs' | undefined;
}
