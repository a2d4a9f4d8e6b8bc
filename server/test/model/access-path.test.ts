import { describe, expect, it } from 'vitest';
import { parsePath, positionIndices, tokenCovers, tokenText } from '../../src/model/catalogue/access-path.js';

describe('parsePath', () => {
  it.each([
    ['Member[a].ReturnValue', 'Member[a].ReturnValue'],
    ['Member[a, b].Argument[1..].Parameter[0]', 'Member[a,b].Argument[1..].Parameter[0]'],
    ['Argument[0..2].Member[x-y]', 'Argument[0..2].Member[x-y]'],
    ['Argument[N-1].ArrayElement', 'Argument[N-1].ArrayElement'],
    ['Argument[timeout:].Instance', 'Argument[timeout].Instance'],
    ['', ''],
  ])('reads %s', (path, written) => {
    expect(parsePath(path).map(tokenText).join('.')).toBe(written);
  });

  it('refuses what is no step of the notation', () => {
    expect(() => parsePath('Member[a].Field[b]')).toThrow(/Field/);
  });
});

describe('tokenCovers', () => {
  it.each([
    ['Member[a,b]', 'Member[b]', true],
    ['Member[*]', 'Member[anything]', true],
    ['Member[a]', 'Member[b]', false],
    ['Argument[1..]', 'Argument[4]', true],
    ['Argument[1..]', 'Argument[0]', false],
    ['Argument[0..]', 'Argument[0..]', true],
    ['Argument[1]', 'Argument[0..]', false],
    ['Argument[N-1]', 'Argument[N-1]', true],
    ['Argument[name]', 'Argument[name]', true],
    ['Argument[0]', 'Parameter[0]', false],
    ['Instance', 'ReturnValue', false],
  ])('%s on %s: %s', (row, concrete, expected) => {
    const [left] = parsePath(row);
    const [right] = parsePath(concrete);
    expect(left && right && tokenCovers(left, right)).toBe(expected);
  });
});

describe('positionIndices', () => {
  it.each([
    [{ first: 1, last: Number.POSITIVE_INFINITY }, 4, [1, 2, 3]],
    [{ first: 0, last: 0 }, 1, [0]],
    [{ first: 2, last: 2 }, 2, []],
    [{ fromEnd: 1 }, 3, [2]],
    [{ fromEnd: 2 }, 1, []],
    [{ keyword: 'shell' }, 3, []],
  ])('%o of %i', (position, length, expected) => {
    expect(positionIndices(position, length)).toEqual(expected);
  });
});
