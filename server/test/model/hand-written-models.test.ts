import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

const MODEL = `class BaseLLM:
    def predict(self, prompt: str) -> str:
        raise NotImplementedError
`;

function evaluated(code: string): readonly string[] {
  return analyseFiles({ 'main.py': code })
    .findings.filter(({ rule }) => rule === 'exec-model-output-eval')
    .map(({ evidence }) => evidence);
}

const chain = (owner: string): string => `
class Chain:
    llm: ${owner}

    def __init__(self, llm: ${owner}):
        self.llm = llm

    def run(self, question):
        answer = self.llm.predict(f'Translate {question}')
        return eval(answer.strip())
`;

describe('a model that is asked through a class of the project', () => {
  it.each([
    ['which raises', MODEL + chain('BaseLLM')],
    [
      'which is abstract',
      `from abc import ABC, abstractmethod\nclass ChatModel(ABC):\n    @abstractmethod\n    def predict(self, messages) -> str: ...\n${chain('ChatModel')}`,
    ],
    [
      'of which only a stand-in is made',
      `${MODEL}${chain('BaseLLM')}\nclass Fake(BaseLLM):\n    def predict(self, prompt):\n        return '1 + 1'\n\nChain(Fake()).run('x')\n`,
    ],
  ])('answers: %s', (_, code) => {
    expect(evaluated(code)).toEqual(['likely']);
  });

  it.each([
    [
      'a method that does what it says',
      `${MODEL.replace('raise NotImplementedError', "return '1 + 1'")}${chain('BaseLLM')}`,
    ],
    ['another class', `${MODEL.replace('BaseLLM', 'Formula')}${chain('Formula')}`],
    ['settings of a model', `${MODEL.replace('BaseLLM', 'LLMConfig')}${chain('LLMConfig')}`],
    ['nothing that is asked', `${MODEL.replace('prompt: str', 'name: str')}${chain('BaseLLM')}`],
  ])('is not meant: %s', (_, code) => {
    expect(evaluated(`import openai\n${code}`)).toEqual([]);
  });
});
