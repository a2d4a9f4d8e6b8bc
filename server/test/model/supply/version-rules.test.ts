import { expect, test } from 'vitest';
import { versionRules } from '../../../src/model/supply/advisories/version-rules.js';
import type { DeclaredPackage } from '../../../src/program/manifests/declared-package.js';

const declared = (asked: string, notation: DeclaredPackage['notation']): DeclaredPackage => ({
  name: 'x',
  asked,
  range: [0, 0],
  notation,
  bound: false,
});

test.each<[string, readonly string[], boolean]>([
  ['0.3.79', ['<0.3.80', '>=1.0.0,<1.1.8'], true],
  ['0.3.80', ['<0.3.80', '>=1.0.0,<1.1.8'], false],
  ['1.0.0', ['<0.3.80', '>=1.0.0,<1.1.8'], true],
  ['1.0.0-rc.1', ['<0.3.80', '>=1.0.0,<1.1.8'], false],
  ['1.1.8', ['<0.3.80', '>=1.0.0,<1.1.8'], false],
  ['0.1.15', ['>=0.0.5,<=0.1.15'], true],
  ['not a version', ['<9'], false],
])('npm: %s in %j', (version, affected, expected) => {
  expect(versionRules.npm.isAffected(version, affected)).toBe(expected);
});

test.each<[string, boolean]>([
  ['~0.3.20', false],
  ['0.3.20 - 0.3.40', true],
  ['<0.3.80', true],
  ['0.2.x', true],
  ['^0.2.1 || ~1.0.3', true],
  ['^0.2.1 || ^1.0.3', false],
  ['^0.3.1', false],
  ['*', false],
  ['', false],
  ['latest', false],
  ['workspace:*', false],
  ['github:a/b', false],
])('npm: all of %s', (asked, expected) => {
  const affected = ['<0.3.80', '>=1.0.0,<1.1.8'];
  expect(versionRules.npm.areAffected(declared(asked, 'npm'), affected)).toBe(expected);
});

test.each<[string, readonly string[], boolean]>([
  ['0.3.84', ['<0.3.85', '>=1.0.0a1,<1.3.3'], true],
  ['0.3.85', ['<0.3.85', '>=1.0.0a1,<1.3.3'], false],
  ['1.0.0a3', ['<0.3.85', '>=1.0.0a1,<1.3.3'], true],
  ['1.0.0a0', ['<0.3.85', '>=1.0.0a1,<1.3.3'], false],
  ['2.5.1+cpu', ['<2.6.0'], true],
  ['2.6.0+cu124', ['<2.6.0'], false],
  ['1.82.8', ['==1.82.7', '==1.82.8'], true],
  ['1.82.80', ['==1.82.7', '==1.82.8'], false],
  ['1.82.8.post1', ['==1.82.8'], false],
])('PyPI: %s in %j', (version, affected, expected) => {
  expect(versionRules.PyPI.isAffected(version, affected)).toBe(expected);
});

test.each<[string, DeclaredPackage['notation'], boolean]>([
  ['<0.3', 'pip', true],
  ['<=0.3.84', 'pip', true],
  ['<0.3.85', 'pip', true],
  ['<=0.3.85', 'pip', false],
  ['~=0.3.10', 'pip', false],
  ['~=0.2.10', 'pip', true],
  ['~=0.2', 'pip', false],
  ['==0.2.*', 'pip', true],
  ['==0.3.*', 'pip', false],
  ['>=0.2,<0.3.50,!=0.2.7', 'pip', true],
  ['>=0.2', 'pip', false],
  ['>=1.0,<1.2', 'pip', true],
  ['>=2,<1', 'pip', false],
  ['', 'pip', false],
  ['^0.2.1', 'poetry', true],
  ['^0.3.1', 'poetry', false],
  ['^1.0', 'poetry', false],
  ['~1.2', 'poetry', true],
  ['~1', 'poetry', false],
  ['0.2.1', 'poetry', true],
  ['*', 'poetry', false],
  ['^0.2 || ^0.1', 'poetry', false],
])('PyPI: all of %s (%s)', (asked, notation, expected) => {
  const affected = ['<0.3.85', '>=1.0.0a1,<1.3.3'];
  expect(versionRules.PyPI.areAffected(declared(asked, notation), affected)).toBe(expected);
});

test.each<[keyof typeof versionRules, string, string | undefined]>([
  ['npm', '1.2.3', '1.2.3'],
  ['npm', '=1.2.3', '1.2.3'],
  ['npm', 'v1.2.3', '1.2.3'],
  ['npm', '^1.2.3', undefined],
  ['npm', '1.2', undefined],
  ['PyPI', '==1.2.3', '1.2.3'],
  ['PyPI', '== 1.2.3', '1.2.3'],
  ['PyPI', '1.2.3', '1.2.3'],
  ['PyPI', '==1.2.*', undefined],
  ['PyPI', '>=1.2.3', undefined],
  ['PyPI', '==1.2,<2', undefined],
])('%s: the one version of %s', (ecosystem, asked, expected) => {
  expect(versionRules[ecosystem].exact(asked)).toBe(expected);
});
