import { describe, expect, it } from 'vitest';
import { sharedPath, withMember, withToken } from '../../src/program/shared-paths.js';

describe('shared paths', () => {
  it('are the same array for the same tokens, however they were made', () => {
    const path = withToken(withMember([], 'Client'), 'Instance');
    expect(path).toEqual(['Member[Client]', 'Instance']);
    expect(sharedPath(['Member[Client]', 'Instance'])).toBe(path);
    expect(withToken(['Member[Client]'], 'Instance')).toBe(path);
    expect(withToken([], 'Member[Client]')).toBe(withMember([], 'Client'));
  });

  it('stay right when there are too many to keep', () => {
    const before = withMember(withMember([], 'a'), 'b');
    for (let count = 0; count < 200_001; count++) withMember([], `n${String(count)}`);
    expect(withMember(before, 'c')).toEqual(['Member[a]', 'Member[b]', 'Member[c]']);
    expect(withMember(['Member[a]', 'Member[b]'], 'c')).toBe(withMember(before, 'c'));
  });
});
