import type { FileIndex } from './file-index.js';
import type { ProgramFile, Ref } from './program.js';
import { pack } from './refs.js';

/** Calls and re-exports of all loaded files by name, grown as files are loaded. */
export interface CallIndex {
  add(file: ProgramFile, index: FileIndex): void;
  /** Calls by callee key (see `FileIndex.calls`) in load order. */
  calls(key: string): readonly Ref[];
  /** Callbacks that are given by reference, by name. */
  references(name: string): readonly { readonly call: Ref; readonly index: number }[];
  /** JSX elements by the component's key. */
  rendered(key: string): readonly Ref[];
  /** Names that re-exports give a name: `export { go as run } from './go.js'`. */
  renamed(name: string): readonly string[];
}

export function createCallIndex(): CallIndex {
  const calls = new Map<string, Ref[]>();
  const references = new Map<string, { readonly call: Ref; readonly index: number }[]>();
  const rendered = new Map<string, Ref[]>();
  const renames = new Map<string, Set<string>>();
  return {
    add(file, index) {
      for (const [key, ids] of index.calls) {
        // Functions and parameters are looked up in their own file.
        if (!key.startsWith('n:')) continue;
        const list = calls.get(key) ?? [];
        if (list.length === 0) calls.set(key, list);
        for (const id of ids) list.push(pack(file, id));
      }
      for (const [name, uses] of index.references) {
        const list = references.get(name) ?? [];
        if (list.length === 0) references.set(name, list);
        for (const { call, index: at } of uses) list.push({ call: pack(file, call), index: at });
      }
      for (const [key, ids] of index.rendered) {
        if (!key.startsWith('n:')) continue;
        const list = rendered.get(key) ?? [];
        if (list.length === 0) rendered.set(key, list);
        for (const id of ids) list.push(pack(file, id));
      }
      for (const entry of file.facts.exports) {
        if (!('module' in entry) || entry.name === entry.imported) continue;
        renames.set(entry.imported, (renames.get(entry.imported) ?? new Set()).add(entry.name));
      }
    },
    calls: (key) => calls.get(key) ?? [],
    references: (name) => references.get(name) ?? [],
    rendered: (key) => rendered.get(key) ?? [],
    renamed: (name) => [...(renames.get(name) ?? [])],
  };
}
