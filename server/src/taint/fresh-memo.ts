import type { Program } from '../program/program.js';

export interface FreshMemo<T> {
  /** What is known under a key, or else what `make` finds. */
  of(key: string, make: () => T): T;
}

/** Keeps answers until the program knows more: a file that is read later may have a caller that passes another predicate. */
export function createFreshMemo<T>(program: Pick<Program, 'revision'>): FreshMemo<T> {
  const known = new Map<string, { readonly value: T }>();
  let revision = program.revision();
  return {
    of(key, make) {
      const began = program.revision();
      if (began !== revision) {
        known.clear();
        revision = began;
      }
      const found = known.get(key);
      if (found !== undefined) return found.value;
      const value = make();
      if (program.revision() === began) known.set(key, { value });
      return value;
    },
  };
}
