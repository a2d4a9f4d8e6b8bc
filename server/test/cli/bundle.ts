import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');

/** The bundles of this source, made once per test file into a folder of its own. */
export function buildBundle(): { readonly cli: string; readonly folder: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leashlint-bundle-'));
  execFileSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--production', `--outdir=${folder}`], { cwd: root });
  return {
    cli: path.join(folder, 'cli.cjs'),
    folder,
    remove() {
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundle as a user does. */
export function run(
  cli: string,
  cwd: string,
  args: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
): Outcome {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    input: options.input ?? '',
    // No cache of the user's: every bundle has its own.
    env: { ...env, XDG_CACHE_HOME: cacheOf(cli), LOCALAPPDATA: cacheOf(cli), ...options.env },
  });
  return { code: status, stdout, stderr };
}

function cacheOf(cli: string): string {
  return path.join(path.dirname(cli), 'cache');
}
