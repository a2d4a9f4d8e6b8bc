/** How a file's bytes were turned into text, so that a fix can write it back the same way. */
export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be' | 'latin1';

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  /** The bytes are not text. */
  | undefined;

/** A NUL within this many bytes marks a file as binary, as git does. */
const BINARY_PROBE = 8000;

/** Bytes as text without a byte order mark; undefined for binary data. Invalid UTF-8 becomes U+FFFD. */
export function decode(bytes: Buffer): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: bytes.subarray(2).toString('utf16le'), encoding: 'utf16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return { text: Buffer.from(even).swap16().toString('utf16le'), encoding: 'utf16be' };
  }
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return undefined;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: bytes.toString('utf8', 3), encoding: 'utf8-bom' };
  }
  const encoding = isLatin1(bytes) ? 'latin1' : 'utf8';
  return { text: bytes.toString(encoding), encoding };
}

const COMMENT = 35;
const HEAD = 200;

/** A Python file says its encoding in a comment of its first two lines. */
function isLatin1(bytes: Buffer): boolean {
  if (bytes[0] !== COMMENT) return false;
  const [first = '', second = ''] = bytes.toString('latin1', 0, HEAD).split('\n');
  const said = [first, second].map((line) => /^#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1]).find(Boolean);
  return (
    said !== undefined && /^(?:latin[-_]?1|iso[-_]?8859[-_]15?|iso[-_]?8859[-_]1|cp1252|windows-1252)$/i.test(said)
  );
}

export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf8-bom':
      return Buffer.from('\uFEFF' + text, 'utf8');
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'utf16le':
      return Buffer.from('\uFEFF' + text, 'utf16le');
    case 'utf16be':
      return Buffer.from('\uFEFF' + text, 'utf16le').swap16();
  }
}
