import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareInputs, recordingDisk, type Inputs } from '../../src/cache/inputs.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import { wantedFiles } from '../../src/engine/wanted-files.js';
import { plainDisk } from '../../src/workspace/disk.js';
import { temporaryFolder } from '../workspace/temporary-folder.js';

const FILES = { 'src/a.ts': 'let a = 1;', 'src/large.ts': 'x'.repeat(100), 'lib/b.ts': '' };
const LONG_AGO = Date.now() / 1000 - 3600;

/** What a run learns that lists `src`, reads three paths and looks for a folder. */
function recorded(root: string): Inputs {
  const disk = recordingDisk(plainDisk, Date.now());
  disk.entries(path.join(root, 'src'));
  disk.entries(path.join(root, 'none'));
  disk.read(path.join(root, 'src/a.ts'));
  disk.read(path.join(root, 'src/large.ts'), 50);
  disk.read(path.join(root, 'src/none.ts'));
  disk.stat(path.join(root, '.git'));
  disk.realPath(path.join(root, 'link'));
  const inputs = disk.inputs();
  if (inputs === undefined) throw new Error('The disk was not steady');
  return JSON.parse(JSON.stringify(inputs)) as Inputs;
}

function prepared(): string {
  const root = temporaryFolder(FILES);
  for (const file of Object.keys(FILES)) fs.utimesSync(path.join(root, file), LONG_AGO, LONG_AGO);
  fs.symlinkSync('lib', path.join(root, 'link'), 'junction');
  return root;
}

const write =
  (file: string, text: string) =>
  (root: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };

describe('the disk is the same', () => {
  test.each<[string, (root: string) => void]>([
    ['as long as nothing happens', () => undefined],
    ['when a file was written again', write('src/a.ts', FILES['src/a.ts'])],
    ['when a file changed that nobody asked about', write('lib/b.ts', 'let b;')],
    ['when a file that is too large got another content', write('src/large.ts', 'y'.repeat(99))],
    ['when a report was written', write('src/leashlint.sarif', '{}')],
  ])('%s', (_, change) => {
    const root = prepared();
    const inputs = recorded(root);
    change(root);
    expect(compareInputs(inputs, plainDisk, Date.now()).same).toBe(true);
  });
});

describe('the disk is another', () => {
  test.each<[string, (root: string) => void]>([
    ['when a file changed', write('src/a.ts', 'let a = 22;')],
    [
      'when a file changed, but neither its size nor its time',
      (root) => {
        write('src/a.ts', 'let a = 2;')(root);
        fs.utimesSync(path.join(root, 'src/a.ts'), LONG_AGO, LONG_AGO);
      },
    ],
    ['when a large file is small now', write('src/large.ts', 'x')],
    ['when a file came', write('src/c.ts', '')],
    ['when a folder came', (root) => fs.mkdirSync(path.join(root, 'src/deep'))],
    ['when a file came that was looked for', write('src/none.ts', '')],
    ['when a folder came that was looked for', write('none/c.ts', '')],
    ['when the top of the repository moved', (root) => fs.mkdirSync(path.join(root, '.git'))],
    ['when a file went', (root) => fs.rmSync(path.join(root, 'src/a.ts'))],
    [
      'when a link leads elsewhere',
      (root) => {
        fs.rmSync(path.join(root, 'link'));
        fs.symlinkSync('src', path.join(root, 'link'), 'junction');
      },
    ],
  ])('%s', (_, change) => {
    const root = prepared();
    const inputs = recorded(root);
    change(root);
    expect(compareInputs(inputs, plainDisk, Date.now()).same).toBe(false);
  });
});

test('a file that changed just before it was read is always compared by its content', () => {
  const root = prepared();
  write('src/a.ts', 'let a = 3;')(root);
  const [input] = recorded(root).files;
  expect(input?.slice(2)).toEqual([0, 0, 0]);
});

test('times that moved are noted, so that the content is compared once', () => {
  const root = prepared();
  const inputs = recorded(root);
  write('src/a.ts', FILES['src/a.ts'])(root);
  const later = Date.now() + 60_000;
  const { renewed } = compareInputs(inputs, plainDisk, later);
  expect(renewed).toBeDefined();
  expect(renewed && compareInputs(renewed, plainDisk, later)).toEqual({ same: true, renewed: undefined });
});

test('a disk that changes while it is read is no basis', () => {
  const root = prepared();
  const disk = recordingDisk(plainDisk, Date.now());
  disk.read(path.join(root, 'src/a.ts'));
  write('src/a.ts', 'let a = 4;')(root);
  disk.read(path.join(root, 'src/a.ts'));
  expect(disk.inputs()).toBeUndefined();
});

test('what counts as a by-product is nothing that an analysis lists', () => {
  const wanted = wantedFiles(defaultParts);
  for (const name of ['a.sarif', 'a.log', 'a.lcov', 'a.tmp', 'a.swp', '.DS_Store', 'a.ts~']) {
    expect(wanted(name), name).toBe(false);
  }
});
