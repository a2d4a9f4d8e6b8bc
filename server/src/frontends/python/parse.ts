import { Language, Parser } from 'web-tree-sitter';
import type { ProblemFacts, Range } from '../../facts.js';
import { shippedFile } from '../../workspace/shipped-file.js';
import { createReader, type TreeReader } from './read-tree.js';
import type { Tree } from './tree.js';

export interface ParsedFile {
  readonly module: Tree;
  readonly problems: readonly ProblemFacts[];
}

interface Loaded {
  readonly parser: Parser;
  readonly reader: TreeReader;
}

let loaded: Loaded | undefined;
let loading: Promise<void> | undefined;

/** Gets the parser ready; takes some 20 ms the first time. */
export function loadParser(): Promise<void> {
  return (loading ??= load());
}

async function load(): Promise<void> {
  const runtime = { wasmBinary: shippedFile('web-tree-sitter/web-tree-sitter.wasm') };
  await Parser.init(runtime);
  const language = await Language.load(shippedFile('tree-sitter-python/tree-sitter-python.wasm'));
  const parser = new Parser();
  parser.setLanguage(language);
  loaded = { parser, reader: createReader(runtime, language) };
}

const maximumProblems = 20;

/** Parses Python. Where the code is broken the tree has what could be recovered, and problems say where. */
export function parse(text: string): ParsedFile {
  if (!loaded) throw new Error('the parser for Python is not loaded');
  const tree = loaded.parser.parse(text);
  if (!tree)
    return { module: { type: 'module', range: [0, text.length], field: undefined, children: [] }, problems: [] };
  const problems: ProblemFacts[] = [];
  const onError = (range: Range, missing: string | undefined): void => {
    if (problems.length >= maximumProblems) return;
    problems.push({ message: missing === undefined ? 'Invalid syntax.' : `'${missing}' expected.`, range });
  };
  const module = loaded.reader(tree, onError);
  tree.delete();
  return { module, problems };
}
