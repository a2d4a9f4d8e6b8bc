/** Broken code lacks parts that the types of the tree promise. */
export function possibly<T>(part: T): T | undefined {
  return part;
}
