import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/catalogue/framework.js';
import { catalogue as everything } from '../../src/catalogue/index.js';
import { statedPaths } from './catalogue-paths.js';
import { checkedModules } from './checked-modules.js';
import { loadDeclarations } from './declarations.js';
import { judge, toolObjectProblems } from './judge-rows.js';

/**
 * Frameworks whose packages are too large to install for a test, or that have no type declarations. Their rows were read
 * from the documentation; the list is here so that nothing goes unchecked in silence.
 */
const uncheckedFrameworks = [
  'address-checks',
  'agent-endpoints',
  'ai-sdk-unchecked-providers',
  'artifact-hubs',
  'aws-cdk-iam',
  'bigquery',
  'body-sizes',
  'bun-globals',
  'bun-sqlite',
  'cloud',
  'deno-globals',
  'document-readers',
  'duckdb',
  'elysia',
  'file-deleters',
  'file-names',
  'google-auth',
  'google-others',
  'googleapis',
  'hono-node-server',
  'hosted-functions',
  'js-yaml',
  'langchain-legacy',
  'langchain-stores',
  'logs',
  'markdown-renderers',
  'mastra-0',
  'mastra-client',
  'mcp-clients',
  'mcp-framework-endpoints',
  'mcp-handler-1',
  'mcp-request-checks',
  'mcp-sdk-v2-endpoints',
  'memories',
  'messages',
  'microsoft-auth',
  'mssql',
  'model-requests',
  'neo4j',
  'next',
  'next-redirects',
  'node-fetches',
  'node-objects',
  'node-pty',
  'node-servers',
  'node-sqlite',
  'notion',
  'nuxt-globals',
  'open-middleware',
  'other-mcp-launches',
  'other-shell-quoting',
  'payments',
  'postgres-js',
  'prisma',
  'privileged-clients',
  'puppeteer',
  'rate-limiters',
  'record-reads-js',
  'redis',
  'request-checks',
  'request-sign-in',
  'route-conventions',
  'runtime-servers',
  'secret-stores',
  'sign-in',
  'simple-git',
  'ssh2',
  'stagehand-3',
  'supabase',
  'transformers-js',
  'unchecked-addresses',
  'unchecked-moderation',
  'unverified-tls',
  'vector-stores',
  'vector-stores-js',
  'web-searches',
];

// Python has its own test: `python-declarations.test.ts`.
const catalogue: readonly Framework[] = everything.filter(({ language }) => language === 'javascript');
const checked = new Map(catalogue.map((framework) => [framework, checkedModules(framework)]));
const declarations = loadDeclarations([...checked.values()].flat());

function placesOf(framework: Framework) {
  return checked.get(framework) ?? [];
}

function frameworkNamed(id: string): Framework {
  const framework = catalogue.find((each) => each.id === id);
  if (framework === undefined) throw new Error(`no framework ${id}`);
  return framework;
}

describe('catalogue rows exist in the type declarations', () => {
  it('imports every module that it checks', () => {
    expect(declarations.missing).toEqual([]);
  });

  it('leaves no framework unchecked in silence', () => {
    const unchecked = catalogue.filter(({ checkedAgainst }) => Object.keys(checkedAgainst).length === 0);
    expect(unchecked.map((framework) => framework.id).sort()).toEqual([...uncheckedFrameworks].sort());
  });

  const counts = { paths: 0, open: 0 };
  for (const framework of catalogue) {
    if (Object.keys(framework.checkedAgainst).length === 0) continue;
    it(framework.id, () => {
      const verdicts = [...statedPaths(framework)].map((stated) => judge(declarations, placesOf(framework), stated));
      for (const verdict of verdicts) {
        counts.paths += verdict.paths;
        counts.open += verdict.open;
      }
      expect([...new Set(verdicts.flatMap((verdict) => verdict.problems))]).toEqual([]);
    });
  }

  for (const framework of catalogue) {
    if (framework.toolObjects === undefined) continue;
    it(`${framework.id}: tools written as objects`, () => {
      expect(
        (framework.toolObjects ?? []).flatMap((row) =>
          toolObjectProblems(declarations, placesOf(framework), framework, row),
        ),
      ).toEqual([]);
    });
  }

  it.each([
    ['an option that is not there', 'Member[generateText].Argument[0].Member[maxStepz]'],
    ['an export that is not there', 'Member[generateTexts]'],
    ['a further argument', 'Member[generateText].Argument[3]'],
    ['a member of a text', 'Member[generateText].ReturnValue.Member[text].Member[nothing]'],
    ['a result of an object', 'Member[generateText].ReturnValue.ReturnValue'],
  ])('finds nothing at %s', (_, path) => {
    const framework = frameworkNamed('vercel-ai');
    expect(
      judge(declarations, placesOf(framework), { row: 'calls', module: undefined, versions: [], path, own: 0 })
        .problems,
    ).not.toEqual([]);
  });

  it('refuses values that the option does not take', () => {
    const framework = frameworkNamed('claude-agent-sdk-js');
    const path = 'Member[query].Argument[0].Member[options].Member[permissionMode]';
    const stated = { row: 'settings', module: undefined, versions: [], path, own: 0 };
    expect(judge(declarations, placesOf(framework), { ...stated, values: ['bypassPermissions'] }).problems).toEqual([]);
    expect(judge(declarations, placesOf(framework), { ...stated, values: ['bypassEverything'] }).problems).not.toEqual(
      [],
    );
  });

  it('reports how many paths end in any', () => {
    console.info(
      `catalogue: ${String(counts.paths)} paths checked, ${String(counts.open)} of them end in an untyped place`,
    );
    expect(counts.paths).toBeGreaterThan(0);
  });
});
