import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppModel } from '@leashlint/rules';
import { catalogue } from '@leashlint/rules';
import { agentProject } from './agent-project.js';
import { factLines } from './framework-facts.js';

const folder = join(import.meta.dirname, 'frameworks');

/** A page holds a small application and, in a second block, what the model has to say about it. */
const pages = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  const [, language = '', code = '', facts = ''] = /^```(\w+)\n(.*?)```\n\n```text\n(.*?)```\n$/s.exec(text) ?? [];
  return { name, file: `a.${language}`, code, facts };
});

/** Frameworks without a page: further versions of one that has a page, and what older packages were. */
const withoutPage = [
  'browser-use-before',
  'google-generative-ai-js',
  'haystack-integrations',
  'langchain-legacy',
  'langchain-python-before',
  'mastra-0',
  'mastra-client',
  'mcp-handler-1',
  'phidata',
  'pydantic-ai-before',
  'stagehand-3',
];

/** What is no framework of agents, and may stay in the application that only looks alike. */
const plainPython = 'os|subprocess|asyncio|json|re|typing|dataclasses|enum|pathlib|pydantic|contextlib|functools';

/** The same application with packages of other people that look alike. */
function elsewhere(file: string, code: string): string {
  if (file.endsWith('.py')) {
    return code.replace(
      new RegExp(`^([ \\t]*(?:from|import)[ \\t]+)(?!(?:${plainPython})\\b)(?=\\w)`, 'gm'),
      '$1acme_elsewhere.',
    );
  }
  return code.replace(
    / from '(?!node:|zod')([^']+)'/g,
    (_, module: string) => ` from '@acme/${module.replace('@', '')}'`,
  );
}

/** Without what comes into functions that are tools of nobody known: a decorator `tool` tells as much. */
function declaredOnly(app: AppModel): AppModel {
  return { ...app, flows: app.flows.filter(({ source }) => source.kind !== 'tool-input' || source.tool !== undefined) };
}

function model(file: string, code: string): AppModel {
  return agentProject({ [file]: code }, {}, catalogue).app;
}

describe.each(pages)('$name', ({ file, code, facts }) => {
  it('is understood', () => {
    expect(factLines(model(file, code)).join('\n')).toBe(facts.trimEnd());
  });

  it('means nothing with packages that only look alike', () => {
    expect(factLines(declaredOnly(model(file, elsewhere(file, code))))).toEqual([]);
  });
});

it('leaves no framework of agents, tools or model calls without a page', () => {
  const seen = pages.flatMap(({ file, code }) => {
    const { agents, modelCalls, tools, mcpServers } = model(file, code);
    return [...agents, ...modelCalls, ...tools, ...mcpServers].map(({ framework }) => framework.id);
  });
  const described = catalogue.filter(
    ({ ai, agents, calls, tools }) => ai && [agents, calls, tools].some((rows) => rows !== undefined),
  );
  const missing = described.map(({ id }) => id).filter((id) => !seen.includes(id));
  expect(missing.sort()).toEqual(withoutPage);
});
