import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { FileFacts, ObjectEntry, Range, ValueId } from '../../facts.js';
import { createDocument, type DocumentDraft } from './document-draft.js';

/** JSON with comments and trailing commas, as editors and agents read their settings. */
export function lowerJson(text: string): FileFacts {
  const document = createDocument(text.length);
  const errors: ParseError[] = [];
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  // The parser takes no byte order mark; a space keeps the offsets.
  const clean = start === 1 ? ` ${text.slice(1)}` : text;
  const root = parseTree(clean, errors, { allowTrailingComma: true, allowEmptyContent: true });
  for (const { error, offset, length } of errors) {
    document.problem(`JSON: ${printParseErrorCode(error)}`, [offset, offset + length]);
  }
  return document.finish(root === undefined ? undefined : lowerNode(document, root));
}

function lowerNode(document: DocumentDraft, node: Node): ValueId {
  const range: Range = [node.offset, node.offset + node.length];
  switch (node.type) {
    case 'object':
      return document.object(
        (node.children ?? []).flatMap((property) => lowerProperty(document, property)),
        range,
      );
    case 'array':
      return document.array(
        (node.children ?? []).map((item) => ({ value: lowerNode(document, item) })),
        range,
      );
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return document.literal(node.value as string | number | boolean | null, range);
    case 'property':
      return document.unknown(range);
  }
}

function lowerProperty(document: DocumentDraft, property: Node): ObjectEntry[] {
  const [key, value] = property.children ?? [];
  // A key without a value is broken text that was reported already.
  if (key === undefined || value === undefined) return [];
  return [
    {
      key: String(key.value),
      value: lowerNode(document, value),
      range: [property.offset, property.offset + property.length],
      keyRange: [key.offset, key.offset + key.length],
    },
  ];
}
