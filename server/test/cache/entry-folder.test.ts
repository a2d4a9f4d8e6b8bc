import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEntryFolder } from '../../src/cache/entry-folder.js';
import { temporaryFolder } from '../workspace/temporary-folder.js';

const MOST = 1_000_000;
const filesIn = (folder: string): string[] => fs.readdirSync(folder).filter((name) => name.endsWith('.entry'));

describe('entries', () => {
  test('outlive the process, in any script', () => {
    const folder = path.join(temporaryFolder({}), 'not/there/yet');
    createEntryFolder({ folder, most: MOST }).write('a', 'größer \u{1f512} \ud800');
    expect(createEntryFolder({ folder, most: MOST }).read('a')).toBe('größer \u{1f512} \ufffd');
    expect(createEntryFolder({ folder, most: MOST }).read('b')).toBeUndefined();
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['empty', () => Buffer.alloc(0)],
    ['with another byte', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')])],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('!')])],
    ['not ours', () => Buffer.from('{"findings":[]}')],
  ])('%s: it is dropped and can be made again', (_, damage) => {
    const folder = temporaryFolder({});
    const entries = createEntryFolder({ folder, most: MOST });
    entries.write('a', 'what was found out');
    const [name = ''] = filesIn(folder);
    const file = path.join(folder, name);
    fs.writeFileSync(file, damage(fs.readFileSync(file)));
    expect(entries.read('a')).toBeUndefined();
    expect(filesIn(folder)).toEqual([]);
    entries.write('a', 'again');
    expect(entries.read('a')).toBe('again');
  });

  test('of several writers are whole, and nothing else is left', () => {
    const folder = temporaryFolder({});
    const writers = [1, 2, 3].map((one) => ({ one, entries: createEntryFolder({ folder, most: MOST }) }));
    for (let round = 0; round < 20; round++) {
      for (const { one, entries } of writers) {
        entries.write('shared', String(one).repeat(1000 * one));
        expect([1, 2, 3].map((each) => String(each).repeat(1000 * each))).toContain(entries.read('shared'));
      }
    }
    expect(fs.readdirSync(folder)).toEqual(['shared.entry']);
  });
});

test('a folder that cannot be written is no failure', () => {
  const root = temporaryFolder({ file: '' });
  const entries = createEntryFolder({ folder: path.join(root, 'file', 'cache'), most: MOST });
  entries.write('a', 'text');
  entries.tidy();
  expect(entries.refused).toMatch(/ENOTDIR|EEXIST|ENOENT/);
  expect(entries.read('a')).toBeUndefined();
});

test('what was not asked for longest goes first, until there is room again', () => {
  const folder = temporaryFolder({});
  const entries = createEntryFolder({ folder, most: 60 * 1000 });
  for (let one = 0; one < 100; one++) {
    const name = String(one).padStart(2, '0');
    entries.write(name, 'x'.repeat(968));
    const days = (100 - one) * 24 * 3600;
    fs.utimesSync(path.join(folder, `${name}.entry`), Date.now() / 1000 - days, Date.now() / 1000 - days);
  }
  expect(entries.read('00')).toBeDefined();
  entries.tidy();
  const left = filesIn(folder);
  expect(left).toHaveLength(45);
  expect(left.sort()[0]).toBe('00.entry');
  expect(left[1]).toBe('56.entry');
});
