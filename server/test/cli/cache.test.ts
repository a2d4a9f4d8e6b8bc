import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.js';
import { buildBundle, run, type Outcome } from './bundle.js';

let bundle: ReturnType<typeof buildBundle>;
beforeAll(() => {
  bundle = buildBundle();
}, 240_000);
afterAll(() => {
  bundle.remove();
});

const samples = path.join(import.meta.dirname, '../../../samples');
const AGENT = `import { generateText } from 'ai';
import { tone } from './tone';
export async function POST(request: Request) {
  return generateText({ model, system: \`Answer in a \${tone(await request.json())} tone.\` });
}
`;
const FILES = {
  '.git/HEAD': '',
  '.gitignore': 'ignored/\n',
  'leashlint.config.json': '{}',
  'app/package.json': '{ "dependencies": { "ai": "^6.0.0" } }',
  'app/route.ts': AGENT,
  'app/tone.ts': 'export const tone = (body) => body.tone;\n',
  'app/ignored/route.ts': AGENT.replace('./tone', '../tone'),
};

/** The code, the standard output and whether a remembered run gave it: that needs no engine. */
function check(root: string, args: readonly string[] = [], cwd = 'app'): Outcome & { repeated: boolean } {
  const engine = path.join(bundle.folder, 'chunk-run.cjs');
  fs.renameSync(engine, `${engine}.hidden`);
  const repeated = run(bundle.cli, path.join(root, cwd), ['-f', 'json', ...args]);
  fs.renameSync(`${engine}.hidden`, engine);
  if (!repeated.stderr.includes('chunk-run')) return { ...repeated, repeated: true };
  return { ...run(bundle.cli, path.join(root, cwd), ['-f', 'json', ...args]), repeated: false };
}

test('a run in an unchanged folder gives the same without the engine, also after a checkout', () => {
  const root = temporaryFolder(FILES);
  const first = check(root);
  expect(first).toMatchObject({ code: 1, repeated: false });
  expect(check(root)).toEqual({ ...first, repeated: true });
  for (const file of Object.keys(FILES)) fs.writeFileSync(path.join(root, file), FILES[file as keyof typeof FILES]);
  expect(check(root)).toEqual({ ...first, repeated: true });
});

test('a file that nobody read may change: only what it imports and whether it counts is looked at again', () => {
  const plain = 'app/plain.ts';
  const root = temporaryFolder({ ...FILES, [plain]: 'export const one = 1;\n' });
  const cwd = path.join(root, 'app');
  const options = ['-f', 'concise', '--cache-location', path.join(root, '..', `${path.basename(root)}-cache`)];
  const first = run(bundle.cli, cwd, options);
  const texts = ['export const two = 2;\n', "import './tone';\n", `${AGENT}// more\n`, 'export const one = 1;\n'];
  for (const text of texts) {
    fs.writeFileSync(path.join(root, plain), text);
    const fresh = run(bundle.cli, cwd, ['-f', 'concise', '--no-cache']);
    expect(run(bundle.cli, cwd, options)).toEqual(fresh);
    expect(run(bundle.cli, cwd, options)).toEqual(fresh);
  }
  expect(run(bundle.cli, cwd, options)).toEqual(first);
  fs.rmSync(options[3] ?? '', { recursive: true, force: true });
});

describe('a run is no repetition, and right, when', () => {
  const write =
    (file: string, text: string) =>
    (root: string): void => {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
    };
  test.each<[string, (root: string) => void, string[]]>([
    ['a file changed', write('app/route.ts', AGENT.replace('tone(await request.json())', '"kind"')), []],
    ['a file changed that it imports', write('app/tone.ts', 'export const tone = () => "kind";\n'), []],
    ['a file came', write('app/other.ts', AGENT), []],
    ['a file went', (root) => fs.rmSync(path.join(root, 'app/route.ts')), ['--allow-empty']],
    ['the configuration above changed', write('leashlint.config.json', '{ "exclude": ["route.ts"] }'), []],
    ['a nearer configuration came', write('app/leashlint.config.json', '{ "exclude": ["route.ts"] }'), []],
    ['an ignore file above changed', write('.gitignore', ''), []],
    ['an ignore file came', write('app/.ignore', 'route.ts\n'), []],
    ['the repository ends elsewhere', write('app/.git/HEAD', ''), []],
    ['a manifest names another version', write('app/package.json', '{ "dependencies": { "ai": "^3.0.0" } }'), []],
    ['a version was installed', write('app/node_modules/ai/package.json', '{ "version": "3.1.0" }'), []],
    ['requirements came', write('app/requirements.txt', 'openai==0.28\n'), []],
    ['paths are mapped', write('app/tsconfig.json', '{ "compilerOptions": { "paths": { "ai": ["./tone"] } } }'), []],
    ['other rules are asked for', () => undefined, ['--preset', 'strict']],
    ['another part is asked for', () => undefined, ['tone.ts']],
  ])('%s', (_, change, args) => {
    const root = temporaryFolder(FILES);
    check(root);
    expect(check(root).repeated).toBe(true);
    change(root);
    const { repeated, ...outcome } = check(root, args);
    expect(repeated).toBe(false);
    expect(outcome).toEqual(run(bundle.cli, path.join(root, 'app'), ['-f', 'json', ...args, '--no-cache']));
  });

  test('the configuration that it was given lies elsewhere and changed', () => {
    const root = temporaryFolder(FILES);
    const args = ['-c', '../leashlint.config.json'];
    check(root, args);
    expect(check(root, args).repeated).toBe(true);
    fs.writeFileSync(path.join(root, 'leashlint.config.json'), '{ "exclude": ["route.ts"] }');
    expect(check(root, args)).toMatchObject({ code: 0, repeated: false });
  });

  test.each([
    ['an exception may have expired', { allow: [{ rule: 'tool-ssrf', reason: 'known', expires: '2999-01-01' }] }],
    ['an agent may be due for a review', { agents: { Desk: { reviewBy: '2999-01-01' } } }],
  ])('%s over night', (_, config) => {
    const root = temporaryFolder({ ...FILES, 'leashlint.config.json': JSON.stringify(config) });
    const cache = temporaryFolder({});
    const args = ['--cache-location', cache];
    check(root, args);
    expect(check(root, args).repeated).toBe(true);
    const entries = fs.readdirSync(path.join(cache, 'runs')).filter((name) => name.endsWith('.entry'));
    const texts = entries.map((name) => fs.readFileSync(path.join(cache, 'runs', name), 'utf8'));
    expect(texts.join('\n')).toMatch(/"day":"\d{4}-\d\d-\d\d"/);
  });
});

test('files are written again, and what people see depends on their terminal', () => {
  const root = temporaryFolder(FILES);
  const args = ['-f', 'sarif', '-o', 'out/report.sarif', '-f', 'stylish'];
  const first = run(bundle.cli, path.join(root, 'app'), args);
  const report = path.join(root, 'app/out/report.sarif');
  const text = fs.readFileSync(report, 'utf8');
  fs.rmSync(report);
  expect(run(bundle.cli, path.join(root, 'app'), args)).toEqual(first);
  expect(fs.readFileSync(report, 'utf8')).toBe(text);
  expect(run(bundle.cli, path.join(root, 'app'), args, { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
});

describe('the place', () => {
  test('--no-cache and fixes leave nothing behind, --stats says where', () => {
    const root = temporaryFolder(FILES);
    const cache = path.join(temporaryFolder({}), 'cache');
    const at = ['--cache-location', cache];
    expect(run(bundle.cli, root, [...at, '--no-cache', '--stats']).stderr).toContain('cache     none\n');
    expect(fs.existsSync(cache)).toBe(false);
    const stats = (): string => run(bundle.cli, root, [...at, '--stats']).stderr;
    expect(stats()).toContain(`0 files known, 2 new in ${cache}\n`);
    expect(stats()).toContain(`2 files known, 0 new in ${cache}\n`);
    expect(fs.readdirSync(cache)).toEqual(['facts']);
  });

  test('that cannot be written is no failure', () => {
    const root = temporaryFolder({ ...FILES, file: '' });
    const { code, stderr } = run(bundle.cli, root, ['--stats', '--cache-location', path.join(root, 'file', 'cache')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/nothing can be stored \(E\w+\)\n/);
  });
});

test('runs at the same time do not disturb each other', async () => {
  const root = temporaryFolder(FILES);
  const args = ['-f', 'json', '--cache-location', temporaryFolder({})];
  const expected = run(bundle.cli, root, ['-f', 'json', '--no-cache']).stdout;
  const outputs = await Promise.all([1, 2, 3].map(() => start(root, args)));
  expect(outputs).toEqual([expected, expected, expected]);
  expect(run(bundle.cli, root, args).stdout).toBe(expected);
});

function start(cwd: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [bundle.cli, ...args], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill());
  return new Promise((resolve) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.on('close', () => {
      resolve(text);
    });
  });
}

describe('whatever runs are spared and however they are divided', () => {
  // All samples have packages; the one in Python has folders only.
  test.each(['.', 'billing-desk'])('the findings in samples/%s are the same', (name) => {
    const cwd = path.join(samples, name);
    const out = temporaryFolder({});
    const cached = ['--cache-location', path.join(out, 'cache')];
    const base = ['--preset', 'strict', '-f', 'sarif', '-f', 'json', '-o', path.join(out, 'report.sarif')];
    const whole = (options: readonly string[]): string => {
      const { stdout } = run(bundle.cli, cwd, [...base, ...options]);
      return stdout + fs.readFileSync(path.join(out, 'report.sarif'), 'utf8');
    };
    const expected = whole(['--no-cache']);
    const sarif = fs.readFileSync(path.join(out, 'report.sarif'), 'utf8');
    expect(whole(cached)).toBe(expected);
    expect(whole(cached)).toBe(expected);
    expect(whole([...cached, '--parser=typescript-estree'])).toBe(expected);

    for (const options of [[...cached, '--parser=typescript-estree'], ['--no-cache']]) {
      const parts = [1, 2, 3].map((index) => {
        const file = path.join(out, `part-${index}.sarif`);
        run(bundle.cli, cwd, [...options, '--preset', 'strict', '--shard', `${index}/3`, '-f', 'sarif', '-o', file]);
        return file;
      });
      expect(run(bundle.cli, cwd, ['merge', ...parts]).stdout).toBe(sarif);
    }
  });
});
