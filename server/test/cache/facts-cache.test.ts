import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEntryFolder } from '../../src/cache/entry-folder.js';
import { createFactsCache } from '../../src/cache/facts-cache.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import type { FileFacts } from '../../src/facts.js';
import { pythonFrontEnd } from '../../src/frontends/python/front-end.js';
import { temporaryFolder } from '../workspace/temporary-folder.js';

beforeAll(() => pythonFrontEnd.load?.());

function lower(file: string, text: string): FileFacts {
  const frontEnd = defaultParts.frontEnds.find(({ extensions }) => extensions.some((end) => file.endsWith(end)));
  if (frontEnd === undefined) throw new Error(`Nothing reads ${file}`);
  return frontEnd.lower(file, text);
}

const samples = path.join(import.meta.dirname, '../../../samples');
const sources = fs
  .readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:[cm]?[jt]sx?|py|ipynb|json|ya?ml|toml|md)$/.test(file) && !file.includes('node_modules'));
const cache = (folder = temporaryFolder({}), edition = '1') =>
  createFactsCache(createEntryFolder({ folder, most: 1e9 }), edition);

test('facts of the samples are the same when they come back', () => {
  const facts = cache();
  expect(sources.length).toBeGreaterThan(40);
  for (const file of sources) {
    const text = fs.readFileSync(path.join(samples, file), 'utf8');
    const made = lower(file, text);
    facts.keep(file, text, made);
    expect(facts.find(`elsewhere/${file}`, text), file).toEqual(made);
  }
  expect(facts.counts()).toEqual({ found: sources.length, made: sources.length });
});

describe('facts are found', () => {
  const text = 'export const a = 1;\n';
  const kept = lower('a.ts', text);
  test.each([
    ['wherever the file lies', 'b/c.ts', text, '1', true],
    ['whatever the case of its ending', 'A.TS', text, '1', true],
    ['not for another text', 'a.ts', `${text} `, '1', false],
    ['not for another language', 'a.tsx', text, '1', false],
    ['not for declarations', 'a.d.ts', text, '1', false],
    ['not by another edition', 'a.ts', text, '2', false],
  ])('%s', (_, file, content, edition, found) => {
    const folder = temporaryFolder({});
    cache(folder).keep('a.ts', text, kept);
    expect(cache(folder, edition).find(file, content) !== undefined).toBe(found);
  });
});

test.each([
  ['numbers that JSON does not know', 'limits.yaml', 'most: .inf\n'],
  ['files on which the stack was used up', 'deep.ts', `${'['.repeat(4000)}${']'.repeat(4000)}`],
])('%s are not kept', (_, file, text) => {
  const facts = cache();
  facts.keep(file, text, lower(file, text));
  expect(facts.find(file, text)).toBeUndefined();
});
