import { join } from 'node:path';
import ts from 'typescript';
import type { Checked } from './checked-modules.js';
import { aliased, rulesFolder } from './installed-packages.js';
import { createTypeWalker } from './type-walker.js';
import type { Reached, TypeWalker } from './type-walker.js';

/** The type declarations of installed packages, to be asked by access path. */
export interface Declarations {
  readonly walker: TypeWalker;
  /** Where a path of single names leads to in a module of one version; undefined if it does not exist. */
  follow(checked: Checked, tokens: readonly string[]): Reached | undefined;
  /** Modules that could not be imported. */
  readonly missing: readonly string[];
}

const probeName = join(rulesFolder, 'test', 'catalogue', 'probe.ts');

/** A program that imports every module of the catalogue in every version. */
function probe(specifiers: readonly string[]): { readonly checker: ts.TypeChecker; readonly file: ts.SourceFile } {
  const text = specifiers.map((specifier, index) => `import * as m${String(index)} from '${specifier}';`).join('\n');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: ['node', 'react', 'multer', 'koa-bodyparser'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    esModuleInterop: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === probeName || fileExists.call(host, name);
  host.readFile = (name) => (name === probeName ? text : readFile.call(host, name));
  host.getSourceFile = (name, language, ...rest) =>
    name === probeName ? ts.createSourceFile(name, text, language) : getSourceFile.call(host, name, language, ...rest);
  const program = ts.createProgram([probeName], options, host);
  const file = program.getSourceFile(probeName);
  if (file === undefined) throw new Error('no probe file');
  return { checker: program.getTypeChecker(), file };
}

export function loadDeclarations(places: readonly Checked[]): Declarations {
  const specifiers = [
    ...new Set(places.filter(({ module }) => module !== 'global').map((each) => aliased(each.module, each.installed))),
  ];
  const { checker, file } = probe(specifiers);
  const walker = createTypeWalker(checker, file);
  const modules = new Map<string, ts.Symbol | undefined>(
    file.statements.map((statement, index) => {
      if (!ts.isImportDeclaration(statement)) throw new Error('the probe holds imports only');
      return [specifiers[index] ?? '', checker.getSymbolAtLocation(statement.moduleSpecifier)];
    }),
  );
  const globals = new Map(
    checker
      .getSymbolsInScope(file, ts.SymbolFlags.Value | ts.SymbolFlags.Type)
      .map((symbol) => [symbol.name, symbol] as const),
  );
  const memo = new Map<string, Reached | undefined>();

  function follow(checked: Checked, tokens: readonly string[]): Reached | undefined {
    const key = `${checked.installed.alias}|${checked.module}|${tokens.join('.')}`;
    if (memo.has(key)) return memo.get(key);
    const reached = followed(checked, tokens);
    memo.set(key, reached);
    return reached;
  }

  function followed(checked: Checked, tokens: readonly string[]): Reached | undefined {
    const last = tokens.at(-1);
    if (last === undefined) return undefined;
    if (checked.module === 'global' && tokens[0] === 'Member[jsx]' && tokens.length < 4) return jsxElement(tokens);
    if (tokens.length > 1) {
      const before = follow(checked, tokens.slice(0, -1));
      if (before === undefined) return undefined;
      const next = walker.step(before, last);
      return next.types.length === 0 && !next.open ? undefined : next;
    }
    const name = /^Member\[(.*)\]$/.exec(last)?.[1];
    if (checked.module === 'global') return name === undefined ? undefined : globalNamed(name);
    const symbol = modules.get(aliased(checked.module, checked.installed));
    if (symbol === undefined) return undefined;
    if (name !== undefined) return walker.exported(symbol, name);
    const whole = walker.exported(symbol, 'default');
    return whole === undefined ? undefined : walker.step(whole, last);
  }

  /** `Member[jsx].Member[div].Argument[0]`: the attributes of `<div>` as React declares them. */
  function jsxElement([, element]: readonly string[]): Reached | undefined {
    const react = modules.get('react');
    const intrinsic = react === undefined ? undefined : walker.nested(react, ['JSX', 'IntrinsicElements']);
    return intrinsic === undefined || element === undefined ? intrinsic : walker.step(intrinsic, element);
  }

  function globalNamed(name: string): Reached | undefined {
    const symbol = globals.get(name);
    if (symbol === undefined) return undefined;
    const value = symbol.flags & ts.SymbolFlags.Value ? [checker.getTypeOfSymbolAtLocation(symbol, file)] : [];
    return { ...walker.reach(value), symbol };
  }

  return {
    walker,
    follow,
    missing: [...modules].filter(([, symbol]) => symbol === undefined).map(([specifier]) => specifier),
  };
}
