/** The names of an object's properties, as a key: the elements of `Object.keys(x)` are these of `x`. */
export const PROPERTY_NAMES = '*names';

/** The keys up to the first that stands for several: `*` for any, `*names` for the names themselves. */
export function knownKeys(keys: readonly string[]): readonly string[] {
  const end = keys.findIndex((key) => key.startsWith('*'));
  return end < 0 ? keys : keys.slice(0, end);
}

/** Whether a key is one of a pair's: `const [key, value] of map`. */
export function isPairIndex(key: string | undefined): key is '0' | '1' {
  return key === '0' || key === '1';
}
