import type { Framework } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { compareVersions, holdsFor, newestChecked, versionInRange } from '../../src/model/catalogue/version-range.js';

describe('versionInRange', () => {
  it.each([
    ['<6', '5.9.9', true],
    ['<6', '6.0.0-beta.3', false],
    ['>=6', '6.0.0-beta.3', true],
    ['>=5 <7', '6.4.1', true],
    ['>=5 <7', '7.0.0', false],
    ['>=1.2', '1.1.9', false],
    ['>=1.2', '1.10.0', true],
    ['<=4', '4.3.19', true],
    ['>4', '4.3.19', false],
    ['5', '5.0.1', true],
    ['=5', '6.0.0', false],
  ])('%s on %s: %s', (range, version, expected) => {
    expect(versionInRange(range, version)).toBe(expected);
  });
});

const framework: Framework = {
  id: 'f',
  title: 'F',
  language: 'javascript',
  modules: ['f'],
  ai: true,
  checkedAgainst: { f: ['4', '10', '6'] },
};

describe('holdsFor', () => {
  it('reads an unknown version as the newest that was checked', () => {
    expect(newestChecked(framework, 'f')).toBe('10');
    expect(holdsFor('>=10', undefined, framework, 'f')).toBe(true);
    expect(holdsFor('<10', undefined, framework, 'f')).toBe(false);
  });

  it('holds without a range', () => {
    expect(holdsFor(undefined, '0.1.0', framework, 'f')).toBe(true);
  });
});

it('orders versions by number', () => {
  expect(['4', '10.1', '10.0.9', '6.2'].sort(compareVersions)).toEqual(['4', '6.2', '10.0.9', '10.1']);
});
