import type { CodeLanguage, TemplatePiece } from './code-language.js';
import { closing } from './brackets.js';
import { bestQuote, requoted, type Quote } from './quotes.js';

/** TypeScript and JavaScript as a file writes them: `quote` is what its imports use. */
export function typescriptCode(quote: Quote): CodeLanguage {
  const text = (value: string): string => literal(value, quote);
  return {
    name: 'typescript',
    text,
    longText: (value) => (/[\n']/.test(value) ? `\`${inTemplate(value)}\`` : text(value)),
    template: (pieces) => `\`${pieces.map(inTemplate).join('')}\``,
    toText: (code) => `String(${code})`,
    spread: (code) => `...${code}`,
    joinedList: (code) => /^([\w.$]+)\.join\((['"]) \2\)$/.exec(code)?.[1],
    list: (items) => `[${items.join(', ')}]`,
    record: (entries) =>
      `{ ${Object.entries(entries)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ')} }`,
    truth: String,
    option: (_, name, value) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name)}: ${value}`,
    inStyle: (code) => requoted(code, quote, skipTypescript),
    skip: skipTypescript,
  };
}

function literal(value: string, usual: Quote): string {
  const quote = bestQuote(value, usual);
  return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n') + quote;
}

function inTemplate(piece: TemplatePiece): string {
  if (typeof piece !== 'string') return `\${${piece.code}}`;
  return piece.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

export function skipTypescript(text: string, index: number): number {
  const char = text[index];
  if (char === '/' && (text[index + 1] === '/' || text[index + 1] === '*')) {
    const block = text[index + 1] === '*';
    const end = text.indexOf(block ? '*/' : '\n', index + 2);
    return end < 0 ? text.length : end + (block ? 2 : 1);
  }
  if (char === "'" || char === '"') {
    for (let end = index + 1; end < text.length; end += 1) {
      if (text[end] === '\\') end += 1;
      else if (text[end] === char) return end + 1;
    }
    return text.length;
  }
  if (char === '`') {
    for (let end = index + 1; end < text.length; end += 1) {
      if (text[end] === '\\') end += 1;
      else if (text[end] === '`') return end + 1;
      else if (text.startsWith('${', end)) end = closing(text, end + 1, skipTypescript) ?? text.length;
    }
    return text.length;
  }
  return index;
}
