import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node, type Pair } from 'yaml';
import type { FileFacts, ObjectEntry, Range, ValueId } from '../../facts.js';
import { createDocument, type DocumentDraft } from './document-draft.js';

/** YAML. Several documents in one file are an array of their roots. */
export function lowerYaml(text: string): FileFacts {
  const document = createDocument(text.length);
  return document.finish(lowerYamlInto(document, text, 0));
}

/** Lowers YAML that starts at `offset` of the file. Undefined if there is nothing in it. */
export function lowerYamlInto(document: DocumentDraft, text: string, offset: number): ValueId | undefined {
  const parsed = parseAllDocuments(text, {
    keepSourceTokens: false,
    logLevel: 'silent',
    uniqueKeys: false,
    version: '1.2',
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const roots: ValueId[] = [];
  for (const one of documents) {
    for (const { message, pos } of one.errors) {
      const [summary = message] = message.split(/ at line |\n/);
      document.problem(`YAML: ${summary}`, [
        offset + Math.min(pos[0], text.length),
        offset + Math.min(pos[1], text.length),
      ]);
    }
    if (one.contents !== null) roots.push(createWalk(document, one, offset)(one.contents, [offset, offset]));
  }
  if (roots.length < 2) return roots[0];
  return document.array(
    roots.map((value) => ({ value })),
    [offset, offset + text.length],
  );
}

/** `fallback` is the place of a value that is not written. */
type Walk = (node: Node | null, fallback: Range) => ValueId;

function createWalk(document: DocumentDraft, parsed: Document.Parsed, offset: number): Walk {
  /** An alias is the value of its anchor, lowered once: a few lines of aliases can stand for billions of values. */
  const anchored = new Map<Node, ValueId>();

  const walk: Walk = (node, fallback) => {
    if (node === null) return document.literal(null, fallback);
    const range = rangeOf(node, offset) ?? fallback;
    if (isAlias(node)) {
      const target = node.resolve(parsed);
      return (target && anchored.get(target)) ?? document.unknown(range);
    }
    const value = lowerNode(node, range);
    anchored.set(node, value);
    return value;
  };

  function lowerNode(node: Node, range: Range): ValueId {
    if (isMap(node))
      return document.object(
        node.items.flatMap((pair) => entriesOf(pair as Pair<Node, Node | null>)),
        range,
      );
    if (isSeq(node)) {
      return document.array(
        node.items.map((item) => ({ value: walk(item as Node | null, range) })),
        range,
      );
    }
    return isScalar(node) ? document.literal(scalar(node.value), range) : document.unknown(range);
  }

  function entriesOf({ key, value }: Pair<Node, Node | null>): ObjectEntry[] {
    const keyRange = rangeOf(key, offset);
    if (keyRange === undefined || !isScalar(key)) return [];
    const valueId = walk(value, [keyRange[1], keyRange[1]]);
    const range: Range = [keyRange[0], rangeOf(value, offset)?.[1] ?? keyRange[1]];
    const name = String(key.value);
    return name === '<<' ? [{ spread: valueId, range }] : [{ key: name, value: valueId, range, keyRange }];
  }

  return walk;
}

/** Without the space and comments that follow. */
function rangeOf(node: Node | null, offset: number): Range | undefined {
  const range = node?.range;
  return range ? [offset + range[0], offset + range[1]] : undefined;
}

function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' || value instanceof Date ? value.toString() : null;
}
