import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBundle } from './bundle.js';

const script = path.join(import.meta.dirname, '../../../scripts/corpus.mjs');

const SHELL = `import { execSync } from 'node:child_process';
import { tool } from 'ai';
import { z } from 'zod';
export const run = tool({
  description: 'Run a command',
  inputSchema: z.object({ command: z.string() }),
  execute: ({ command }) => execSync(command).toString(),
});
`;

interface Shown {
  readonly rules: readonly {
    readonly rule: string;
    readonly findings: number;
    readonly added: readonly { readonly repository: string; readonly place: string; readonly message: string }[];
    readonly gone: readonly { readonly repository: string; readonly place: string }[];
  }[];
  readonly changed: boolean;
  readonly repositories: readonly { readonly name: string; readonly lines: number; readonly density: string }[];
}

describe('the corpus script', () => {
  let bundle: ReturnType<typeof buildBundle>;
  let corpus = '';

  const write = (file: string, text: string): void => {
    const target = path.join(corpus, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  };
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [script, corpus, '--dist', bundle.folder, ...args], { encoding: 'utf8' });
  const shown = (...args: readonly string[]): Shown => JSON.parse(run('--json', ...args).stdout) as Shown;
  const changes = ({ rules }: Shown): readonly string[] =>
    rules.flatMap(({ rule, added, gone }) => [
      ...added.map(({ repository, place }) => `+ ${repository}/${place} ${rule}`),
      ...gone.map(({ repository, place }) => `- ${repository}/${place} ${rule}`),
    ]);

  beforeAll(() => {
    bundle = buildBundle();
    corpus = fs.mkdtempSync(path.join(os.tmpdir(), 'leashlint-corpus-'));
    write('agent/src/shell.ts', SHELL);
    write('agent/node_modules/other/index.ts', SHELL);
    write('plain/index.js', 'module.exports = 1;\r\nmodule.exports.more = 2;\r\n');
  });
  afterAll(() => {
    bundle.remove();
    fs.rmSync(corpus, { recursive: true, force: true });
  });

  test('says that everything is new before a run was accepted', () => {
    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout).toContain('No run was accepted yet');
    expect(stdout).toMatch(/\| exec-tool-shell +\| +1 \| +\+1 \| +\|/);
    expect(stdout).toMatch(/\n {2}agent\/src\/shell\.ts:7:\d+ {2}exec-tool-shell {2}\S/);
    expect(stdout).toMatch(/\| agent +\| +8 \| +\d+ \| +\d+\.\d\d \|/);
    expect(stdout).toMatch(/\| plain +\| +2 \| +0 \| +0\.00 \|/);
  });

  test('says nothing after the run was accepted, also when code moves', () => {
    const file = path.join(corpus, '../', `${path.basename(corpus)}.json`);
    expect(run('--accept', '--accepted', file).status).toBe(0);
    write('agent/src/shell.ts', `// A comment.\n\n${SHELL}`);
    const { status, stdout } = run('--accepted', file);
    expect(status).toBe(0);
    expect(stdout).not.toContain('New');
    fs.rmSync(file);
  });

  test('shows what came and what went, and is the same every time but for its cost', () => {
    expect(run('--accept').status).toBe(0);
    write('agent/src/shell.ts', SHELL.replace('execSync(command)', "execSync('date')"));
    write('plain/index.js', SHELL);
    const now = shown();
    expect(now.changed).toBe(true);
    expect(changes(now)).toContain('- agent/src/shell.ts:9:38 exec-tool-shell');
    expect(changes(now)).toContain('+ plain/index.js:7:38 exec-tool-shell');
    const free = ({ repositories, ...rest }: Shown): unknown => [
      rest,
      repositories.map((repository) => ({ ...repository, cost: undefined })),
    ];
    expect(free(shown())).toEqual(free(now));
  });

  test('can be asked for one repository, and keeps what was accepted of the others', () => {
    expect(changes(shown('--only', 'agent')).some((change) => change.includes('plain'))).toBe(false);
    expect(run('--only', 'agent', '--accept').status).toBe(0);
    expect(changes(shown()).every((change) => change.startsWith('+ plain/'))).toBe(true);
  });

  test('fails where nothing can be run', () => {
    expect(spawnSync(process.execPath, [script, path.join(corpus, 'nowhere')]).status).toBe(2);
    expect(run('--dist', path.join(corpus, 'nowhere')).status).toBe(2);
  });
});
