import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardOf } from '../../src/engine/shard.js';

const shards = (files: readonly string[], packages: readonly string[], count: number): string[][] =>
  Array.from({ length: count }, (_, index) => files.filter(shardOf(files, packages, { index: index + 1, count })));

describe('a workspace is divided', () => {
  test.each<[string, string[], string[], string[][]]>([
    [
      'by packages, the largest first',
      ['a/1.ts', 'b/1.ts', 'b/2.ts', 'b/src/3.ts', 'c/1.ts'],
      ['a', 'b', 'c'],
      [
        ['b/1.ts', 'b/2.ts', 'b/src/3.ts'],
        ['a/1.ts', 'c/1.ts'],
      ],
    ],
    [
      'by the innermost package',
      ['a/1.ts', 'a/2.ts', 'a/inner/1.ts'],
      ['', 'a', 'a/inner'],
      [['a/1.ts', 'a/2.ts'], ['a/inner/1.ts']],
    ],
    [
      'by folders where there is one package only',
      ['1.ts', 'lib/1.ts', 'src/1.ts', 'src/2.ts', 'src/deep/3.ts'],
      [''],
      [
        ['src/1.ts', 'src/2.ts', 'src/deep/3.ts'],
        ['1.ts', 'lib/1.ts'],
      ],
    ],
    ['into nothing more than there is', ['1.ts'], [''], [['1.ts'], []]],
  ])('%s', (_, files, packages, expected) => {
    expect(shards(files, packages, expected.length)).toEqual(expected);
  });
});

test('every path belongs to exactly one shard, listed or not', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.ts`);
  const folder = fc.array(name, { maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(
      fc.uniqueArray(file),
      fc.uniqueArray(folder),
      fc.integer({ min: 1, max: 6 }),
      file,
      (files, packages, count, other) => {
        const all = [...new Set([...files, other])];
        const owners = Array.from({ length: count }, (_, index) =>
          shardOf(files, packages, { index: index + 1, count }),
        );
        for (const path of all) expect(owners.filter((owns) => owns(path))).toHaveLength(1);
      },
    ),
  );
});
