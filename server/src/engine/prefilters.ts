import type { Framework } from '@leashlint/rules';
import { isNotebook, readNotebook } from '../frontends/python/notebook.js';
import { isPython } from '../program/resolve-python-module.js';
import { createPrefilter, type Prefilter } from '../workspace/prefilter.js';
import { createPythonPrefilter } from '../workspace/python-prefilter.js';

/** The prefilter for the language of a file. */
export type PrefilterOf = (path: string) => Prefilter;

/** Compiled when the first file of a language is met. */
export function createPrefilters(
  frameworks: readonly Framework[],
  secretPatterns: readonly string[],
  choose?: 'everything',
): PrefilterOf {
  const compiled = compilePrefilters(frameworks, secretPatterns);
  return choose === undefined ? compiled : (path) => lettingThrough(compiled(path));
}

/** Lets every file through that the prefilter would keep back, to show that nothing is in them. */
function lettingThrough(prefilter: Prefilter): Prefilter {
  return {
    ...prefilter,
    trigger: (text) => prefilter.trigger(text) ?? 'everything',
    mayHoldKey: () => true,
    mayAct: () => true,
  };
}

function compilePrefilters(frameworks: readonly Framework[], secretPatterns: readonly string[]): PrefilterOf {
  let javascript: Prefilter | undefined;
  let python: Prefilter | undefined;
  let notebooks: Prefilter | undefined;
  return (path) => {
    if (!isPython(path)) return (javascript ??= createPrefilter(frameworks, secretPatterns));
    python ??= createPythonPrefilter(frameworks, secretPatterns);
    return isNotebook(path) ? (notebooks ??= onCode(python)) : python;
  };
}

/** Asks about the code of a notebook instead of the file's text. */
function onCode(prefilter: Prefilter): Prefilter {
  return {
    ...prefilter,
    trigger: (text) => prefilter.trigger(codeOf(text)),
    mayAct: (text) => prefilter.mayAct(codeOf(text)),
  };
}

function codeOf(text: string): string {
  return text.includes('import') ? (readNotebook(text)?.code ?? '') : '';
}
