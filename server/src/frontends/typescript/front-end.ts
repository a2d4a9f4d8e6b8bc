import { internalError, type FrontEnd } from '../frontend.js';
import { tooDeep } from '../shared/depth.js';
import { lowerProgram } from './lower.js';
import { parse } from './parse.js';

/** TypeScript, JavaScript and JSX. Importing this module loads the parser, so the engine imports it when it meets the first file. */
export const typescriptFrontEnd: FrontEnd = {
  language: 'typescript',
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
  code: true,
  lower(path, text) {
    try {
      const { program, problems } = parse(path, text);
      return lowerProgram(path, text, program, problems);
    } catch (error) {
      const empty = parse(path, '').program;
      return lowerProgram(path, '', empty, [{ message: problemOf(error), range: [0, 0] }]);
    }
  },
};

function problemOf(error: unknown): string {
  // The parsers recurse: this is how they say that the stack is used up.
  if (error instanceof RangeError) return tooDeep;
  return `${internalError}: ${error instanceof Error ? error.message : String(error)}`;
}
