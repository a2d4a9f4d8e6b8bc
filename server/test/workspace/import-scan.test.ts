import { describe, expect, test } from 'vitest';
import { createImportScan, importSpecifiers } from '../../src/workspace/import-scan.js';

describe('importSpecifiers', () => {
  test('finds every way to import', () => {
    const text = `
      import a, { type B } from './a.js';
      import './effect';
      export * from "pkg/sub";
      export { x } from '../x';
      const c = require('./c');
      const d = await import(\`./d\`);
      import type { E } from '@scope/e';
      import {
        many,
        names,
      } from '~/many';
      const lazy = () => import(/* webpackChunkName: "lazy" */ './lazy');
      jest.mock('./not-counted');
    `;
    expect([...importSpecifiers(text)].sort()).toEqual(
      ['./a.js', './c', './d', './effect', './lazy', '../x', '@scope/e', 'pkg/sub', '~/many'].sort(),
    );
  });
});

function importers(
  files: Readonly<Record<string, readonly string[]>>,
  of: string,
  packages: Readonly<Record<string, string>> = {},
): readonly string[] {
  const scan = createImportScan(
    Object.keys(files),
    (file) => files[file] ?? [],
    (file) => {
      const found = Object.entries(packages).find(([folder]) => file.startsWith(folder + '/'))?.[1];
      return found === undefined
        ? undefined
        : { name: found, manifest: `{ "name": "${found}", "main": "./dist/server.js" }` };
    },
  );
  return scan.importersOf(of);
}

describe('importersOf', () => {
  test('resolves relative specifiers exactly', () => {
    const files = {
      'src/a.ts': ['./shell.js'],
      'src/b/c.ts': ['../shell'],
      'other/d.ts': ['./shell'],
      'src/e.ts': ['./b/shell'],
    };
    expect(importers(files, 'src/shell.ts')).toEqual(['src/a.ts', 'src/b/c.ts']);
  });

  test('a folder stands for its index file', () => {
    const files = { 'a.ts': ['./lib'], 'b.ts': ['./lib/index.js'], 'lib/c.ts': ['.'], 'lib/deep/d.ts': ['..'] };
    expect(importers(files, 'lib/index.ts')).toEqual(['a.ts', 'b.ts', 'lib/c.ts', 'lib/deep/d.ts']);
  });

  test('takes an alias for an importer when it ends the path', () => {
    const files = {
      'a.ts': ['@/lib/shell'],
      'b.ts': ['~/shell'],
      'c.ts': ['src/lib/shell'],
      'd.ts': ['@/other/shell'],
      'e.ts': ['#lib/shell.js'],
    };
    expect(importers(files, 'src/lib/shell.ts')).toEqual(['a.ts', 'b.ts', 'c.ts', 'e.ts']);
  });

  test('knows packages of the workspace by name', () => {
    const files = {
      'apps/web/a.ts': ['@acme/tools'],
      'apps/web/b.ts': ['@acme/tools/shell'],
      'apps/web/c.ts': ['@acme/toolset'],
    };
    const packages = { 'packages/tools': '@acme/tools' };
    expect(importers(files, 'packages/tools/src/index.ts', packages)).toEqual(['apps/web/a.ts']);
    expect(importers(files, 'packages/tools/src/server.ts', packages)).toEqual(['apps/web/a.ts']);
    expect(importers(files, 'packages/tools/src/shell.ts', packages)).toEqual(['apps/web/b.ts']);
    expect(importers(files, 'packages/tools/src/inner.ts', packages)).toEqual([]);
  });
});
