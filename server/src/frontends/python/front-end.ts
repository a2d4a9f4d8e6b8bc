import { internalError, type FrontEnd } from '../frontend.js';
import { tooDeep } from '../shared/depth.js';
import { lowerModule } from './lower.js';
import { loadParser, parse } from './parse.js';

/** Python. Importing this module loads the parser's code, so the engine imports it when it meets the first file. */
export const pythonFrontEnd: FrontEnd = {
  language: 'python',
  extensions: ['.py', '.pyi', '.pyw'],
  code: true,
  load: loadParser,
  lower(_path, text) {
    try {
      const { module, problems } = parse(text);
      return lowerModule(text, module, problems);
    } catch (error) {
      const empty = { type: 'module', range: [0, 0], field: undefined, children: [] } as const;
      return lowerModule('', empty, [{ message: problemOf(error), range: [0, 0] }]);
    }
  },
};

function problemOf(error: unknown): string {
  // This is how the runtime says that the stack is used up.
  if (error instanceof RangeError) return tooDeep;
  return `${internalError}: ${error instanceof Error ? error.message : String(error)}`;
}
