import type { FileFacts } from '../../facts.js';
import { internalError, type FrontEnd } from '../frontend.js';
import { tooDeep } from '../shared/depth.js';
import { lowerProgram } from './lower.js';
import { parse as parseByReference } from './parse.js';
import type { FastParser } from './parse-fast.js';

/** TypeScript, JavaScript and JSX, by the reference parser, which is loaded with the first file. */
export const typescriptFrontEnd = createTypescriptFrontEnd(() => undefined);

/** The same facts, sooner where there is a fast parser. `loadFast` is called with the first file. */
export function createTypescriptFrontEnd(loadFast: () => FastParser | undefined): FrontEnd {
  let loaded: { readonly fast: FastParser | undefined } | undefined;
  const parsers = new Map<string, number>();
  const count = (name: string): void => void parsers.set(name, (parsers.get(name) ?? 0) + 1);
  return {
    language: 'typescript',
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
    code: true,
    parsers,
    lower(path, text) {
      const { fast } = (loaded ??= { fast: loadFast() });
      const facts = fast && lowerFast(fast, path, text);
      count(fast && facts ? fast.name : 'typescript-estree');
      return facts ?? lowerByReference(path, text);
    },
  };
}

/** Undefined for whatever is not plain sailing: the reference knows more about broken and odd code. */
function lowerFast({ parse }: FastParser, path: string, text: string): FileFacts | undefined {
  try {
    const program = parse(path, text);
    const facts = program && lowerProgram(path, text, program, []);
    return facts?.problems.length === 0 ? facts : undefined;
  } catch {
    return undefined;
  }
}

function lowerByReference(path: string, text: string): FileFacts {
  try {
    const { program, problems } = parseByReference(path, text);
    return lowerProgram(path, text, program, problems);
  } catch (error) {
    const empty = parseByReference(path, '').program;
    return lowerProgram(path, '', empty, [{ message: problemOf(error), range: [0, 0] }]);
  }
}

function problemOf(error: unknown): string {
  // The parsers recurse: this is how they say that the stack is used up.
  if (error instanceof RangeError) return tooDeep;
  return `${internalError}: ${error instanceof Error ? error.message : String(error)}`;
}
