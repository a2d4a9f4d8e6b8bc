import type { Skip } from './brackets.js';

export type Quote = '"' | "'";

/** The other quotes where they save escapes. */
export function bestQuote(text: string, usual: Quote): Quote {
  const other = usual === '"' ? "'" : '"';
  return text.includes(usual) && !text.includes(other) ? other : usual;
}

/** Code whose strings without escapes and other quotes in them get the usual ones. */
export function requoted(code: string, quote: Quote, skip: Skip): string {
  let out = '';
  for (let index = 0; index < code.length;) {
    const end = Math.max(skip(code, index), index + 1);
    const plain = /^(["'])([^"'\\]*)\1$/.exec(code.slice(index, end))?.[2];
    out += plain === undefined ? code.slice(index, end) : quote + plain + quote;
    index = end;
  }
  return out;
}
