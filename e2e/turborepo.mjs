// Tries the Turborepo tasks of docs/ci.md with a real Turborepo: `npm run build && node e2e/turborepo.mjs`. Needs the registry of npm.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(path.join(os.tmpdir(), 'leashlint-turborepo-'));
const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');

/** A code block of the page, by its title. */
function block(title) {
  const found = page.split(`\`\`\`json title="${title}"\n`)[1]?.split('\n```')[0];
  assert.ok(found, `docs/ci.md has no block ${title}`);
  return JSON.parse(found);
}

const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' };
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: work, env: environment, encoding: 'utf8', stdio: 'pipe' });
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(work, file)), { recursive: true });
  writeFileSync(path.join(work, file), text);
};
const read = (file) => readFileSync(path.join(work, file), 'utf8');

const tool = (name) => `import { generateText } from 'ai';
import { exec } from 'node:child_process';
export const ${name} = async (model: any, prompt: string) => exec((await generateText({ model, prompt })).text);
`;

try {
  const manifest = { name: 'workspace', private: true, packageManager: 'npm@10.9.0', workspaces: ['packages/*'] };
  write('package.json', JSON.stringify({ ...manifest, ...block('package.json') }));
  write('turbo.json', JSON.stringify(block('turbo.json')));
  write('.gitignore', 'node_modules\n.turbo\n.leashlint\nleashlint.sarif\n');
  for (const name of ['first', 'second']) {
    write(`packages/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', dependencies: { ai: '*' } }));
    write(`packages/${name}/index.ts`, tool(name));
  }
  write(
    'node_modules/.bin/leashlint',
    `#!/usr/bin/env node\nrequire(${JSON.stringify(path.join(root, 'dist/cli.cjs'))});\n`,
  );
  run('chmod', '+x', 'node_modules/.bin/leashlint');
  run('git', 'init', '-q');
  const turboFolder = path.join(work, '..', `${path.basename(work)}-turbo`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', turboFolder, 'turbo@2'], { stdio: 'ignore' });
  const turbo = path.join(turboFolder, 'node_modules/.bin/turbo');
  write('package-lock.json', JSON.stringify({ name: 'workspace', lockfileVersion: 3, packages: {} }));

  /** Runs the tasks; gives how many of the two shards were taken from Turborepo's cache. */
  const tasks = () => {
    let text;
    try {
      text = run(turbo, 'run', 'leashlint', '--output-logs=hash-only');
    } catch (error) {
      // Merging fails with findings.
      text = `${error.stdout}${error.stderr}`;
    }
    assert.match(text, /leashlint:1/, text);
    return [1, 2].filter((shard) => new RegExp(`leashlint:${shard}.*cache hit`).test(text)).length;
  };

  assert.equal(tasks(), 0, 'the first run has nothing to restore');
  const report = read('leashlint.sarif');
  assert.equal(JSON.parse(report).runs[0].results.length, 2);

  rmSync(path.join(work, '.leashlint'), { recursive: true });
  rmSync(path.join(work, 'leashlint.sarif'));
  assert.equal(tasks(), 2, 'the second run restores both shards');
  assert.equal(read('leashlint.sarif'), report);

  write('packages/first/index.ts', 'export const first = 1;\n');
  assert.equal(tasks(), 0, 'a changed package is analysed again');
  assert.equal(JSON.parse(read('leashlint.sarif')).runs[0].results.length, 1);
  process.stdout.write(`Turborepo ${run(turbo, '--version').trim()}: the second run restored both shards.\n`);
  rmSync(turboFolder, { recursive: true, force: true });
} finally {
  rmSync(work, { recursive: true, force: true });
}
