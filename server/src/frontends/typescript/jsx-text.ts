/** Names of the characters that people write by name in JSX; another name stays as it is written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  cent: '¢',
  check: '✓',
  copy: '©',
  darr: '↓',
  deg: '°',
  emsp: '\u2003',
  ensp: '\u2002',
  euro: '€',
  gt: '>',
  harr: '↔',
  hellip: '…',
  laquo: '«',
  larr: '←',
  ldquo: '“',
  le: '≤',
  ge: '≥',
  lsaquo: '‹',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  minus: '−',
  nbsp: '\u00a0',
  ndash: '–',
  ne: '≠',
  para: '¶',
  pound: '£',
  quot: '"',
  raquo: '»',
  rarr: '→',
  rdquo: '”',
  reg: '®',
  rsaquo: '›',
  rsquo: '’',
  sect: '§',
  shy: '\u00ad',
  thinsp: '\u2009',
  times: '×',
  trade: '™',
  uarr: '↑',
  zwj: '\u200d',
  zwnj: '\u200c',
};

const LAST_CODE_POINT = 0x10ffff;

/** What text between tags or in quotes of an attribute says. Parsers do not agree on whether they tell, so it is read from the source. */
export function jsxText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g, (written, decimal, hexadecimal, name) => {
    if (typeof name === 'string') return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? written) : written;
    const code = typeof decimal === 'string' ? parseInt(decimal, 10) : parseInt(String(hexadecimal), 16);
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : written;
  });
}
