import type { FileFacts } from '../facts.js';

/** Whether an offset lies inside a string, template or regular expression, where no comment can start. */
export function literalRanges(facts: FileFacts | undefined): (offset: number) => boolean {
  if (facts === undefined) return () => false;
  let ranges: (readonly [number, number])[] | undefined;
  return (offset) => {
    ranges ??= facts.values.flatMap((value) => (isText(value) ? [value.range] : []));
    return ranges.some(([start, end]) => start < offset && offset < end);
  };
}

function isText(value: FileFacts['values'][number]): boolean {
  if (value.kind === 'literal') return typeof value.value === 'string';
  return value.kind === 'regex' || (value.kind === 'template' && value.literal);
}
