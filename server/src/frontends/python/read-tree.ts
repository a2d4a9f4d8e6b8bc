import type { Language, Tree as ParserTree, TreeCursor } from 'web-tree-sitter';
import type { Range } from '../../facts.js';
import { tokens, type Tree } from './tree.js';

/** Copies a parser's tree. `onError` gets text that was skipped, and names of tokens that are missing. */
export type TreeReader = (tree: ParserTree, onError: (range: Range, missing: string | undefined) => void) => Tree;

type CursorFunction = (tree: number) => number;

/**
 * The cursor functions of the parser's WebAssembly module. `TreeCursor` copies the cursor's state into a buffer before
 * every step and out of it after. Nothing else uses the buffer during a walk, so the functions are called directly: a
 * walk takes a quarter of the time.
 */
interface CursorFunctions {
  readonly _ts_tree_cursor_goto_first_child_wasm: CursorFunction;
  readonly _ts_tree_cursor_goto_next_sibling_wasm: CursorFunction;
  readonly _ts_tree_cursor_goto_parent_wasm: CursorFunction;
  readonly _ts_tree_cursor_current_node_type_id_wasm: CursorFunction;
  readonly _ts_tree_cursor_current_node_is_missing_wasm: CursorFunction;
  readonly _ts_tree_cursor_start_index_wasm: CursorFunction;
  readonly _ts_tree_cursor_end_index_wasm: CursorFunction;
  readonly _ts_tree_cursor_current_field_id_wasm: CursorFunction;
}

interface OpenNode extends Tree {
  readonly children: Tree[];
}

const NONE: readonly Tree[] = [];

const errorType = 65_535;
const dropped: ReadonlySet<string> = new Set(['comment', 'line_continuation']);
const leaves: ReadonlySet<string> = new Set([
  'identifier',
  'integer',
  'float',
  'string_start',
  'string_content',
  'string_end',
]);

/** `runtime` is the object that the parser was initialised with, which has the module's functions afterwards. */
export function createReader(runtime: object, language: Language): TreeReader {
  const {
    _ts_tree_cursor_goto_first_child_wasm: toFirstChild,
    _ts_tree_cursor_goto_next_sibling_wasm: toNextSibling,
    _ts_tree_cursor_goto_parent_wasm: toParent,
    _ts_tree_cursor_current_node_type_id_wasm: typeId,
    _ts_tree_cursor_current_node_is_missing_wasm: isMissing,
    _ts_tree_cursor_start_index_wasm: start,
    _ts_tree_cursor_end_index_wasm: end,
    _ts_tree_cursor_current_field_id_wasm: fieldId,
    // The parser's runtime puts them there.
  } = runtime as CursorFunctions;
  const names = language.types;
  const isKept = names.map((name, id) => (language.nodeTypeIsNamed(id) ? !dropped.has(name) : tokens.has(name)));
  const isInner = names.map((name, id) => language.nodeTypeIsNamed(id) && !leaves.has(name));
  const fields = language.fields;

  return (tree, onError) => {
    const { rootNode } = tree;
    const { hasError } = rootNode;
    const root: OpenNode = { type: 'module', range: [0, rootNode.endIndex], field: undefined, children: [] };
    const cursor = tree.walk();
    const at = addressOf(tree, cursor);
    const open = [root];
    let more = toFirstChild(at) === 1;
    while (more) {
      const id = typeId(at);
      if (hasError) {
        if (id === errorType) onError([start(at), end(at)], undefined);
        else if (isMissing(at) === 1) onError([start(at), end(at)], names[id]);
      }
      const kept = id === errorType || isKept[id] === true;
      if (kept) {
        const type = names[id] ?? 'ERROR';
        const range: Range = [start(at), end(at)];
        const field = fields[fieldId(at)] ?? undefined;
        const siblings = open[open.length - 1]?.children;
        if (isInner[id] !== false && toFirstChild(at) === 1) {
          const node: OpenNode = { type, range, field, children: [] };
          siblings?.push(node);
          open.push(node);
          continue;
        }
        // Most nodes are leaves.
        siblings?.push({ type, range, field, children: NONE });
      }
      while (toNextSibling(at) !== 1) {
        open.pop();
        if (open.length === 0 || toParent(at) !== 1) {
          more = false;
          break;
        }
      }
    }
    cursor.delete();
    return root;
  };
}

/** The address that the cursor functions take, which web-tree-sitter keeps under the key 0. */
function addressOf(tree: ParserTree, cursor: TreeCursor): number {
  // Any step writes the cursor's state into the buffer.
  cursor.gotoFirstChild();
  cursor.gotoParent();
  const address: unknown = Reflect.get(tree, 0);
  return typeof address === 'number' ? address : 0;
}
