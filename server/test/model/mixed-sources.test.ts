import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

const PYTHON = `import requests
from abc import ABC, abstractmethod
from openai import OpenAI

class Base(ABC):
    @abstractmethod
    def answer(self, prompt) -> str: ...

    def run(self, question):
        code = self.answer(question)
        exec(code.replace('fig.show()', '').strip())

class Hosted(Base):
    def answer(self, prompt):
        response = OpenAI().chat.completions.create(model='gpt-4o', messages=prompt)
        return response.choices[0].message.content

class Local(Base):
    def answer(self, prompt):
        return requests.post(f'{self.host}/PATH', json={'messages': prompt}).json()['TEXT']
`;

const TYPESCRIPT = `import OpenAI from 'openai';
const client = new OpenAI();
async function hosted(prompt: string) {
  const completion = await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: prompt }] });
  return completion.choices[0].message.content;
}
async function local(prompt: string) {
  const response = await fetch('https://example.com/page');
  return response.text();
}
export async function run(prompt: string, remote: boolean) {
  const code = remote ? await hosted(prompt) : await local(prompt);
  eval(code.trim().replace('fig.show()', ''));
}
`;

describe('a text that comes from several places', () => {
  it.each([
    ['a model and a service that asks a model', 'main.py', PYTHON.replace('PATH', 'v1/chat/completions'), 2],
    ['a model and a page', 'main.py', PYTHON.replace('PATH', 'page'), 1],
    ['a model and a page, in TypeScript', 'main.ts', TYPESCRIPT, 1],
  ])('is what each of them gave: %s', (_, file, text, models) => {
    const [finding, ...others] = analyseFiles({ [file]: text }).findings.filter(
      ({ rule }) => rule === 'exec-model-output-eval',
    );
    expect(others).toEqual([]);
    const starts = [finding?.trace, ...(finding?.otherTraces ?? [])].map((trace) => trace?.[0]?.message ?? '');
    expect(starts.filter((message) => message.startsWith('output of'))).toHaveLength(models);
    // The way to a page leads through the function that fetched it, not past it.
    const page = [finding?.trace, ...(finding?.otherTraces ?? [])].find((trace) =>
      trace?.[0]?.message.includes('page'),
    );
    expect(page === undefined || page.length > 2).toBe(true);
  });
});
