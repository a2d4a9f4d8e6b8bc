import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { FileFacts, ProblemFacts } from '../../facts.js';
import { bind } from './bind.js';
import type { FileDraft } from './file-draft.js';
import { finish } from '../shared/finish.js';
import { emptyFunction, endFunction, newFrame } from '../shared/frames.js';
import { finishExports, importOffset } from './modules.js';
import { lowerStatements } from './statements.js';

/** Lowers a tree to facts in one walk, after a walk that finds out what names mean. */
export function lowerProgram(
  path: string,
  text: string,
  program: ES.Program,
  problems: readonly ProblemFacts[],
): FileFacts {
  const scopes = bind(program);
  const range = [0, text.length] as const;
  const head = { name: undefined, nameRange: undefined, class: undefined, async: false, generator: false } as const;
  const module = emptyFunction({ ...head, kind: 'module', range, bodyRange: range }, undefined, -1);
  const file: FileDraft = {
    text,
    scopes,
    values: [],
    functions: [module],
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
    hoisted: new Map(),
    exportedNames: [],
    moduleStyle: undefined,
    frame: newFrame(0, module, scopes.root, { fn: 0, class: undefined, value: undefined }),
    depth: 0,
  };
  lowerStatements(file, program.body, module.directives);
  endFunction(file);
  finishExports(file);
  return finish(file, {
    language: 'typescript',
    directives: module.directives,
    declaredNames: [...scopes.declaredNames],
    moduleStyle: /\.c[jt]s$/i.test(path) ? 'cjs' : (file.moduleStyle ?? 'esm'),
    importOffset: importOffset(text, program),
  });
}
