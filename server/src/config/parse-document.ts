import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { isMap, isScalar, LineCounter, parseDocument as parseYamlDocument } from 'yaml';

export type DocumentPath = readonly (string | number)[];

/** A configuration file as data, with the places of its parts. Offsets are UTF-16 code units. */
export interface ConfigDocument {
  readonly value: unknown;
  readonly errors: readonly { readonly message: string; readonly range: readonly [number, number] }[];
  /** Range of the value at a path, or with `key` of its last key. Falls back to the nearest enclosing part. */
  range(path: DocumentPath, part: 'key' | 'value'): readonly [number, number];
}

export function parseDocument(path: string, text: string): ConfigDocument {
  return /\.ya?ml$/.test(path) ? parseYaml(text) : parseJsonc(text);
}

function parseJsonc(text: string): ConfigDocument {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  return {
    value: tree === undefined ? undefined : toValue(tree),
    errors: errors.map(({ error, offset, length }) => ({
      message: printParseErrorCode(error).replace(
        /([a-z])([A-Z])/g,
        (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
      ),
      range: [offset, offset + length],
    })),
    range(path, part) {
      for (let depth = path.length; tree !== undefined && depth >= 0; depth--) {
        const node = findNodeAtLocation(tree, path.slice(0, depth));
        if (node === undefined) continue;
        const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
        const chosen = part === 'key' && depth === path.length && key !== undefined ? key : node;
        return [chosen.offset, chosen.offset + chosen.length];
      }
      return [0, 0];
    },
  };
}

function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value;
  const entries = (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key === undefined || value === undefined ? [] : [[String(key.value), toValue(value)] as const];
  });
  return Object.fromEntries(entries);
}

function parseYaml(text: string): ConfigDocument {
  const document = parseYamlDocument(text, { lineCounter: new LineCounter(), prettyErrors: false });
  return {
    value: document.errors.length > 0 ? undefined : (document.toJS() as unknown),
    errors: document.errors.map(({ message, pos }) => ({ message, range: pos })),
    range(path, part) {
      if (part === 'key' && path.length > 0) {
        const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
        const pair = isMap(parent)
          ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
          : undefined;
        if (isScalar(pair?.key) && pair.key.range) return [pair.key.range[0], pair.key.range[1]];
      }
      for (let depth = path.length; depth > 0; depth--) {
        const node = document.getIn(path.slice(0, depth), true);
        if (isRanged(node)) return [node.range[0], node.range[1]];
      }
      return [0, 0];
    },
  };
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
