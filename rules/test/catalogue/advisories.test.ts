import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { merged, rowsOf } from '../../../scripts/advisories/osv.mjs';
import { advisories, unmaintainedPackages } from '../../src/index.js';

const record: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'advisories/osv-record.json'), 'utf8'),
) as Record<string, unknown>;

const wanted = [
  { ecosystem: 'PyPI', package: 'langchain-core' },
  { ecosystem: 'npm', package: '@langchain/core' },
  { ecosystem: 'PyPI', package: 'litellm' },
  { ecosystem: 'npm', package: 'langchain' },
];

test('a record gives a row for each package that it is about', () => {
  const what = 'Objects are revived from stored text';
  const source = 'https://osv.dev/vulnerability/GHSA-0000-made-up01';
  const row = (ecosystem: string, name: string, affected: string[], fixed: string[]): unknown => ({
    id: 'CVE-2026-00001',
    ecosystem,
    package: name,
    affected,
    fixed,
    what,
    source,
  });
  expect(rowsOf(record, wanted)).toEqual([
    row('PyPI', 'langchain-core', ['>=1.0.0,<1.2.5', '<0.3.81'], ['1.2.5', '0.3.81']),
    row('npm', '@langchain/core', ['>=0.1.0,<=0.2.9', '>=0.9.0'], []),
    row('PyPI', 'litellm', ['==1.82.7', '==1.82.8'], []),
  ]);
});

test('a withdrawn record gives none', () => {
  expect(rowsOf({ ...record, withdrawn: '2026-02-01T00:00:00Z' }, wanted)).toEqual([]);
});

test('what people wrote stays', () => {
  const old = {
    id: 'CVE-2026-00001',
    ecosystem: 'PyPI',
    package: 'langchain-core',
    affected: ['<0.3.81'],
    fixed: ['0.3.81'],
    what: 'our words',
    source: 'ours',
  };
  const noted = { ...old, package: 'litellm', affected: ['==1.82.7'], fixed: [], note: 'checked by hand' };
  const rows = rowsOf(record, wanted);
  const { table, told } = merged({ checked: '2026-01-01', advisories: [old, noted] }, rows, '2026-11-22');
  expect(table.checked).toBe('2026-11-22');
  expect(table.advisories[0]).toMatchObject({ what: 'our words', affected: ['>=1.0.0,<1.2.5', '<0.3.81'] });
  expect(table.advisories[1]).toEqual(noted);
  expect(table.advisories[2]).toMatchObject({ package: '@langchain/core' });
  expect(told).toHaveLength(3);
});

test('the table names packages as their registries do, with ranges that are written alike', () => {
  for (const { affected, ecosystem, fixed, package: name } of advisories) {
    expect(name).toMatch(ecosystem === 'npm' ? /^(?:@[\w.-]+\/)?[\w.-]+$/ : /^[a-z\d]+(?:-[a-z\d]+)*$/);
    for (const range of affected) expect(range).toMatch(/^(?:(?:[<>]=?|==)\d[\w.]*(?:,(?!$)|$))+$/);
    for (const version of fixed) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
  expect(new Set(unmaintainedPackages.map(({ package: name }) => name)).size).toBe(unmaintainedPackages.length);
});
