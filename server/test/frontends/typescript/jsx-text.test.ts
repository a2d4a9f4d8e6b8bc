import { expect, it } from 'vitest';
import { jsxText } from '../../../src/frontends/typescript/jsx-text.js';

it.each([
  ['plain & simple', 'plain & simple'],
  ['&lt;b&gt; &amp;amp; &quot;&apos;', '<b> &amp; "\''],
  ['a&nbsp;b &mdash; c', 'a\u00a0b — c'],
  ['&#65;&#x42;&#X1F600;', 'AB😀'],
  ['&unheard; &toString; &#x110000; &#; &amp', '&unheard; &toString; &#x110000; &#; &amp'],
])('%s', (written, said) => {
  expect(jsxText(written)).toBe(said);
});
