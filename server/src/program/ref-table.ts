import type { Ref } from './program.js';

const CHUNK_BITS = 10;
const CHUNK = 2 ** CHUNK_BITS;

/** What is known about values or functions, by their number. Numbers are dense, so that an array is smaller and faster than a map. */
export interface RefTable<T> {
  get(ref: Ref): T | undefined;
  set(ref: Ref, item: T): void;
  clear(): void;
}

export function createRefTable<T>(): RefTable<T> {
  let chunks: (T | undefined)[][] = [];
  return {
    get: (ref) => chunks[ref >>> CHUNK_BITS]?.[ref & (CHUNK - 1)],
    set(ref, item) {
      const at = ref >>> CHUNK_BITS;
      while (chunks.length <= at) chunks.push(NONE);
      let chunk = chunks[at];
      if (chunk === undefined || chunk === NONE) chunks[at] = chunk = new Array<T | undefined>(CHUNK).fill(undefined);
      chunk[ref & (CHUNK - 1)] = item;
    },
    clear() {
      chunks = [];
    },
  };
}

/** Stands for a part of the table that has nothing yet. */
const NONE: never[] = [];
