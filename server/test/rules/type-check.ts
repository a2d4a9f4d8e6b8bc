import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

type Files = Readonly<Record<string, string>>;

const rules = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../rules');

/** Below `rules`, so that imports find the SDKs that are installed there. */
const folder = path.join(rules, 'pages-under-test');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
  strict: true,
  allowJs: true,
  skipLibCheck: true,
  noEmit: true,
  esModuleInterop: true,
  resolveJsonModule: true,
};

const base = ts.createCompilerHost(options);
const sources = new Map<string, ts.SourceFile | undefined>();
const results = new Map<string, readonly string[]>();
const programs = new Map<string, ts.Program>();

/**
 * What the compiler says about a project: type errors of TypeScript files, syntax errors of JavaScript files. The SDKs'
 * declarations are read once for all projects. An older major version of `ai` that the project's manifest asks for is
 * taken from the alias under which it is installed (`ai6`).
 */
export function typeProblems(files: Files): readonly string[] {
  const key = JSON.stringify(files);
  const known = results.get(key);
  if (known !== undefined) return known;
  const texts = new Map(Object.entries(files).map(([file, text]) => [path.join(folder, file), text]));
  const folders = new Set([...texts.keys()].flatMap((file) => foldersOf(file)));
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (file) => texts.has(path.normalize(file)) || base.fileExists(file),
    directoryExists: (name) => folders.has(path.normalize(name)) || (base.directoryExists?.(name) ?? true),
    readFile: (file) => texts.get(path.normalize(file)) ?? base.readFile(file),
    getSourceFile(file, language) {
      const text = texts.get(path.normalize(file));
      if (text !== undefined) return ts.createSourceFile(file, text, language);
      if (!sources.has(file)) sources.set(file, base.getSourceFile(file, language));
      return sources.get(file);
    },
  };
  const roots = [...texts.keys()].filter((file) => /\.[jt]sx?$/.test(file));
  const alias = olderMajor(files);
  const program = ts.createProgram(roots, optionsFor(alias), host, programs.get(alias));
  programs.set(alias, program);
  const problems = roots.flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source)];
    if (/\.tsx?$/.test(file)) found.push(...program.getSemanticDiagnostics(source));
    return found
      .filter((diagnostic) => !isNotHere(diagnostic))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  });
  results.set(key, problems);
  return problems;
}

const NO_MODULE = 2307;
const NO_TYPES = 7016;
const installed = new Set(
  Object.keys((JSON.parse(readFileSync(path.join(rules, 'package.json'), 'utf8')) as Manifest).devDependencies),
);

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Packages whose types are not installed, and files that a page does not show because nobody knows what is in them. */
function isNotHere({ code, file, length = 0, start = 0 }: ts.Diagnostic): boolean {
  if (code !== NO_MODULE && code !== NO_TYPES) return false;
  const specifier = file?.text.slice(start + 1, start + length - 1) ?? '';
  const [scope = '', name = ''] = specifier.split('/');
  return !installed.has(scope.startsWith('@') ? `${scope}/${name}` : scope);
}

/** The folders of a file of the project, up to the one that holds them all. */
function foldersOf(file: string): readonly string[] {
  const parent = path.dirname(file);
  return parent === folder ? [folder] : [parent, ...foldersOf(parent)];
}

/** `ai6` if the manifest asks for version 6; `ai` for the newest. */
function olderMajor(files: Files): string {
  const major = /"ai":\s*"[~^]?(\d+)/.exec(files['package.json'] ?? '')?.[1];
  return major === undefined || major === '7' ? 'ai' : `ai${major}`;
}

function optionsFor(alias: string): ts.CompilerOptions {
  if (alias === 'ai') return options;
  const places = [path.join(rules, 'node_modules', alias), path.join(rules, '../node_modules', alias)];
  return { ...options, paths: { ai: places } };
}
