import type { FileFacts } from '../../facts.js';
import { internalError, type FrontEnd } from '../frontend.js';
import { tooDeep } from '../shared/depth.js';
import { moveRanges } from '../shared/move-ranges.js';
import { lowerModule } from './lower.js';
import { isNotebook, readNotebook } from './notebook.js';
import { loadParser, parse } from './parse.js';

/** Python, also in notebooks. Importing this module loads the parser's code, so the engine imports it when it meets the first file. */
export const pythonFrontEnd: FrontEnd = {
  language: 'python',
  extensions: ['.py', '.pyi', '.pyw', '.ipynb'],
  code: true,
  load: loadParser,
  lower(path, text) {
    try {
      return isNotebook(path) ? lowerNotebook(text) : lowerText(text);
    } catch (error) {
      const empty = { type: 'module', range: [0, 0], field: undefined, children: [] } as const;
      return lowerModule('', empty, [{ message: problemOf(error), range: [0, 0] }]);
    }
  },
};

function lowerText(text: string): FileFacts {
  const { module, problems } = parse(text);
  return lowerModule(text, module, problems);
}

function lowerNotebook(text: string): FileFacts {
  const notebook = readNotebook(text);
  if (!notebook) return lowerText('');
  return moveRanges(lowerText(notebook.code), notebook.places);
}

function problemOf(error: unknown): string {
  // This is how the runtime says that the stack is used up.
  if (error instanceof RangeError) return tooDeep;
  return `${internalError}: ${error instanceof Error ? error.message : String(error)}`;
}
