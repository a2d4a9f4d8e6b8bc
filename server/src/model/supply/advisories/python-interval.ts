import { compare, valid } from '@renovatebot/pep440';

interface Bound {
  readonly version: string;
  readonly included: boolean;
}

/** Versions between two bounds; without one, all below or above. Single versions that a range leaves out are not told. */
export interface Interval {
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
}

/** What a specifier of PEP 440 admits, `>=1.0,<2`, `==1.2.*`, `~=1.4`; undefined if it cannot be read or admits nothing. */
export function intervalOf(specifier: string): Interval | undefined {
  let out: Interval = { low: undefined, high: undefined };
  for (const clause of specifier.split(',')) {
    if (clause.trim() === '') continue;
    const bounds = boundsOf(clause.trim());
    if (bounds === undefined) return undefined;
    out = { low: stricter(out.low, bounds.low, 1), high: stricter(out.high, bounds.high, -1) };
  }
  return isEmpty(out) ? undefined : out;
}

/** Whether every version of one interval lies in the other one. */
export function contains(outer: Interval, inner: Interval): boolean {
  return isInside(inner.low, outer.low, 1) && isInside(inner.high, outer.high, -1);
}

function isInside(inner: Bound | undefined, outer: Bound | undefined, sign: 1 | -1): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  const order = compare(inner.version, outer.version) * sign;
  return order > 0 || (order === 0 && (outer.included || !inner.included));
}

function boundsOf(clause: string): Interval | undefined {
  const match = /^(===?|~=|!=|<=?|>=?)\s*v?([^\s*]+?)(\.\*)?$/.exec(clause);
  const [, operator, version = '', prefix] = match ?? [];
  if (operator === undefined || valid(version) === null) return undefined;
  if (prefix !== undefined && operator !== '==' && operator !== '!=') return undefined;
  const at = { version, included: true };
  const beside = { version, included: false };
  switch (operator) {
    case '==':
    case '===':
      return prefix === undefined ? { low: at, high: at } : family(version, 0);
    case '~=':
      return { low: at, high: family(version, 1)?.high };
    case '!=':
      return { low: undefined, high: undefined };
    case '>=':
      return { low: at, high: undefined };
    case '>':
      return { low: beside, high: undefined };
    case '<=':
      return { low: undefined, high: at };
    default:
      return { low: undefined, high: beside };
  }
}

/** All versions that begin like this one, but for so many last numbers: `1.2` is `>=1.2.dev0,<1.3.dev0`. */
function family(version: string, without: number): Interval | undefined {
  const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0].split('.').map(Number) ?? [];
  const kept = numbers.slice(0, numbers.length - without);
  const last = kept.pop();
  if (last === undefined) return undefined;
  const end = (number: number): Bound => ({ version: `${[...kept, number].join('.')}.dev0`, included: true });
  return { low: end(last), high: { ...end(last + 1), included: false } };
}

/** The bound that leaves less: the higher one of two from below (`sign` 1), the lower one from above (-1). */
function stricter(one: Bound | undefined, other: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const order = compare(one.version, other.version) * sign;
  if (order === 0) return one.included ? other : one;
  return order > 0 ? one : other;
}

function isEmpty({ low, high }: Interval): boolean {
  if (low === undefined || high === undefined) return false;
  const order = compare(low.version, high.version);
  return order > 0 || (order === 0 && !(low.included && high.included));
}
