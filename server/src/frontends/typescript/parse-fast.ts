import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { createRequire } from 'node:module';
import path from 'node:path';
import { mayNestDeeply } from './nesting.js';

export interface FastParser {
  /** With its version. */
  readonly name: string;
  /** Parses a file that has no syntax error; undefined for every other one. */
  readonly parse: (path: string, text: string) => TSESTree.Program | undefined;
}

/** The version whose trees are known to be those of the reference. */
export const fastParserVersion = '0.154.0';

/** What is used of oxc-parser, whose types give its tree other names. */
interface Oxc {
  readonly parseSync: (path: string, text: string, options: OxcOptions) => OxcResult;
}

interface OxcOptions {
  readonly lang: 'ts' | 'tsx' | 'jsx' | 'dts';
  readonly sourceType: 'unambiguous';
  readonly astType: 'ts';
  readonly range: true;
  readonly preserveParens: false;
}

interface OxcResult {
  readonly program: TSESTree.Program;
  readonly errors: readonly unknown[];
}

/**
 * The parser of oxc gives the tree of typescript-estree in a fraction of its time. It is a program for one kind of machine and
 * an optional dependency: undefined where it is not installed or does not start.
 */
export function loadFastParser(): FastParser | undefined {
  const require = createRequire(path.join(import.meta.dirname, 'parse-fast.js'));
  try {
    // Both answers come from the package itself; a wrong shape throws.
    const { version } = require('oxc-parser/package.json') as { readonly version: string };
    if (version !== fastParserVersion) return undefined;
    const { parseSync } = require('oxc-parser') as Oxc;
    return { name: `oxc-parser ${version}`, parse: (file, text) => parseWith(parseSync, file, text) };
  } catch {
    return undefined;
  }
}

function parseWith(parseSync: Oxc['parseSync'], file: string, text: string): TSESTree.Program | undefined {
  if (mayNestDeeply(text) || text.includes('import source')) return undefined;
  const result = parseSync(file, text, {
    lang: languageOf(file),
    sourceType: 'unambiguous',
    astType: 'ts',
    range: true,
    preserveParens: false,
  });
  // Made when it is asked for. Until then it lies outside of the heap, where the runtime does not see how much there is to collect.
  const { program } = result;
  if (result.errors.length > 0) return undefined;
  // TypeScript knows no comments of HTML.
  return program.sourceType === 'script' && /<!--|^\s*-->/m.test(text) ? undefined : program;
}

function languageOf(file: string): OxcOptions['lang'] {
  if (/\.d\.[cm]?ts$/i.test(file)) return 'dts';
  if (/\.[cm]?ts$/i.test(file)) return 'ts';
  return /\.tsx$/i.test(file) ? 'tsx' : 'jsx';
}
