import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

/** Whether a page stands between the words of an instruction when the prompt is built by the code. */
function merged(code: string): boolean {
  const report = analyseFiles({
    'main.ts': `
      import OpenAI from 'openai';
      const client = new OpenAI();
      export async function read(question: string) {
        const response = await fetch('https://pages.example.org/today');
        const page = await response.text();
        ${code}
        return client.responses.create({ model: 'gpt-5.5', input, max_output_tokens: 100 });
      }
    `,
  });
  expect(report.problems).toEqual([]);
  return report.findings.some(({ rule }) => rule === 'prompt-untrusted-no-boundary');
}

describe('a value between the words of an instruction', () => {
  it.each([
    ['template', 'const input = `Read the page ${page} and answer ${question}`;'],
    ['concatenation', "const input = 'Read the following page and answer: ' + page;"],
    ['lines that are joined', "const input = ['Read the page below and be brief.', page, question].join('\\n');"],
    ['text that grows', "let input = 'Read the page below and be brief.'; input += page; input += question;"],
    ['placeholder that is replaced', "const input = 'Read the page {p} and answer briefly'.replace('{p}', page);"],
    ['tags around something else', 'const input = `<rules>Be brief.</rules> Read this page now: ${page}`;'],
    ['a tag that is not closed', 'const input = `Read this page and answer: <page> ${page}`;'],
    ['quotes', 'const input = `Summarize the text "${page}" in plain English`;'],
  ])('%s', (_, code) => {
    expect(merged(code)).toBe(true);
  });
});

describe('a value that is set apart', () => {
  it.each([
    ['tags', 'const input = `Read the page and answer. <page>${page}</page> ${question}`;'],
    ['tags with attributes', 'const input = `Read the page and answer. <page lang="en">\\n${page}\\n</page>`;'],
    ['tags in pieces', "let input = 'Read the page and answer.\\n<page>'; input += page; input += '</page>';"],
    [
      'tags around a text of its own',
      'const body = `Title and body: ${page}`; const input = `Read the page and answer. <page>${body}</page>`;',
    ],
    ['a fence', "const input = 'Read the page and be brief:\\n```\\n' + page + '\\n```\\n' + question;"],
    ['rulers', 'const input = `Read the page and be brief.\\n-----\\n${page}\\n-----\\n${question}`;'],
    ['begin and end', 'const input = `Read the page and be brief.\\nBEGIN PAGE\\n${page}\\nEND PAGE\\n${question}`;'],
    ['JSON', 'const input = `Read the page and answer briefly: ${JSON.stringify({ page })}`;'],
    ['nothing but the value', 'const input = page;'],
    ['a label', 'const input = `Page: ${page}`;'],
    ['a message of its own', "const input = [{ role: 'user', content: question }, { role: 'user', content: page }];"],
  ])('%s', (_, code) => {
    expect(merged(code)).toBe(false);
  });
});
