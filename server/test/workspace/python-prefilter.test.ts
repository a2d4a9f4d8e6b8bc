import type { Framework } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { createPrefilter } from '../../src/workspace/prefilter.js';
import { createPythonPrefilter } from '../../src/workspace/python-prefilter.js';

const row = { title: '', ai: true, checkedAgainst: {} } as const;
const frameworks: readonly Framework[] = [
  {
    ...row,
    id: 'a',
    language: 'python',
    modules: ['google.genai', 'agents'],
    tools: [{ call: 'Member[function_tool]', name: '' }],
  },
  {
    ...row,
    id: 'b',
    ai: false,
    language: 'python',
    modules: ['os', 'builtins'],
    sinks: [
      { module: 'os', kind: 'shell', call: 'Member[system]' },
      { module: 'builtins', kind: 'code', call: 'Member[eval]' },
    ],
  },
  { ...row, id: 'c', language: 'javascript', modules: ['openai'] },
  {
    ...row,
    id: 'd',
    ai: false,
    language: 'python',
    modules: ['pickle', 'numpy'],
    deserializers: [
      { module: 'pickle', call: 'Member[load,loads]', from: 'Argument[0]' },
      {
        module: 'numpy',
        call: 'Member[load]',
        from: 'Argument[0]',
        when: { at: 'Argument[allow_pickle]', values: [true] },
      },
    ],
  },
];
const prefilter = createPythonPrefilter(frameworks, ['sk-test-[a-z]{20}']);

describe('the prefilter for Python', () => {
  it.each([
    ['import agents', 'ai'],
    ['import os, agents.tool as t', 'ai'],
    ['  from agents.tool import x', 'ai'],
    ['from google import genai', 'ai'],
    ['from google import (\n  auth,\n  genai,\n)', 'ai'],
    ['import google.genai', 'ai'],
    ['key = "sk-test-abcdefghijklmnop"', 'secret'],
    ['import pickle\nx = pickle.load(f)', 'loader'],
    ['import numpy as np\nx = np.load(f, allow_pickle=True)', 'loader'],
    ['import numpy as np\nx = np.load(f)', undefined],
    ['import pickle\nx = pickle.dumps(f)', undefined],
    ['import json\nx = json.load(f)', undefined],
    ['from google import auth', undefined],
    ['import agentsx', undefined],
    ['x = "import agents"', undefined],
    ["import openai from 'openai'", undefined],
  ])('%j', (text, trigger) => {
    expect(prefilter.trigger(text)).toBe(trigger);
  });

  it('knows what may act, and names of frameworks', () => {
    expect(['import os', 'eval(x)', 're.evaluate(x)', 'import osx'].map((text) => prefilter.mayAct(text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(prefilter.usesAiName('from .x import function_tool')).toBe(true);
    expect(['agents', 'google.genai', 'os'].map((module) => prefilter.isAiModule(module))).toEqual([true, true, false]);
  });

  it('leaves other languages alone', () => {
    const javascript = createPrefilter(frameworks, []);
    expect(["import x from 'agents'", "import x from 'openai'"].map((text) => javascript.trigger(text))).toEqual([
      undefined,
      'ai',
    ]);
  });
});
