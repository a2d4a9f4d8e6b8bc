import type { FileFacts } from '../../facts.js';
import { internalError, type FrontEnd } from '../frontend.js';
import { tooDeep } from '../shared/depth.js';
import { lowerProgram } from './lower.js';
import { parse } from './parse.js';
import { fastParserVersion, loadFastParser, type FastParse } from './parse-fast.js';

/** TypeScript, JavaScript and JSX, by the reference parser, which is loaded with the first file. */
export const typescriptFrontEnd = createFrontEnd(() => undefined);

/** The same facts, sooner where the fast parser is installed. */
export const fastTypescriptFrontEnd = createFrontEnd(loadFastParser);

function createFrontEnd(loadFast: () => FastParse | undefined): FrontEnd {
  let fast: { readonly parse: FastParse | undefined } | undefined;
  const parsers = new Map<string, number>();
  const count = (name: string): void => void parsers.set(name, (parsers.get(name) ?? 0) + 1);
  return {
    language: 'typescript',
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
    code: true,
    parsers,
    lower(path, text) {
      fast ??= { parse: loadFast() };
      const facts = fast.parse && lowerFast(fast.parse, path, text);
      count(facts ? `oxc-parser ${fastParserVersion}` : 'typescript-estree');
      return facts ?? lowerByReference(path, text);
    },
  };
}

/** Undefined for whatever is not plain sailing: the reference knows more about broken and odd code. */
function lowerFast(fast: FastParse, path: string, text: string): FileFacts | undefined {
  try {
    const program = fast(path, text);
    const facts = program && lowerProgram(path, text, program, []);
    return facts?.problems.length === 0 ? facts : undefined;
  } catch {
    return undefined;
  }
}

function lowerByReference(path: string, text: string): FileFacts {
  try {
    const { program, problems } = parse(path, text);
    return lowerProgram(path, text, program, problems);
  } catch (error) {
    const empty = parse(path, '').program;
    return lowerProgram(path, '', empty, [{ message: problemOf(error), range: [0, 0] }]);
  }
}

function problemOf(error: unknown): string {
  // The parsers recurse: this is how they say that the stack is used up.
  if (error instanceof RangeError) return tooDeep;
  return `${internalError}: ${error instanceof Error ? error.message : String(error)}`;
}
