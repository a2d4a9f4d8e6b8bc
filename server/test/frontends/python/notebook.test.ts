import { expect, it } from 'vitest';
import { readNotebook } from '../../../src/frontends/python/notebook.js';
import { analyseFiles } from '../../rules/analyse-files.js';
import { dumpPython } from './cases.js';

const notebook = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', source: ['# from agents import Agent\n'] },
      { cell_type: 'code', source: ['%pip install x\n', 'import a\n', '!ls\n', 's = "ü\\t\\"q\\""'], outputs: [] },
      { cell_type: 'code', source: '%%bash\nrm -rf /' },
      { cell_type: 'code', source: '%%time\na.f(s)\na.f?' },
    ],
    nbformat: 4,
  },
  undefined,
  1,
);

it('is the code of its cells, without magics', () => {
  expect(readNotebook(notebook)?.code).toBe('#pip install x\nimport a\n#ls\ns = "ü\\t\\"q\\""\n#%time\na.f(s)\n#.f?\n');
});

it('has no command of a shell, on as many lines as it takes, nor one of pip', () => {
  const source = '!serve \\\n    --port 8000 \\\n    --quiet\npip install x\npip = 1\nf(\\\n  pip)';
  const text = JSON.stringify({ cells: [{ cell_type: 'code', source }] });
  expect(readNotebook(text)?.code).toBe(
    '#serve \\\n    #-port 8000 \\\n    #-quiet\n#ip install x\npip = 1\nf(\\\n  pip)\n',
  );
});

it('is one module with the positions of the file', () => {
  const { facts, calls, problems } = dumpPython(notebook, 'n.ipynb');
  expect(problems).toEqual([]);
  expect(calls).toEqual(['<a>.*.f("ü\\t\\"q\\"")']);
  const texts = facts.values.map(({ kind, range }) => [kind, notebook.slice(...range)]);
  expect(texts).toContainEqual(['call', 'a.f(s)']);
  expect(texts).toContainEqual(['literal', String.raw`\"ü\\t\\\"q\\\"\"`]);
});

it.each(['', '{}', '{"cells": 1}', '{"cells": [{"cell_type": "code"}]}', '[', 'null'])(
  '%j is no notebook with code',
  (text) => {
    expect(dumpPython(text, 'n.ipynb').calls).toEqual([]);
  },
);

it('is analysed', () => {
  const source = ['from agents import Runner\n', 'r = await Runner.run(agent, "x")\n', 'exec(r.final_output)'];
  const text = JSON.stringify({ cells: [{ cell_type: 'code', source }] }, undefined, 1);
  const [finding, ...others] = analyseFiles({ 'n.ipynb': text }).findings;
  expect(others).toEqual([]);
  expect(finding?.rule).toBe('exec-model-output-eval');
  expect(text.slice(finding?.primary.start, finding?.primary.end)).toBe('r.final_output');
});
