import type { Framework } from '@leashlint/rules';
import { isPython } from '../program/resolve-python-module.js';
import { createPrefilter, type Prefilter } from '../workspace/prefilter.js';
import { createPythonPrefilter } from '../workspace/python-prefilter.js';

/** The prefilter for the language of a file. */
export type PrefilterOf = (path: string) => Prefilter;

/** Compiled when the first file of a language is met. */
export function createPrefilters(frameworks: readonly Framework[], secretPatterns: readonly string[]): PrefilterOf {
  let javascript: Prefilter | undefined;
  let python: Prefilter | undefined;
  return (path) =>
    isPython(path)
      ? (python ??= createPythonPrefilter(frameworks, secretPatterns))
      : (javascript ??= createPrefilter(frameworks, secretPatterns));
}
