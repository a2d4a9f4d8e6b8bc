import type { ValueId } from '../../facts.js';
import { literal, unknown } from '../shared/file-draft.js';
import { textOf, type FileDraft } from './draft.js';
import type { Tree } from './tree.js';

export function lowerNumber(file: FileDraft, node: Tree): ValueId {
  const text = textOf(file, node).replaceAll('_', '').toLowerCase();
  // Complex numbers.
  if (/j$/.test(text) && !text.startsWith('0x')) return unknown(file, node.range);
  const value = Number(
    /^0\d/.test(text) && !/[.e]/.test(text) ? text.replace(/^0+(?=\d)/, '') : text.replace(/l$/, ''),
  );
  return Number.isFinite(value) ? literal(file, value, node.range) : unknown(file, node.range);
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const escape = /\\(?:\r?\n|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|N\{[^}]*\}|([\s\S]))/g;

/** What a string says, without the escapes that its prefix allows. Names of characters (`\N{…}`) stay as they are. */
export function decode(raw: string, prefix: string): string {
  const text = raw.includes('\r') ? raw.replaceAll('\r\n', '\n') : raw;
  const unescaped =
    /r/i.test(prefix) || !text.includes('\\')
      ? text
      : text.replace(escape, (whole, ...[x, u, long, octal, char]: (string | undefined)[]) => {
          const hex = x ?? u ?? long;
          if (hex !== undefined) return codePoint(parseInt(hex, 16)) ?? whole;
          if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
          if (whole.endsWith('\n')) return '';
          return char === undefined ? whole : (escapes[char] ?? whole);
        });
  return /[ft]/i.test(prefix) ? unescaped.replaceAll('{{', '{').replaceAll('}}', '}') : unescaped;
}

function codePoint(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** `rb` of `rb"""`. */
export function prefixOf(file: FileDraft, string: Tree): string {
  const [start] = string.children;
  return start?.type === 'string_start' ? textOf(file, start).replace(/['"]+$/, '') : '';
}
