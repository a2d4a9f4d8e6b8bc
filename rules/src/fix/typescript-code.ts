import type { CodeLanguage, TemplatePiece } from './code-language.js';
import { closing } from './brackets.js';

export const typescriptCode: CodeLanguage = {
  name: 'typescript',
  text: quoted,
  longText: (value) => (/[\n']/.test(value) ? `\`${inTemplate(value)}\`` : quoted(value)),
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
  option: (_, name, value) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}: ${value}`,
  inStyle: (code) => code,
  skip,
};

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

function inTemplate(piece: TemplatePiece): string {
  if (typeof piece !== 'string') return `\${${piece.code}}`;
  return piece.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

function skip(text: string, index: number): number {
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
      else if (text.startsWith('${', end)) end = closing(text, end + 1, skip) ?? text.length;
    }
    return text.length;
  }
  return index;
}
