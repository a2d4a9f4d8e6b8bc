import { rules } from '@leashlint/rules';
import { expect, test } from 'vitest';
import { taxonomies, taxonomyOf } from '../../src/report/standards.js';

test('every standard that a rule names is in a taxonomy', () => {
  const unknown = rules.flatMap(({ meta }) =>
    meta.standards.filter((id) => taxonomyOf(id) === undefined).map((id) => `${meta.id}: ${id}`),
  );
  expect(unknown).toEqual([]);
});

test('no id stands in two taxonomies', () => {
  const ids = taxonomies.flatMap(({ taxa }) => Object.keys(taxa));
  expect(new Set(ids).size).toBe(ids.length);
});
