import type { ProgramFile, Ref } from './program.js';

/** Files get whole pages of numbers, so that the file of a number is one look-up. */
const PAGE_BITS = 8;
const PAGE = 2 ** PAGE_BITS;

/** A value, function or class of a file as a number that no other file has for one of the same kind: see `Ref`. */
export const pack = (file: ProgramFile, index: number): number => file.base + index;
export const indexIn = (file: ProgramFile, packed: number): number => packed - file.base;

/** Hands out numbers to files as they are loaded, without gaps to speak of: small integers are cheap keys. */
export interface RefSpace {
  /** The next free number; to be taken by `place`. */
  readonly next: number;
  /** Gives a file the numbers from its `base` on. */
  place(file: ProgramFile): void;
  /** The file that has a number; throws for one that nobody has. */
  readonly fileOf: (packed: Ref) => ProgramFile;
}

export function createRefSpace(): RefSpace {
  const pages: ProgramFile[] = [];
  return {
    get next() {
      return pages.length * PAGE;
    },
    place(file) {
      const { values, functions, classes } = file.facts;
      const count = Math.max(values.length, functions.length, classes.length, 1);
      for (let taken = 0; taken < count; taken += PAGE) pages.push(file);
    },
    fileOf(packed) {
      const file = pages[packed >>> PAGE_BITS];
      if (file === undefined) throw new RangeError(`no file has ${String(packed)}`);
      return file;
    },
  };
}
