/** How `Ref`, `FunctionRef` and `ClassRef` are packed: file index × 2^22 + index in the file. */
const SLOTS = 2 ** 22;

export const pack = (file: number, index: number): number => file * SLOTS + index;
export const fileIndexOf = (packed: number): number => Math.floor(packed / SLOTS);
export const indexOf = (packed: number): number => packed % SLOTS;
