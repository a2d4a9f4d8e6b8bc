import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

const PYTHON = `import json
from openai import OpenAI

client = OpenAI()
completion = client.chat.completions.create(model='gpt-5', messages=[])
response = client.responses.create(model='gpt-5', input='x')
message = completion.choices[0].message
`;
const TYPESCRIPT = `import OpenAI from 'openai';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
import { writeFileSync } from 'node:fs';
const client = new OpenAI();
const completion = await client.chat.completions.create({ model: 'gpt-5', messages: [] });
const stream = await client.chat.completions.create({ model: 'gpt-5', messages: [], stream: true });
const result = await generateText({ model: openai('gpt-5'), prompt: 'x' });
`;

function paths(file: string, text: string): number {
  return analyseFiles({ [file]: text }).findings.filter(({ rule }) => rule === 'tool-path-traversal').length;
}
const python = (name: string): number => paths('main.py', `${PYTHON}open(f'/data/{${name}}', 'w')\n`);
const typescript = (name: string): number =>
  paths('main.ts', `${TYPESCRIPT}writeFileSync(\`/data/\${${name}}\`, '');\n`);

describe('what a provider makes is not the word of a model', () => {
  it.each([
    'completion.id',
    'message.tool_calls[0].id',
    'completion.usage.total_tokens',
    'completion.choices[0].finish_reason',
    'response.id',
    'response.output[0].content[0].annotations[0].file_id',
  ])('Python: %s', (name) => {
    expect(python(name)).toBe(0);
  });

  it.each([
    'completion.id',
    'completion.choices[0].message.tool_calls[0].id',
    'result.response.id',
    'result.toolCalls[0].toolCallId',
    'result.finishReason',
  ])('TypeScript: %s', (name) => {
    expect(typescript(name)).toBe(0);
  });
});

describe('what a model writes is, whatever it calls it', () => {
  it.each([
    'message.content',
    'message.tool_calls[0].function.name',
    "json.loads(message.content)['id']",
    "json.loads(message.tool_calls[0].function.arguments)['file_id']",
    'response.output_text',
  ])('Python: %s', (name) => {
    expect(python(name)).toBe(1);
  });

  it.each([
    'completion.choices[0].message.content',
    'JSON.parse(completion.choices[0].message.content).id',
    'result.text',
    'result.toolCalls[0].input.id',
  ])('TypeScript: %s', (name) => {
    expect(typescript(name)).toBe(1);
  });
});
