#!/usr/bin/env node
// Installs the packaged extension in a real VS Code and uses it as a person does: see e2e/ui.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { installChrome, installEditor } from './driver/install.mjs';
import { e2e, output, repository } from './driver/paths.mjs';
import { run } from './driver/run.mjs';
import { runnerOptions } from './options.mjs';
import { readVitest, report } from './report.mjs';

const results = join(output, 'ui.json');

/** Runs vitest, whose exit code counts besides its report. */
async function runSuite(/** @type {NodeJS.ProcessEnv} */ env) {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  try {
    await run(process.execPath, [vitest, 'run', '--config', join(e2e, 'ui', 'vitest.config.ts')], { cwd: e2e, env });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

async function main() {
  const options = runnerOptions();
  if (!options.vsix) await run('npm', ['run', 'package'], { cwd: repository });
  const vsix = options.vsix ?? join(repository, 'dist', 'leashlint.vsix');
  if (!existsSync(vsix)) throw new Error(`${vsix} does not exist`);
  await installEditor();
  await installChrome();
  mkdirSync(output, { recursive: true });
  rmSync(results, { force: true });
  const ended = await runSuite({
    ...process.env,
    LEASHLINT_E2E_RESULTS: results,
    LEASHLINT_E2E_EXPECTATIONS: options.expectations,
    LEASHLINT_E2E_WORKSPACE: options.workspace,
    LEASHLINT_E2E_VSIX: vsix,
  });
  const passed = existsSync(results) && report('e2e ui', readVitest(results));
  if (!existsSync(results)) console.error('e2e ui: the tests wrote no results');
  return passed && ended;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`e2e ui: could not run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
