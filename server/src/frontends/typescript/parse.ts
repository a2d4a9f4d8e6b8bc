import { parseAndGenerateServices, type TSESTree } from '@typescript-eslint/typescript-estree';
import ts from 'typescript';
import type { ProblemFacts } from '../../facts.js';
import { isolate } from './isolate.js';
import { makeShallow } from './shallow.js';

export interface ParsedFile {
  readonly program: TSESTree.Program;
  readonly problems: readonly ProblemFacts[];
}

const maximumProblems = 20;

/** Octal numbers and escapes, and decimals with a leading zero, which every JavaScript engine reads in a script. */
const harmless: ReadonlySet<number> = new Set([1121, 1487, 1488, 1489]);

/**
 * The reference parser for TypeScript, JavaScript and JSX. Syntax errors become problems and the tree is the one that TypeScript
 * recovered. Converting TypeScript's tree costs more than making it, so neither comments nor tokens are asked for.
 */
export function parse(path: string, text: string): ParsedFile {
  const source: Diagnosed = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    scriptKind(path),
  );
  const errors = (source.parseDiagnostics ?? []).filter(({ code }) => !harmless.has(code));
  const problems = errors.slice(0, maximumProblems).map((diagnostic) => ({
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
    range: [diagnostic.start, diagnostic.start + diagnostic.length] as const,
  }));
  // typescript-estree refuses trees that have diagnostics.
  source.parseDiagnostics = [];
  const whole = tryConvert(source);
  if (!(whole instanceof Error)) return { program: whole, problems };
  const removed =
    whole instanceof RangeError ? makeShallow(source) : isolate(source, () => !(tryConvert(source) instanceof Error));
  return { program: convert(source), problems: [...problems, ...removed] };
}

function tryConvert(source: ts.SourceFile): TSESTree.Program | Error {
  try {
    return convert(source);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function convert(source: ts.SourceFile): TSESTree.Program {
  return parseAndGenerateServices(source, {
    range: true,
    loc: true,
    allowInvalidAST: true,
    preserveNodeMaps: false,
    suppressDeprecatedPropertyWarnings: true,
  }).ast;
}

/** `parseDiagnostics` is internal to TypeScript, and stable since 1.5. */
interface Diagnosed extends ts.SourceFile {
  parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
}

function scriptKind(path: string): ts.ScriptKind {
  switch (path.slice(path.lastIndexOf('.')).toLowerCase()) {
    case '.ts':
    case '.mts':
    case '.cts':
      return ts.ScriptKind.TS;
    case '.tsx':
      return ts.ScriptKind.TSX;
    default:
      return ts.ScriptKind.JSX;
  }
}
