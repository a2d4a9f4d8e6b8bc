import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import { createEngine } from '../../src/engine/create-engine.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import type { EngineParts } from '../../src/engine/parts.js';
import type { Report } from '../../src/engine/report.js';
import { wantedFiles } from '../../src/engine/wanted-files.js';
import { pythonFrontEnd } from '../../src/frontends/python/front-end.js';
import { createMemoryHost } from '../../src/workspace/memory-host.js';
import { rulePages, textsOf } from '../rules/rule-pages.js';

type Files = Readonly<Record<string, string>>;

await pythonFrontEnd.load?.();

function reportOf(files: Files, parts: EngineParts): Report {
  const host = createMemoryHost(files, '/workspace', wantedFiles(parts));
  const report = createEngine(host, parts).analyse({ config: { ...defaultConfig, preset: 'audit' } });
  if (report === undefined) throw new Error('The analysis was cancelled');
  return report;
}

/** The findings, which must not depend on the prefilter. */
function findingsOf(files: Files): readonly unknown[] {
  const everything = reportOf(files, { ...defaultParts, choose: 'everything' });
  const { findings } = reportOf(files, defaultParts);
  expect(findings).toEqual(everything.findings);
  return findings;
}

const samples = path.join(import.meta.dirname, '../../../samples');
const folders = fs.readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('without the prefilter, findings are the same', () => {
  it.each(folders.map(({ name }) => name))('in the sample %s', (name) => {
    expect(findingsOf(filesBelow(path.join(samples, name)))).not.toEqual([]);
  });

  it.each(rulePages.map((page) => [page.rule.meta.id, page] as const))('on the page of %s', (_, { cases }) => {
    for (const shown of cases) if (shown.kind === 'flagged') findingsOf(textsOf(shown));
  });
});

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

it.each(folders.map(({ name }) => name))('counts each file of the sample %s once', (name) => {
  const { files, skippedBecause, parsedBecause } = reportOf(filesBelow(path.join(samples, name)), defaultParts).stats;
  expect(sum(parsedBecause)).toBe(files.analysed);
  expect(files.analysed + sum(skippedBecause)).toBe(files.listed);
  expect(sum(skippedBecause)).toBe(files.skipped);
});

const LOGS_AN_ACCOUNT = `import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function show(id: string) {
  const account = await db.account.findUnique({ where: { id } });
  console.log(account.iban);
}
`;

// Found in a script beside an agent, where the prefilter rightly sees nothing.
it('leaves personal data in logs alone where no model is near', () => {
  expect(findingsOf({ 'debug.ts': LOGS_AN_ACCOUNT })).toEqual([]);
});

it('parses every file without the prefilter', () => {
  const files = { 'a.ts': 'export const a = 1;\n', 'b.py': 'b = 1\n' };
  expect(reportOf(files, defaultParts).stats.files.analysed).toBe(0);
  expect(reportOf(files, { ...defaultParts, choose: 'everything' }).stats.parsedBecause).toEqual({ everything: 2 });
});

function filesBelow(folder: string): Files {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
}
