/** `Map.groupBy`, which Node 20 lacks. */
export function groupBy<K, V>(values: readonly V[], key: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const own = groups.get(key(value));
    if (own === undefined) groups.set(key(value), [value]);
    else own.push(value);
  }
  return groups;
}
