import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import { createEngine } from '../../src/engine/create-engine.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import { createMemoryHost } from '../../src/workspace/memory-host.js';

function rulesReported(code: string, allowOpenWeb: boolean): readonly string[] {
  const host = createMemoryHost({ 'agent.ts': code });
  const config = { ...defaultConfig, allowOpenWeb, heuristics: true, only: ['tool-ssrf', 'tool-hosted-unrestricted'] };
  const report = createEngine(host, defaultParts).analyse({ config });
  expect(report?.problems).toEqual([]);
  return report?.findings.map(({ rule }) => rule) ?? [];
}

const anthropicTools = (tools: string): string => `import Anthropic from '@anthropic-ai/sdk';
export const ask = () => new Anthropic().messages.create({ model: 'm', max_tokens: 9, messages: [], tools: [${tools}] });
`;
const openaiTools = (tools: string): string => `import OpenAI from 'openai';
export const ask = () => new OpenAI().responses.create({ model: 'm', input: 'x', tools: [${tools}] });
`;

test.each<[string, string, string, boolean]>([
  [
    'an address that the model chooses',
    `import { tool } from 'ai';
import { z } from 'zod';
export const read = tool({
  inputSchema: z.object({ url: z.string() }),
  execute: async ({ url }) => (await fetch(url)).text(),
});
`,
    'tool-ssrf',
    false,
  ],
  [
    'an address of a request',
    `import express from 'express';
import OpenAI from 'openai';
express().post('/', async (req, res) => {
  const page = await fetch(req.body.url);
  res.json(await new OpenAI().responses.create({ model: 'm', input: await page.text() }));
});
`,
    'tool-ssrf',
    true,
  ],
  [
    'a hosted web tool',
    anthropicTools("{ type: 'web_fetch_20250910', name: 'web_fetch' }"),
    'tool-hosted-unrestricted',
    false,
  ],
  [
    'code with an open network',
    openaiTools(
      "{ type: 'code_interpreter', container: { type: 'auto', network_policy: { type: 'allowlist', allowed_domains: ['*'] } } }",
    ),
    'tool-hosted-unrestricted',
    true,
  ],
])('allowOpenWeb and %s', (_, code, rule, stillReported) => {
  expect(rulesReported(code, false)).toEqual([rule]);
  expect(rulesReported(code, true)).toEqual(stillReported ? [rule] : []);
});
