import type { FileFacts, ProblemFacts } from '../../facts.js';
import { finish } from '../shared/finish.js';
import { emptyFunction, endFunction, newFrame } from '../shared/frames.js';
import { bind } from './bind.js';
import { docstringOf } from './docstrings.js';
import type { FileDraft } from './draft.js';
import { finishExports, importOffset, starNames } from './modules.js';
import { lowerBlock } from './statements.js';
import type { Tree } from './tree.js';

/** Lowers a tree to facts in one walk, after a walk that finds out what names mean. */
export function lowerModule(text: string, module: Tree, problems: readonly ProblemFacts[]): FileFacts {
  const scopes = bind(text, module);
  const range = [0, text.length] as const;
  const head = { name: undefined, nameRange: undefined, class: undefined, async: false, generator: false } as const;
  const body = emptyFunction({ ...head, kind: 'module', range, bodyRange: range }, undefined, -1);
  const file: FileDraft = {
    text,
    scopes,
    values: [],
    functions: [body],
    classes: [],
    conditions: [],
    loops: [],
    stores: [],
    imports: [],
    exports: [],
    problems: [...problems],
    tests: new Map(),
    testValues: new Map(),
    phis: new Map(),
    neverReturning: new Set(),
    importValues: new Map(),
    starModules: [],
    frame: newFrame(0, body, scopes.root, { fn: 0, class: undefined, value: undefined }),
    depth: 0,
  };
  const docstring = docstringOf(file, module);
  if (docstring !== undefined) body.docstring = docstring;
  lowerBlock(file, module);
  endFunction(file);
  finishExports(file);
  const all = starNames(file);
  return finish(file, {
    language: 'python',
    ...(all && { starNames: all }),
    directives: [],
    declaredNames: [...scopes.declaredNames],
    moduleStyle: 'esm',
    importOffset: importOffset(text, module),
  });
}
