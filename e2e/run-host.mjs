#!/usr/bin/env node
// Runs e2e/host in a real extension host: code-server by default; with VSCODE_DESKTOP=1 desktop VS Code, which is
// downloaded (VSCODE_VERSION, by default the newest).
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { installChrome, installEditor } from './driver/install.mjs';
import { e2e, output, repository, temporaryDirectory } from './driver/paths.mjs';
import { run } from './driver/run.mjs';
import { runnerOptions } from './options.mjs';
import { readMocha, report } from './report.mjs';

const bundles = join(output, 'host');
const results = join(output, 'host.json');

/** @param {string} expectations */
async function bundle(expectations) {
  rmSync(bundles, { recursive: true, force: true });
  const suites = readdirSync(join(e2e, 'host')).filter((file) => file.endsWith('.suite.ts'));
  await build({
    entryPoints: ['index.ts', ...suites].map((file) => join(e2e, 'host', file)),
    outdir: bundles,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    alias: { 'e2e-expectations': expectations },
  });
}

/**
 * @param {ReturnType<typeof runnerOptions>} options
 * @param {string} home
 */
async function start(options, home) {
  // The tests work on a copy: fixes must not change the samples.
  const workspace = join(home, 'workspace');
  cpSync(options.workspace, workspace, {
    recursive: true,
    filter: (path) => basename(path) !== 'node_modules',
  });
  const extension = options.extension ?? repository;
  const desktop = process.env.VSCODE_DESKTOP === '1';
  if (!desktop) {
    await installEditor();
    await installChrome();
  }
  rmSync(results, { force: true });
  await runTests({
    ...(desktop
      ? { version: process.env.VSCODE_VERSION ?? 'stable' }
      : { vscodeExecutablePath: join(e2e, 'code-wrapper') }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(bundles, 'index.cjs'),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    extensionTestsEnv: { LEASHLINT_E2E_RESULTS: results, LEASHLINT_E2E_EXTENSION: extension },
  });
}

async function main() {
  const options = runnerOptions();
  if (!options.extension) await run('npm', ['run', 'build'], { cwd: repository });
  await bundle(options.expectations);
  const home = temporaryDirectory('host');
  let ended = true;
  try {
    await start(options, home.path);
  } catch (error) {
    ended = false;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    home.release();
  }
  // The editor's word and mocha's must agree.
  const passed = existsSync(results) && report('e2e host', readMocha(results));
  if (!existsSync(results)) console.error('e2e host: the tests wrote no results');
  return passed && ended;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`e2e host: could not run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
