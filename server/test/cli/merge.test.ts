import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.js';
import { buildBundle, run } from './bundle.js';

let bundle: ReturnType<typeof buildBundle>;
beforeAll(() => {
  bundle = buildBundle();
}, 240_000);
afterAll(() => {
  bundle.remove();
});

/** Two packages: one has a tool that runs what it is given, the other hands a stranger's words to it. A third has a syntax error. */
const FILES = {
  'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
  'packages/tools/package.json': '{ "name": "@acme/tools", "main": "src/run.ts" }',
  'packages/tools/src/run.ts': `import { exec } from 'node:child_process';
export function runIt(command: string) {
  return exec(command);
}
`,
  'packages/agent/package.json': '{ "name": "@acme/agent", "dependencies": { "ai": "^6.0.0" } }',
  'packages/agent/src/agent.ts': `import { generateText } from 'ai';
import { runIt } from '@acme/tools';
export async function POST(request: Request) {
  const { text } = await generateText({ model, system: (await request.json()).tone });
  runIt(text);
}
`,
  'packages/broken/package.json': '{ "name": "@acme/broken" }',
  'packages/broken/src/agent.ts': "import { generateText } from 'ai';\nfunction (\n",
};

interface Report {
  readonly findings: readonly { readonly file: string; readonly rule: string }[];
  readonly problems: readonly object[];
}

function shard(root: string, name: string, format: 'json' | 'sarif'): string {
  const file = `${name.replace('/', '-')}.${format}`;
  run(bundle.cli, root, ['--shard', name, '-f', format, '-o', path.join('..', path.basename(root) + file)]);
  return path.join('..', path.basename(root) + file);
}

describe('shards of one workspace', () => {
  test.each(['json', 'sarif'] as const)('give together what one run gives: %s', (format) => {
    const base = temporaryFolder({});
    const root = path.join(base, 'app');
    for (const [file, text] of Object.entries(FILES)) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
    }
    const names = ['1/3', '2/3', '3/3'];
    const whole = run(bundle.cli, root, ['-f', format]);
    const parts = names.map((name) => shard(root, name, format));
    const merged = run(bundle.cli, root, ['merge', ...parts.toReversed()]);
    expect(merged.code).toBe(whole.code);
    if (format === 'sarif') {
      expect(merged.stdout).toBe(whole.stdout);
      return;
    }
    const one = JSON.parse(whole.stdout) as Report;
    const all = JSON.parse(merged.stdout) as Report;
    expect(all.findings).toEqual(one.findings);
    expect(all.problems).toEqual(one.problems);
    // A flow that ends in another package is found where it ends.
    const flow = { file: 'packages/tools/src/run.ts', rule: 'exec-tool-shell' };
    expect(all.findings).toContainEqual(expect.objectContaining(flow));
    const each = parts.map((file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Report);
    const found = each.map(({ findings }) => findings.filter(({ file }) => file === flow.file).length > 0);
    expect(found.filter(Boolean)).toHaveLength(1);
  });
});

test('merging fails like a run, and is told not to', () => {
  const root = temporaryFolder({ ...FILES, 'packages/broken/src/agent.ts': '' });
  fs.mkdirSync(path.join(root, 'out'));
  const merge = (...args: string[]): number | null => run(bundle.cli, root, ['merge', 'out/1.sarif', ...args]).code;
  run(bundle.cli, root, ['-f', 'sarif', '-o', 'out/1.sarif']);
  expect(merge()).toBe(1);
  expect(merge('--exit-zero')).toBe(0);
  expect(merge('-o', 'out/merged.sarif')).toBe(1);
  expect(fs.readFileSync(path.join(root, 'out/merged.sarif'), 'utf8')).toBe(
    fs.readFileSync(path.join(root, 'out/1.sarif'), 'utf8'),
  );
});

describe('what cannot be merged is a failure', () => {
  const report = (shard?: string, version = '1'): string =>
    JSON.stringify({ tool: { name: 'leashlint', version }, shard, findings: [], problems: [], stats: {} });
  const run1 = { tool: { driver: { name: 'leashlint', semanticVersion: '1' } }, results: [], invocations: [] };
  const files = {
    'one.json': report('1/2'),
    'two.json': report('2/2'),
    'third.json': report('2/3'),
    'whole.json': report(),
    'newer.json': report('2/2', '2'),
    'log.sarif': JSON.stringify({ runs: [run1] }),
    'other.json': '{}',
    'broken.json': '{',
  };
  test.each([
    [[], 'Name the reports to merge.'],
    [['none.json'], 'none.json cannot be read'],
    [['broken.json'], 'broken.json cannot be read'],
    [['other.json'], 'other.json is no report of leashlint'],
    [['one.json'], 'The report of shard 2/2 is missing.'],
    [['one.json', 'third.json'], 'These shards are not of one division: 1/2, 2/3.'],
    [['one.json', 'whole.json'], 'Some of these reports are of shards, and some are not.'],
    [['whole.json', 'log.sarif'], 'Reports of different formats cannot be merged.'],
    [['one.json', 'newer.json'], 'Different versions wrote these reports: 1, 2.'],
  ])('%j', (operands, message) => {
    const { code, stdout, stderr } = run(bundle.cli, temporaryFolder(files), ['merge', ...operands]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('shards are numbered from 1', () => {
    for (const value of ['0/2', '3/2', '1', 'a/b']) {
      expect(run(bundle.cli, temporaryFolder(FILES), ['--shard', value])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('--shard takes') as string,
      });
    }
  });
});
