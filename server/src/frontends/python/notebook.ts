import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { Places } from '../shared/move-ranges.js';

/** The code cells of a notebook as one text. */
export interface Notebook {
  readonly code: string;
  readonly places: Places;
}

export const isNotebook = (path: string): boolean => /\.ipynb$/i.test(path);

/** Cells of other languages and of text; `%%time` and the like stand before Python. */
const OTHER_CELL = /^\s*%%(?!(?:time|timeit|capture|prun|memit|mprun)\b)/;
/** `%pip install`, `!ls`, `?print`, `print?`, `pip install` */
const MAGIC = /^[ \t]*(?:[%!?]|[\w.]+\?{1,2}[ \t]*$|(?:pip3?|conda|mamba)[ \t]+(?:install|uninstall|list|show)\b)/;

/** Code cells, one after the other, with magics made comments; undefined if the text is no notebook. */
export function readNotebook(text: string): Notebook | undefined {
  const root = parseTree(text);
  const cells = root && findNodeAtLocation(root, ['cells'])?.children;
  if (!cells) return undefined;
  const code: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const cell of cells) {
    if (findNodeAtLocation(cell, ['cell_type'])?.value !== 'code') continue;
    const source = findNodeAtLocation(cell, ['source']);
    const strings = source?.type === 'array' ? (source.children ?? []) : source ? [source] : [];
    addCell(text, strings, code, { starts, ends });
  }
  return { code: code.join(''), places: { starts, ends } };
}

interface CellPlaces {
  readonly starts: number[];
  readonly ends: number[];
}

function addCell(text: string, strings: readonly Node[], code: string[], places: CellPlaces): void {
  const characters: string[] = [];
  const inCell: CellPlaces = { starts: [], ends: [] };
  for (const string of strings) {
    if (string.type === 'string') addString(text, string, characters, inCell);
  }
  const written = characters.join('');
  if (OTHER_CELL.test(written)) return;
  code.push(withoutMagics(written), '\n');
  const end = inCell.ends.at(-1) ?? 0;
  for (const place of inCell.starts) places.starts.push(place);
  for (const place of inCell.ends) places.ends.push(place);
  // The line break between cells.
  places.starts.push(end);
  places.ends.push(end);
}

/** As long as the text, so that offsets stay; a backslash at the end of a magic has it go on. */
function withoutMagics(text: string): string {
  let goesOn = false;
  return text
    .split('\n')
    .map((line) => {
      const isMagic = goesOn || MAGIC.test(line);
      goesOn = isMagic && line.trimEnd().endsWith('\\');
      return isMagic ? line.replace(/\S/, '#') : line;
    })
    .join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The characters of a JSON string and where each of them is written. */
function addString(text: string, { offset, length }: Node, characters: string[], { starts, ends }: CellPlaces): void {
  const end = offset + length - 1;
  for (let at = offset + 1; at < end;) {
    starts.push(at);
    const char = text.charAt(at);
    if (char !== '\\') {
      characters.push(char);
      ends.push(++at);
      continue;
    }
    const escaped = text.charAt(at + 1);
    if (escaped === 'u') {
      characters.push(String.fromCharCode(parseInt(text.slice(at + 2, at + 6), 16) || 0xfffd));
      at += 6;
    } else {
      characters.push(ESCAPES[escaped] ?? escaped);
      at += 2;
    }
    ends.push(at);
  }
}
