import { expect, it } from 'vitest';
import { keywordSite } from '../../src/model/catalogue/keyword-site.js';
import { memoryProgram } from '../program/memory-program.js';

it.each([
  ['run(env=dict(x))', 'env=dict(x)'],
  ['run(env=environ)', 'env=environ'],
  ['run(env = (\n  environ\n))', 'env = (\n  environ\n)'],
  ['run(1, env=env)', 'env=env'],
])('%j', (code, written) => {
  const program = memoryProgram({ 'a.py': `${code}\n` });
  const file = program.file('a.py');
  const call = file?.facts.values.findIndex(({ kind, range }) => kind === 'call' && range[0] === 0) ?? -1;
  const [property] = (file && keywordSite(program, program.ref(file, call))?.properties) ?? [];
  expect(property && code.slice(property.span.start, property.span.end)).toBe(written);
});
