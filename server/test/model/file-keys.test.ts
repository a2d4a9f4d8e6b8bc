import { expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

it('names files whose paths are made of texts that are made of each other', () => {
  const steps = Array.from({ length: 40 }, (_, at) => `    p${String(at + 1)} = f"{p${String(at)}}/{p${String(at)}}"`);
  const text = [
    'import pickle',
    'from openai import OpenAI',
    'def keep(p0, data, more=None):',
    ...steps,
    '    for _ in range(3):',
    '        p0 = f"{p40}{p0}"',
    '    with open(p40, "wb") as file:',
    '        file.write(data)',
    '    with open(p0 if more else undefined, "rb") as file:',
    '        return pickle.load(file)',
  ].join('\n');
  const { problems } = analyseFiles({ 'store.py': `${text}\n` });
  expect(problems).toEqual([]);
});
