import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { concise } from '../../src/report/concise.js';
import type { FormatContext } from '../../src/report/format.js';
import { stylish } from '../../src/report/stylish.js';
import { analyseFiles } from '../rules/analyse-files.js';
import { typeProblems } from '../rules/type-check.js';

type Files = Readonly<Record<string, string>>;

const folder = path.join(import.meta.dirname, '../../../samples');
const names = fs
  .readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What the README promises to show: every rule of each group. */
const HEADLINES: Readonly<Record<string, readonly string[]>> = {
  'over-broad scopes': ['identity-overbroad-scope', 'tool-hosted-unrestricted'],
  'prompt concatenation': ['prompt-untrusted-in-system'],
  'hard-coded keys': ['secret-hardcoded', 'secret-browser-exposed'],
  'missing gates': ['approval-missing-high-impact', 'approval-disabled', 'approval-auto-granted'],
};

const plain: FormatContext = {
  rules: new Map(),
  page: () => undefined,
  version: '0',
  color: false,
  quiet: false,
};

function filesOf(sample: string): Files {
  const root = path.join(folder, sample);
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => fs.statSync(path.join(root, file)).isFile())
      .map((file) => [file.replaceAll('\\', '/'), fs.readFileSync(path.join(root, file), 'utf8')]),
  );
}

/** The concise report of a sample, as the command line gives it in the root of the repository. */
function reportOf(sample: string): string {
  const files = Object.entries(filesOf(sample)).map(([file, text]) => [`samples/${sample}/${file}`, text]);
  const report = analyseFiles(Object.fromEntries(files) as Files);
  expect(report.stats.files.analysed).toBeGreaterThan(0);
  return concise(report, plain);
}

const expectedReport = (name: string): string =>
  fs.readFileSync(path.join(folder, name, 'expected.txt'), 'utf8').replaceAll('\r\n', '\n');

describe.each(names)('%s', (name) => {
  it('has exactly the findings that are expected', () => {
    expect(reportOf(`${name}/vulnerable`)).toBe(expectedReport(name));
  });

  it('has none after the repair', () => {
    expect(reportOf(`${name}/repaired`)).toBe('');
  });

  it.each(['vulnerable', 'repaired'])('is real code: %s', (kind) => {
    expect(typeProblems(filesOf(`${name}/${kind}`))).toEqual([]);
  });

  it('is explained', () => {
    expect(fs.readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain(`## ${name}\n`);
  });
});

test('the README shows what the command line prints', () => {
  const file = 'samples/notes-mcp/vulnerable/src/server.ts';
  const text = filesOf('notes-mcp/vulnerable')['src/server.ts'] ?? '';
  const report = analyseFiles({ [file]: text });
  const findings = report.findings.filter(({ rule }) => rule === 'exec-tool-shell');
  const readme = fs.readFileSync(path.join(folder, '../README.md'), 'utf8').replaceAll('\r\n', '\n');
  expect(readme).toContain(stylish({ ...report, findings }, plain));
});

describe('the samples together', () => {
  const reported = new Set(names.flatMap((name) => [...expectedReport(name).matchAll(/\[([\w-]+)\]$/gm)].map(([, id]) => id)));

  it.each(Object.entries(HEADLINES))('show %s', (_, rules) => {
    expect(rules.filter((rule) => !reported.has(rule))).toEqual([]);
  });
});
