import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { options } from '../../src/cli/options.js';
import { version } from '../../src/version.js';
import { temporaryFolder } from '../workspace/temporary-folder.js';
import { buildBundle, run, type Outcome } from './bundle.js';

let bundle: ReturnType<typeof buildBundle>;
beforeAll(() => {
  bundle = buildBundle();
}, 120_000);
afterAll(() => {
  bundle.remove();
});

const leashlint = (cwd: string, args: readonly string[] = [], more: Parameters<typeof run>[3] = {}): Outcome =>
  run(bundle.cli, cwd, args, more);

const AGENT = `import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';

export async function POST(request: Request) {
  const { tone, question } = await request.json();
  const { text } = await generateText({
    model: openai('gpt-5'),
    system: \`Answer in a \${tone} tone.\`,
    prompt: question,
  });
  return Response.json({ text });
}
`;
const CLEAN = AGENT.replace('${tone}', 'friendly').replace('{ tone, question }', '{ question }');
const MANIFEST = '{ "name": "app", "dependencies": { "ai": "^6.0.0", "@ai-sdk/openai": "^3.0.0" } }';
const ROUTE = 'app/api/chat/route.ts';
const app = (agent = AGENT): Record<string, string> => ({ 'package.json': MANIFEST, [ROUTE]: agent });

describe('exit codes', () => {
  test('0: clean', () => {
    expect(leashlint(temporaryFolder(app(CLEAN)))).toMatchObject({ code: 0, stderr: '' });
  });

  test('1: findings at or above --fail-on', () => {
    const root = temporaryFolder(app());
    expect(leashlint(root)).toMatchObject({ code: 1, stderr: '' });
    expect(leashlint(root, ['check', '.']).code).toBe(1);
    expect(leashlint(root, ['--fail-on', 'error']).code).toBe(1);
    expect(leashlint(root, ['--exit-zero']).code).toBe(0);
    fs.writeFileSync(path.join(root, 'leashlint.config.json'), '{ "rules": { "prompt-untrusted-in-system": "info" } }');
    expect(leashlint(root).code).toBe(0);
    expect(leashlint(root, ['--fail-on=info']).code).toBe(1);
  });

  test.each(['stylish', 'concise', 'json', 'sarif'])('do not depend on the format: %s', (format) => {
    expect(leashlint(temporaryFolder(app()), ['-f', format]).code).toBe(1);
    expect(leashlint(temporaryFolder(app(CLEAN)), ['-f', format]).code).toBe(0);
  });

  test.each([
    [['--no-such-option'], 'Unknown option --no-such-option.'],
    [['--fail-onn', 'error'], 'Did you mean --fail-on?'],
    [['--format', 'xml'], '--format takes stylish, concise, json, sarif, not xml.'],
    [['--preset', 'strickt'], 'Did you mean strict?'],
    [['--only', 'exec-tool-shel'], 'Did you mean exec-tool-shell?'],
    [['nowhere.ts'], 'There is no file or folder nowhere.ts.'],
    [['--stdin'], '--stdin needs --stdin-filename.'],
    [['-f', 'json', '-f', 'sarif'], 'Only one format can go to standard output'],
    [['-o', 'a', '-o', 'b'], 'There are more --output-file than --format.'],
    [['--config', 'none.json'], 'There is no configuration file none.json.'],
    [['explain'], 'Name one rule'],
    [['explain', 'exec-tool-shel'], 'Did you mean exec-tool-shell?'],
    [['explain', 'exec-tool-shell', '--fix'], '--fix is no option of explain.'],
  ])('2: %j', (args, message) => {
    const { code, stdout, stderr } = leashlint(temporaryFolder(app()), args);
    expect(code).toBe(2);
    expect(stderr + stdout).toContain(message);
  });

  test('2: no file to analyse, unless that is fine', () => {
    const root = temporaryFolder({ 'README.md': '' });
    expect(leashlint(root)).toMatchObject({ code: 2 });
    expect(leashlint(root, ['--allow-empty'])).toMatchObject({ code: 0 });
  });

  test('2: a wrong configuration, in every format', () => {
    const root = temporaryFolder({ ...app(), 'leashlint.config.json': '{\n  "presets": 1\n}' });
    const { code, stdout } = leashlint(root, ['-f', 'concise']);
    expect(code).toBe(2);
    expect(stdout).toBe('leashlint.config.json:2:3: failed Unknown key presets. Did you mean preset? [config]\n');
    const sarif = JSON.parse(leashlint(root, ['-f', 'sarif']).stdout) as { runs: { invocations: object[] }[] };
    expect(sarif.runs[0]?.invocations).toMatchObject([{ executionSuccessful: false }]);
  });
});

describe('what is analysed', () => {
  test('paths narrow it, from any folder', () => {
    const root = temporaryFolder({ ...app(), 'lib/other.ts': AGENT.replace('POST', 'GET') });
    const files = (cwd: string, ...args: string[]): string[] => {
      const { findings } = JSON.parse(leashlint(cwd, ['-f', 'json', ...args]).stdout) as {
        findings: { file: string }[];
      };
      return findings.map(({ file }) => file);
    };
    expect(files(root)).toContain(ROUTE);
    expect(files(root, 'app')).toEqual([ROUTE]);
    expect(files(root, ROUTE)).toEqual([ROUTE]);
    expect(files(root, 'lib')).not.toContain(ROUTE);
    expect(files(path.join(root, 'app'), 'api')).toEqual(['api/chat/route.ts']);
    expect(files(path.join(root, 'lib'), '../app')).toEqual(['api/chat/route.ts']);
    expect(files(path.join(root, 'lib'), root)).toContain(ROUTE);
  });

  test('ignored files are left out unless they are named', () => {
    const root = temporaryFolder({ ...app(), '.gitignore': 'app/\n' });
    expect(leashlint(root, ['--allow-empty']).code).toBe(0);
    expect(leashlint(root, ['app']).code).toBe(1);
  });

  test('standard input stands for a file, with the other files as context', () => {
    const root = temporaryFolder(app(CLEAN));
    const args = ['--stdin', '--stdin-filename', ROUTE, '-f', 'concise'];
    const { code, stdout } = leashlint(root, args, { input: AGENT });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^app\/api\/chat\/route\.ts:8:\d+: error .*\[prompt-untrusted-in-system\]\n$/);
    expect(leashlint(root, args, { input: CLEAN }).code).toBe(0);
    expect(leashlint(root, ['--stdin', '--stdin-filename', 'app/api/new/route.ts'], { input: AGENT }).code).toBe(1);
  });

  test('ignore comments count unless they are switched off', () => {
    const commented = AGENT.replace(
      '    system:',
      '    // leashlint: ignore[prompt-untrusted-in-system] reviewed\n    system:',
    );
    const root = temporaryFolder(app(commented));
    expect(leashlint(root).code).toBe(0);
    expect(leashlint(root, ['--no-inline-ignores']).code).toBe(1);
  });

  test('keys in settings count, in their templates they do not', () => {
    const key = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
    const text = `GITHUB_TOKEN=${key}\n`;
    const root = temporaryFolder({ ...app(CLEAN), '.env': text, '.env.example': text, 'package-lock.json': text });
    const { code, stdout } = leashlint(root, ['-f', 'concise']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\.env:1:14: \w+ .*\[secret-hardcoded\]\n$/);
    expect(stdout).not.toContain(key);
  });

  test('only and skip', () => {
    const root = temporaryFolder(app());
    expect(leashlint(root, ['--only', 'exec,tool']).code).toBe(0);
    expect(leashlint(root, ['--only', 'prompt-untrusted-in-system']).code).toBe(1);
    expect(leashlint(root, ['--skip', 'prompt']).code).toBe(0);
  });

  test('statistics go to standard error', () => {
    const { stdout, stderr } = leashlint(temporaryFolder(app(CLEAN)), ['--stats', '-f', 'json']);
    expect(stderr).toMatch(/^files {5}1 listed, 1 read/);
    expect(stderr).toMatch(/parsed {4}1 files, 12 lines: ai 1/);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  });
});

describe('output', () => {
  test('several formats, each to its place', () => {
    const root = temporaryFolder(app());
    const { code, stdout } = leashlint(root, [
      '-f',
      'sarif',
      '-o',
      'out/a.sarif',
      '-f',
      'json',
      '-o',
      'out/a.json',
      '-f',
      'concise',
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^app\/api\/chat\/route\.ts:8/);
    expect(JSON.parse(fs.readFileSync(path.join(root, 'out/a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(fs.readFileSync(path.join(root, 'out/a.json'), 'utf8'))).toMatchObject({ version: 1 });
  });

  test('colours on request only', () => {
    const root = temporaryFolder(app());
    const coloured = (args: string[], env: Record<string, string> = {}): boolean =>
      leashlint(root, args, { env }).stdout.includes('\u001b[');
    expect(coloured([])).toBe(false);
    expect(coloured([], { CI: 'true' })).toBe(false);
    expect(coloured(['--color'])).toBe(true);
    expect(coloured([], { FORCE_COLOR: '1' })).toBe(true);
    expect(coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true);
    expect(coloured(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(coloured(['--color=never'], { FORCE_COLOR: '1' })).toBe(false);
  });

  test('is the same every time', () => {
    const root = temporaryFolder(app());
    expect(leashlint(root, ['-f', 'sarif']).stdout).toBe(leashlint(root, ['-f', 'sarif']).stdout);
  });
});

describe('fixes', () => {
  const UNGATED = `import { Agent, tool, run } from '@openai/agents';
import Stripe from 'stripe';
import { z } from 'zod';
const stripe = new Stripe(process.env.STRIPE_KEY ?? '');
const refund = tool({
  name: 'refund_order',
  description: 'Refund an order',
  parameters: z.object({ payment: z.uuid() }),
  execute: async ({ payment }) => {
    await stripe.refunds.create({ payment_intent: payment });
    return 'done';
  },
});
const agent = new Agent({ name: 'shop', instructions: 'Help.', tools: [refund] });
await run(agent, 'refund my order');
`.replaceAll('\n', '\r\n');
  const files = {
    'package.json':
      '{ "name": "shop", "dependencies": { "@openai/agents": "^0.3.0", "stripe": "^20.0.0", "zod": "^4.0.0" } }',
    'agent.ts': UNGATED,
  };

  test('a dry run prints a diff that git applies, and writes nothing', () => {
    const root = temporaryFolder(files);
    const before = leashlint(root, ['--only', 'approval']);
    expect(before.code).toBe(1);
    const { stdout, code } = leashlint(root, ['--only', 'approval', '--fix-dry-run=suggest']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^--- a\/agent\.ts\n\+\+\+ b\/agent\.ts\n@@/);
    expect(fs.readFileSync(path.join(root, 'agent.ts'), 'utf8')).toBe(UNGATED);
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['apply', '-'], { cwd: root, input: stdout });
    expect(leashlint(root, ['--only', 'approval']).code).toBe(0);
  });

  test('--fix=suggest writes, keeps the line ends and leaves nothing to find', () => {
    const root = temporaryFolder(files);
    const { code, stderr } = leashlint(root, ['--only', 'approval', '--fix=suggest']);
    expect(stderr).toMatch(/^\d+ fix(?:es)? applied\.\n$/);
    expect(code).toBe(0);
    const after = fs.readFileSync(path.join(root, 'agent.ts'), 'utf8');
    expect(after).toContain('needsApproval: true');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('--fix alone leaves what needs a decision', () => {
    const root = temporaryFolder(files);
    expect(leashlint(root, ['--only', 'approval', '--fix']).code).toBe(1);
    expect(fs.readFileSync(path.join(root, 'agent.ts'), 'utf8')).toBe(UNGATED);
  });
});

describe('other commands', () => {
  test('--version and --help load neither engine nor parser', () => {
    const bare = temporaryFolder({ 'cli.cjs': fs.readFileSync(bundle.cli) });
    const cli = path.join(bare, 'cli.cjs');
    expect(run(cli, bare, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const { code, stdout } = run(cli, bare, ['--help']);
    expect(code).toBe(0);
    for (const { name } of options.filter((option) => option.hidden !== true)) expect(stdout).toContain(`--${name}`);
  });

  test('the help of a command has its options only', () => {
    const { stdout } = leashlint(temporaryFolder({}), ['explain', '--help']);
    expect(stdout).toContain('leashlint explain <rule>');
    expect(stdout).not.toContain('--fix');
  });

  test('nothing to parse loads no parser', () => {
    const folder = temporaryFolder({});
    fs.cpSync(bundle.folder, folder, { recursive: true });
    fs.rmSync(path.join(folder, 'parser.cjs'));
    const root = temporaryFolder({ 'a.ts': 'export const a = 1;' });
    expect(run(path.join(folder, 'cli.cjs'), root, [])).toMatchObject({ code: 0 });
  });

  test.each([
    ['TypeScript', 'parser.cjs', 'python-parser.cjs', { 'a.ts': "import OpenAI from 'openai';\nnew OpenAI();\n" }],
    ['Python', 'python-parser.cjs', 'parser.cjs', { 'a.py': 'from agents import Agent\nAgent()\n' }],
  ])('%s alone loads no other parser', (_, needed, other, files) => {
    const folder = temporaryFolder({});
    fs.cpSync(bundle.folder, folder, { recursive: true });
    const root = temporaryFolder(files);
    fs.rmSync(path.join(folder, other));
    expect(run(path.join(folder, 'cli.cjs'), root, ['--stats']).stderr).toContain('parsed    1 files');
    fs.rmSync(path.join(folder, needed));
    expect(run(path.join(folder, 'cli.cjs'), root, ['--no-cache']).code).not.toBe(0);
  });

  test('explain prints the page', () => {
    const { code, stdout } = leashlint(temporaryFolder({}), ['explain', 'exec-tool-shell']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# exec-tool-shell\n/);
  });

  test('rules lists them with their state', () => {
    const root = temporaryFolder({ 'leashlint.config.json': '{ "rules": { "exec-tool-shell": "off" } }' });
    const { stdout } = leashlint(root, ['rules']);
    expect(stdout).toMatch(/^exec-tool-shell +off +recommended/m);
    const listed = JSON.parse(leashlint(root, ['rules', '-f', 'json']).stdout) as { id: string; enabled: boolean }[];
    expect(listed.find(({ id }) => id === 'exec-tool-shell')).toMatchObject({ enabled: false });
  });

  test('config prints what is in force and where it comes from', () => {
    const root = temporaryFolder({
      '.git/HEAD': '',
      'leashlint.config.yaml': 'preset: strict\n',
      'packages/a/a.ts': '',
    });
    const shown = JSON.parse(leashlint(path.join(root, 'packages/a'), ['config', '--only', 'exec']).stdout) as object;
    expect(shown).toMatchObject({ source: '../../leashlint.config.yaml', preset: 'strict', only: ['exec'] });
  });

  test('init writes a configuration that loads, once, and says what it saw', () => {
    const root = temporaryFolder(app(CLEAN));
    const { code, stdout } = leashlint(root, ['init']);
    expect(code).toBe(0);
    expect(stdout).toContain('Found Vercel AI SDK');
    expect(leashlint(root).code).toBe(0);
    expect(leashlint(root, ['init'])).toMatchObject({ code: 2, stderr: 'There is a leashlint.config.json already.\n' });
  });

  test('a reader that goes away is no failure', () => {
    const root = temporaryFolder(app());
    const script = `"${process.execPath}" "${bundle.cli}" -f sarif | head -c 10`;
    expect(execFileSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' })).toHaveLength(10);
  });
});
