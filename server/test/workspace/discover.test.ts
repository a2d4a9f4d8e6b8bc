import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/workspace/discover.js';
import { temporaryFolder } from './temporary-folder.js';

const wanted = (file: string): boolean => /\.[jt]s$/.test(file);

function found(files: Readonly<Record<string, string>>, named?: readonly string[]): readonly string[] {
  return discover({ root: temporaryFolder(files), wanted, ...(named === undefined ? {} : { named }) }).files;
}

describe('discover', () => {
  test('lists wanted files, sorted, with their workspace paths', () => {
    expect(found({ 'b.ts': '', 'a/z.js': '', 'a/b/c.ts': '', 'README.md': '' })).toEqual([
      'a/b/c.ts',
      'a/z.js',
      'b.ts',
    ]);
  });

  test('obeys ignore files at every level, negations included', () => {
    const files = {
      '.gitignore': '*.gen.ts\n/secret/\nlogs\n',
      'keep.gen.ts': '',
      'a.ts': '',
      'secret/a.ts': '',
      'packages/secret/a.ts': '',
      'packages/logs/a.ts': '',
      'packages/.gitignore': '!wanted.gen.ts\nlocal.ts\n',
      'packages/wanted.gen.ts': '',
      'packages/other.gen.ts': '',
      'packages/local.ts': '',
      'local.ts': '',
    };
    expect(found(files)).toEqual(['a.ts', 'local.ts', 'packages/secret/a.ts', 'packages/wanted.gen.ts']);
  });

  test('obeys the ignore files of the enclosing repository', () => {
    const root = temporaryFolder({
      '.git/HEAD': '',
      '.gitignore': 'apps/web/tmp/\nscratch.ts\n',
      'apps/web/tmp/a.ts': '',
      'apps/web/b.ts': '',
      'apps/web/scratch.ts': '',
    });
    expect(discover({ root: path.join(root, 'apps/web'), wanted }).files).toEqual(['b.ts']);
  });

  test('leaves out dependencies, build products, minified files and declarations, and counts them', () => {
    const root = temporaryFolder({
      'node_modules/x/index.js': '',
      'packages/a/node_modules/x/index.js': '',
      'dist/index.js': '',
      'src/build/plan.ts': '',
      'vendor/lib.js': '',
      '.next/server.js': '',
      'app.min.js': '',
      'types.d.ts': '',
      'main.ts': '',
    });
    const { files, skipped } = discover({ root, wanted });
    expect(files).toEqual(['main.ts', 'src/build/plan.ts']);
    expect(Object.fromEntries(skipped)).toEqual({ 'excluded folder': 5, minified: 1, 'type declarations': 1 });
  });

  test('lists what was named even if it is ignored', () => {
    const files = {
      '.gitignore': 'tmp/\n',
      'tmp/a.ts': '',
      'tmp/deep/b.ts': '',
      'node_modules/x/c.ts': '',
      'd.ts': '',
    };
    expect(found(files, ['tmp', 'node_modules/x/c.ts'])).toEqual([
      'd.ts',
      'node_modules/x/c.ts',
      'tmp/a.ts',
      'tmp/deep/b.ts',
    ]);
  });

  test('an ignore file inside a named folder still holds there', () => {
    const files = { 'tmp/.gitignore': 'b.ts\n', 'tmp/a.ts': '', 'tmp/b.ts': '' };
    expect(found(files, ['tmp'])).toEqual(['tmp/a.ts']);
  });

  test.skipIf(process.platform === 'win32')(
    'ends on links that go round in circles, and lists a linked file of the root once',
    () => {
      const root = temporaryFolder({ 'src/a.ts': '' });
      const outside = temporaryFolder({ 'shared/b.ts': '' });
      fs.symlinkSync(root, path.join(root, 'src/self'));
      fs.symlinkSync(path.join(root, 'src/a.ts'), path.join(root, 'alias.ts'));
      fs.symlinkSync(path.join(outside, 'shared'), path.join(root, 'shared'));
      fs.symlinkSync(outside, path.join(outside, 'shared/again'));
      fs.symlinkSync(path.join(root, 'nowhere.ts'), path.join(root, 'broken.ts'));
      expect(discover({ root, wanted }).files).toEqual(['shared/b.ts', 'src/a.ts']);
    },
  );

  test('a folder that is not there has no files', () => {
    expect(discover({ root: path.join(temporaryFolder({}), 'missing'), wanted }).files).toEqual([]);
  });
});
