import type { Range } from '../../facts.js';

/**
 * What to take out of a text so that a word of a command line is gone: with the space before it, or, where it is an item of a list in
 * brackets, with its quotes and comma. Undefined where that would leave something broken.
 */
export function wordRemoval(text: string, [start, end]: Range): Range | undefined {
  const quote = text.charAt(start - 1);
  if (/["']/.test(quote) && text.charAt(end) === quote) {
    const before = /,\s*$/.exec(text.slice(0, start - 1));
    return before === null ? undefined : [start - 1 - before[0].length, end + 1];
  }
  const item = lineRemoval(text, [start, end], /^\s*-\s+$/);
  if (item !== undefined) return item;
  const gap = /[^\S\r\n]+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return gap > 0 && /^(?:[\s"'\\;&|)]|$)/.test(text.slice(end, end + 1)) ? [start - gap, end] : undefined;
}

/** The whole line of something that stands alone on it behind what `lead` fits. */
export function lineRemoval(text: string, [start, end]: Range, lead = /^\s*$/): Range | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const after = text.slice(end, next < 0 ? text.length : next);
  if (!lead.test(text.slice(from, start)) || !/^[^\S\r\n]*(?:#[^\n]*)?\r?$/.test(after)) return undefined;
  // A comment on the line says something about it, and stays to be read.
  return after.includes('#') || next < 0 ? undefined : [from, next + 1];
}
