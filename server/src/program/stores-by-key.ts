import type { StoreFacts } from '../facts.js';
import type { ProgramFile } from './program.js';

export interface KeyedStore {
  readonly file: ProgramFile;
  readonly store: StoreFacts;
}

/** Writes to properties by the literal name that they have, in the files that are loaded when it is asked. */
export function createStoresByKey(files: readonly ProgramFile[]): (key: string) => readonly KeyedStore[] {
  const byKey = new Map<string, KeyedStore[]>();
  let indexed = 0;
  return (key) => {
    for (; indexed < files.length; indexed++) {
      const file = files[indexed];
      for (const store of file?.facts.stores ?? []) {
        if (file === undefined || typeof store.key !== 'string') continue;
        const list = byKey.get(store.key);
        if (list === undefined) byKey.set(store.key, [{ file, store }]);
        else list.push({ file, store });
      }
    }
    return byKey.get(key) ?? [];
  };
}
