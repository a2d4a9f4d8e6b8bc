import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import type { ArrayItem, FileFacts, ObjectEntry, Range, ValueId } from '../../facts.js';
import { createDocument, type DocumentDraft } from './document-draft.js';

/** How many lines that the parser refuses are taken out before the rest is given up. */
const MAX_BROKEN_LINES = 20;

/** TOML. A line that cannot be read is a problem, and the rest is read without it. */
export function lowerToml(text: string): FileFacts {
  const document = createDocument(text.length);
  const program = parse(document, text);
  return document.finish(program && lowerProgram(document, program));
}

function parse(document: DocumentDraft, text: string): AST.TOMLProgram | undefined {
  let rest = text;
  for (let broken = 0; broken < MAX_BROKEN_LINES; broken++) {
    try {
      return parseTOML(rest, { tomlVersion: 'latest' });
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      const [start, end] = lineAt(rest, error.index);
      document.problem(`TOML: ${error.message}`, [error.index < end ? error.index : start, end]);
      const line = rest.slice(start, end);
      if (line.trim() === '') return undefined;
      rest = rest.slice(0, start) + ' '.repeat(line.length) + rest.slice(end);
    }
  }
  return undefined;
}

/** The line that `index` is on, or the last one with something on it before: an open string ends at the end of the file. */
function lineAt(text: string, index: number): Range {
  let end = Math.min(index, text.length);
  while (
    end > 0 &&
    text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim() === '' &&
    text.charAt(end).trim() === ''
  )
    end--;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const next = text.indexOf('\n', end);
  return [start, next === -1 ? text.length : next];
}

/** A table while its lines are collected; dotted keys and headers open tables inside it. */
interface Table {
  readonly entries: Map<string, { keyRange: Range; range: Range; content: Table | Table[] | ValueId }>;
}

function lowerProgram(document: DocumentDraft, program: AST.TOMLProgram): ValueId {
  const root: Table = { entries: new Map() };
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') addPair(document, root, node);
    else {
      const table = openTable(root, node);
      for (const pair of node.body) addPair(document, table, pair);
    }
  }
  return finishTable(document, root, rangeOf(program));
}

function addPair(document: DocumentDraft, table: Table, pair: AST.TOMLKeyValue): void {
  const { parent, key, keyRange } = walkTo(table, pair.key.keys, rangeOf(pair));
  parent.entries.set(key, { keyRange, range: rangeOf(pair), content: lowerValue(document, pair.value) });
}

function openTable(root: Table, node: AST.TOMLTable): Table {
  const { parent, key, keyRange } = walkTo(root, node.key.keys, rangeOf(node));
  const known = parent.entries.get(key)?.content;
  if (node.kind === 'array') {
    const table: Table = { entries: new Map() };
    const tables = Array.isArray(known) ? known : [];
    tables.push(table);
    parent.entries.set(key, { keyRange, range: rangeOf(node), content: tables });
    return table;
  }
  if (known !== undefined && typeof known !== 'number' && !Array.isArray(known)) return known;
  const table: Table = { entries: new Map() };
  parent.entries.set(key, { keyRange, range: rangeOf(node), content: table });
  return table;
}

/** The table that holds the last key, made where it does not exist. */
function walkTo(
  from: Table,
  keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[],
  range: Range,
): { parent: Table; key: string; keyRange: Range } {
  let parent = from;
  for (const key of keys.slice(0, -1)) {
    const content = parent.entries.get(nameOf(key))?.content;
    let next = Array.isArray(content) ? content.at(-1) : typeof content === 'object' ? content : undefined;
    if (next === undefined) {
      next = { entries: new Map() };
      parent.entries.set(nameOf(key), { keyRange: rangeOf(key), range, content: next });
    }
    parent = next;
  }
  const last = keys.at(-1);
  return { parent, key: last === undefined ? '' : nameOf(last), keyRange: last === undefined ? range : rangeOf(last) };
}

function finishTable(document: DocumentDraft, table: Table, range: Range): ValueId {
  const entries = [...table.entries].map(([key, { keyRange, range: entryRange, content }]): ObjectEntry => {
    const value = finishContent(document, content, entryRange);
    return { key, value, range: entryRange, keyRange };
  });
  return document.object(entries, range);
}

function finishContent(document: DocumentDraft, content: Table | Table[] | ValueId, range: Range): ValueId {
  if (typeof content === 'number') return content;
  if (!Array.isArray(content)) return finishTable(document, content, range);
  return document.array(
    content.map((table) => ({ value: finishTable(document, table, range) })),
    range,
  );
}

function lowerValue(document: DocumentDraft, node: AST.TOMLContentNode): ValueId {
  const range = rangeOf(node);
  if (node.type === 'TOMLArray') {
    const items = node.elements.map((element): ArrayItem => ({ value: lowerValue(document, element) }));
    return document.array(items, range);
  }
  if (node.type === 'TOMLInlineTable') {
    const table: Table = { entries: new Map() };
    for (const pair of node.body) addPair(document, table, pair);
    return finishTable(document, table, range);
  }
  if (node.kind === 'string' || node.kind === 'boolean') return document.literal(node.value, range);
  if (node.kind === 'integer' || node.kind === 'float')
    return document.literal(Number(node.number.replaceAll('_', '')), range);
  return document.literal(node.datetime, range);
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function rangeOf(node: { readonly range: AST.Range }): Range {
  return [node.range[0], node.range[1]];
}
