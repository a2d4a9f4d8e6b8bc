import { expect, test } from 'vitest';
import { suggestion } from '../../src/config/suggest.js';

test.each([
  ['presett', ' Did you mean preset?'],
  ['perset', ' Did you mean preset?'],
  ['Exclude', ' Did you mean exclude?'],
  ['excldue', ' Did you mean exclude?'],
  ['zebra', ''],
  ['', ''],
])('%j gives %j', (word, expected) => {
  expect(suggestion(word, ['preset', 'exclude', 'include'])).toBe(expected);
});
