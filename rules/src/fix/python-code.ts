import { closing } from './brackets.js';
import type { CodeLanguage, TemplatePiece } from './code-language.js';
import { bestQuote, requoted, type Quote } from './quotes.js';

/** Python as a file writes it: `text` is the file's, whose strings show which quotes it uses. */
export function pythonCode(text: string): CodeLanguage {
  const quote = usualQuote(text);
  return {
    name: 'python',
    text: (value) => literal(value, quote),
    longText: (value) => (value.includes('\n') ? longLiteral(value) : literal(value, quote)),
    template: (pieces) => formatted(pieces, quote),
    toText: (code) => `str(${code})`,
    spread: (code) => `*${code}`,
    joinedList: (code) => /^(['"]) \1\.join\(([\w.]+)\)$/.exec(code)?.[2],
    list: (items) => `[${items.join(', ')}]`,
    record: (entries) =>
      `{${Object.entries(entries)
        .map(([name, value]) => `${literal(name, quote)}: ${value}`)
        .join(', ')}}`,
    truth: (value) => (value ? 'True' : 'False'),
    option: (form, name, value) => (form === 'arguments' ? `${name}=${value}` : `${literal(name, quote)}: ${value}`),
    inStyle: (code) => requoted(withoutInnerSpaces(code), quote, skipPython),
    skip: skipPython,
  };
}

/** `{ 'a': 1 }` is written `{'a': 1}`. */
function withoutInnerSpaces(code: string): string {
  let out = '';
  for (let index = 0; index < code.length;) {
    const end = Math.max(skipPython(code, index), index + 1);
    const piece = code.slice(index, end);
    if (!/\s/.test(piece) || piece.length > 1 || (code[index - 1] !== '{' && code[end] !== '}')) out += piece;
    index = end;
  }
  return out;
}

/** The quotes of most one-line strings; double ones in a file without any, as formatters write them. */
function usualQuote(text: string): Quote {
  const counts = { '"': 0, "'": 0 };
  for (let index = 0; index < text.length;) {
    const end = skipPython(text, index);
    const char = text[index];
    if (end > index && (char === '"' || char === "'") && text[index + 1] !== char) counts[char] += 1;
    index = Math.max(end, index + 1);
  }
  return counts["'"] > counts['"'] ? "'" : '"';
}

function literal(value: string, usual: Quote): string {
  const quote = bestQuote(value, usual);
  return quote + escaped(value, quote) + quote;
}

function longLiteral(value: string): string {
  return `"""${value.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""')}"""`;
}

function escaped(value: string, quote: Quote): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

/** Before Python 3.12 the code in a formatted string may have neither the string's quotes nor backslashes. */
function formatted(pieces: readonly TemplatePiece[], usual: Quote): string | undefined {
  const code = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.code])).join('');
  if (/[\\\n#!]|\blambda\b|:=/.test(code) || (code.includes('"') && code.includes("'"))) return undefined;
  if (code === '') return literal(pieces.filter((piece) => typeof piece === 'string').join(''), usual);
  const quote = code.includes(usual) ? (usual === '"' ? "'" : '"') : usual;
  const inside = pieces.map((piece) =>
    typeof piece === 'string'
      ? escaped(piece, quote).replaceAll('{', '{{').replaceAll('}', '}}')
      : `{${piece.code.startsWith('{') ? ' ' : ''}${piece.code}}`,
  );
  return `f${quote}${inside.join('')}${quote}`;
}

export function skipPython(text: string, index: number): number {
  const char = text[index];
  if (char === '#') {
    const end = text.indexOf('\n', index);
    return end < 0 ? text.length : end + 1;
  }
  if (char !== '"' && char !== "'") return index;
  const quote = text.startsWith(char.repeat(3), index) ? char.repeat(3) : char;
  const hasFields = /(?<!\w)(?:[ft]r?|r[ft])$/i.test(text.slice(Math.max(0, index - 3), index));
  for (let end = index + quote.length; end < text.length;) {
    if (text[end] === '\\') end += 2;
    else if (text.startsWith(quote, end)) return end + quote.length;
    // A string that does not end on its line is broken code.
    else if (quote.length === 1 && text[end] === '\n') return end;
    else if (!hasFields || text[end] !== '{') end += 1;
    else if (text[end + 1] === '{') end += 2;
    else end = (closing(text, end, skipPython) ?? text.length) + 1;
  }
  return text.length;
}
