import { builtinModules } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

interface Source {
  readonly path: string;
  readonly text: string;
  /** Specifiers of value and type imports; relative ones as paths from the root. */
  readonly imports: readonly string[];
}

const sources: readonly Source[] = ['rules/src', 'server/src', 'client/src'].flatMap(read);

function read(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const file = path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
      const text = readFileSync(path.join(root, file), 'utf8');
      return { path: file, text, imports: importsOf(file, text) };
    });
}

function importsOf(file: string, text: string): string[] {
  const code = text.replace(/`(?:[^`\\]|\\.)*`/gs, '``');
  return [
    ...code.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
  ].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
  });
}

/** Imports of files below `from` that `forbidden` matches, as `file → import`. */
function violations(from: string, forbidden: (specifier: string, file: string) => boolean): string[] {
  return sources
    .filter((source) => source.path.startsWith(from))
    .flatMap((source) =>
      source.imports.filter((one) => forbidden(one, source.path)).map((one) => `${source.path} → ${one}`),
    );
}

const isPackage = (specifier: string, name: string): boolean => specifier === name || specifier.startsWith(name + '/');

test('the imports of every file were found', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.find(({ path: file }) => file === 'server/src/engine/create-engine.ts')?.imports).toContain(
    'server/src/suppress/suppress.js',
  );
});

test('rules import nothing outside themselves', () => {
  expect(violations('rules/src', (specifier) => !specifier.startsWith('rules/src/'))).toEqual([]);
});

test('rules do not know the catalogue or each other, and the vocabulary knows nobody', () => {
  expect(violations('rules/src/model', (specifier) => !specifier.startsWith('rules/src/model/'))).toEqual([]);
  expect(
    violations('rules/src/catalogue', (specifier) => !/^rules\/src\/(?:catalogue|model)\//.test(specifier)),
  ).toEqual([]);
});

test('client and server meet only over the protocol', () => {
  expect(
    violations('client/src', (specifier) => /^server\//.test(specifier) || isPackage(specifier, '@leashlint/rules')),
  ).toEqual([]);
  expect(violations('server/src', (specifier) => /^client\//.test(specifier))).toEqual([]);
});

test('only the client imports vscode, only the language server imports its protocol', () => {
  expect(violations('server/src', (specifier) => specifier === 'vscode')).toEqual([]);
  const outsideLsp = violations(
    'server/src',
    (one, file) => one.startsWith('vscode-languageserver') && !file.startsWith('server/src/lsp/'),
  );
  expect(outsideLsp).toEqual([]);
});

test('trees stay in the front-ends', () => {
  const parsers = ['typescript', '@typescript-eslint/typescript-estree', '@typescript-eslint/types'];
  const outside = violations(
    'server/src',
    (one, file) => parsers.some((name) => isPackage(one, name)) && !file.startsWith('server/src/frontends/'),
  );
  expect(outside).toEqual([]);
});

test('rules, model, program and taint do not import front-ends', () => {
  for (const folder of ['program', 'taint', 'model', 'suppress', 'report', 'workspace', 'config']) {
    expect(violations(`server/src/${folder}`, (one) => one.startsWith('server/src/frontends/typescript/'))).toEqual([]);
  }
});

test('facts flow one way: nothing below the engine imports what is above it', () => {
  const above = /^server\/src\/(?:cli|lsp)\//;
  for (const folder of [
    'frontends',
    'program',
    'taint',
    'model',
    'engine',
    'workspace',
    'config',
    'suppress',
    'report',
  ]) {
    expect(violations(`server/src/${folder}`, (one) => above.test(one))).toEqual([]);
  }
});

test('linking knows no data flow, data flow knows no model', () => {
  const importing = (folder: string, layers: readonly string[]) =>
    violations(`server/src/${folder}`, (one) => layers.some((layer) => one.startsWith(`server/src/${layer}/`)));
  expect(importing('program', ['taint', 'model', 'engine', 'workspace'])).toEqual([]);
  expect(importing('taint', ['model', 'engine', 'workspace'])).toEqual([]);
  expect(importing('model', ['engine', 'workspace'])).toEqual([]);
});

test('only the doors use the process, only the workspace and the doors read files, and the cache its own', () => {
  const doors = /^server\/src\/(?:cli|lsp)\//;
  const inside = sources.filter(({ path: file }) => file.startsWith('server/src/') && !doors.test(file));
  const code = (text: string): string => text.replace(/\/\*.*?\*\/|\/\/[^\n]*|'[^'\n]*'|`[^`]*`/gs, '');
  expect(
    inside.filter(({ text }) => /\bprocess\.(?!env\b)\w|\bconsole\./.test(code(text))).map(({ path: file }) => file),
  ).toEqual([]);
  const readers = inside.filter(({ imports }) => imports.some((one) => /^(?:node:)?fs(?:\/|$)/.test(one)));
  const elsewhere = readers.map(({ path: file }) => file).filter((file) => !file.startsWith('server/src/workspace/'));
  expect(elsewhere).toEqual(['server/src/cache/entry-folder.ts']);
});

test('nothing is executed or sent', () => {
  const dangerous = ['child_process', 'vm', 'http', 'https', 'net', 'tls', 'dgram', 'dns', 'inspector', 'module'];
  const isDangerous = (specifier: string): boolean => dangerous.includes(specifier.replace(/^node:/, ''));
  // One has the runtime keep compiled code, the other loads the optional parser.
  const known = ['server/src/code-cache.ts', 'server/src/frontends/typescript/parse-fast.ts'];
  expect(violations('server/src', isDangerous)).toEqual(known.map((file) => `${file} → node:module`));
  expect(violations('rules/src', isDangerous)).toEqual([]);
  const loaders = sources.filter(({ path: file }) => known.includes(file));
  const required = loaders.flatMap(({ text }) => [...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, what]) => what));
  expect(required.filter((what) => !/^'oxc-parser(?:\/package\.json)?'$/.test(what ?? ''))).toEqual([]);
});

test('no file is longer than 400 lines, but tables', () => {
  const tables = /^rules\/src\/(?:catalogue\/|rules\/(?:index|pages)\.ts$)/;
  const long = sources.filter(({ path: file, text }) => !tables.test(file) && text.split('\n').length > 401);
  expect(long.map(({ path: file }) => file)).toEqual([]);
});

test('no file is named after nothing', () => {
  const empty = /(?:^|[-/])(?:utils?|helpers?|manager|service|common|misc)\.ts$/;
  expect(sources.filter(({ path: file }) => empty.test(file)).map(({ path: file }) => file)).toEqual([]);
});

test('ARCHITECTURE.md lists the runtime dependencies, all of them and no others', () => {
  const architecture = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const section = architecture.slice(architecture.indexOf('## Dependencies'));
  const listed = [...section.matchAll(/^\|([^|]+)\|/gm)].flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  );
  const manifests = ['server', 'client', 'rules'].map(
    (name) =>
      JSON.parse(readFileSync(path.join(root, name, 'package.json'), 'utf8')) as {
        dependencies?: Record<string, string>;
        optionalDependencies?: Record<string, string>;
      },
  );
  const declared = new Set(
    manifests
      .flatMap(({ dependencies, optionalDependencies }) => Object.keys({ ...dependencies, ...optionalDependencies }))
      .filter((name) => !name.startsWith('@leashlint/')),
  );
  expect(listed.filter((name) => !name.includes('/mini')).sort()).toEqual([...declared].sort());
});

test('packages import what they declare', () => {
  const declared = (name: string): string[] => {
    const manifest = JSON.parse(readFileSync(path.join(root, name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    return Object.keys(manifest.dependencies ?? {});
  };
  const provided = new Set([...builtinModules, 'vscode', 'sarif']);
  for (const workspace of ['server', 'client']) {
    const known = declared(workspace);
    const unknown = violations(`${workspace}/src`, (one) => {
      const name = one.replace(/^node:/, '');
      return (
        !/^(?:server|client)\//.test(one) &&
        !provided.has(name) &&
        !known.some((dependency) => isPackage(one, dependency))
      );
    });
    expect(unknown).toEqual([]);
  }
});
