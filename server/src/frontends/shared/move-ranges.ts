import type { FileFacts, Range } from '../../facts.js';

const RANGES: ReadonlySet<string> = new Set([
  'range',
  'bodyRange',
  'nameRange',
  'keyRange',
  'calleeRange',
  'targetRange',
  'namesRange',
]);

/** Where each character of a text starts and ends in the text that holds it. */
export interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Facts of a text that is a part of another one, with the offsets of that. */
export function moveRanges(facts: FileFacts, { starts, ends }: Places): FileFacts {
  const offset = (at: number): number => starts[at] ?? ends.at(-1) ?? 0;
  // What ends where a line ends must not end where the next one starts.
  const range = ([start, end]: Range): Range => [offset(start), end > start ? (ends[end - 1] ?? 0) : offset(start)];
  const moved = (part: unknown, name: string): unknown => {
    if (name === 'importOffset' && typeof part === 'number') return offset(part);
    if (!Array.isArray(part)) {
      if (typeof part !== 'object' || part === null) return part;
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, moved(value, key)]));
    }
    // Facts are lists, pairs of offsets and objects.
    if (RANGES.has(name)) return range(part as unknown as Range);
    return part.map((each: unknown) => (name === 'ranges' ? range(each as Range) : moved(each, '')));
  };
  // The copy has the shape of what was copied.
  return moved(facts, '') as FileFacts;
}
