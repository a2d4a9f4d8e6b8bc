import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24 } from './node24.mjs';
import { codeServer } from './paths.mjs';
import { run } from './run.mjs';
import { quietSettings } from './settings.mjs';

const startTimeout = 60_000;

/** What VS Code writes for every log file, since its logging add-on is not compiled; it works without. */
const missingAddon = /^(?:Error: )?Could not locate the bindings file.*\n(?:[ \t].*\n)*(?:\}\n)?/gm;

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {() => string} log what the server wrote so far
 * @property {() => Promise<void>} stop
 */

/**
 * Makes a directory that holds everything code-server keeps: without it, it writes into the home folder.
 * @param {string} home
 */
export function prepareHome(home) {
  const user = join(home, 'data', 'User');
  mkdirSync(user, { recursive: true });
  mkdirSync(join(home, 'extensions'), { recursive: true });
  writeFileSync(join(home, 'config.yaml'), '{}\n');
  writeFileSync(join(user, 'settings.json'), JSON.stringify(quietSettings, null, 2));
}

/**
 * @param {string} home
 * @returns {string[]}
 */
function common(home) {
  return [
    join(codeServer, 'out', 'node', 'entry.js'),
    ...['--config', join(home, 'config.yaml')],
    ...['--user-data-dir', join(home, 'data')],
    ...['--extensions-dir', join(home, 'extensions')],
  ];
}

/**
 * @param {string} home
 * @param {string} vsix
 */
export async function installExtension(home, vsix) {
  await run(node24(), [...common(home), '--install-extension', vsix, '--force'], { quiet: true });
}

/**
 * Starts a server on a free port of the loopback interface.
 * @param {string} home as made by `prepareHome`
 * @param {{ testDriver?: boolean }} [options] `testDriver`: let the page run extension tests
 * @returns {Promise<Server>}
 */
export async function startCodeServer(home, options = {}) {
  const args = [
    ...common(home),
    ...['--bind-addr', '127.0.0.1:0', '--auth', 'none'],
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
    '--disable-getting-started-override',
    ...(options.testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  // A process group of its own, so that stopping it stops the extension hosts as well.
  const child = spawn(node24(), args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment() });
  let written = '';
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', (error) => resolve((written += `${error.message}\n`)));
  });
  const log = () => written.replace(missingAddon, '');
  const kill = () => signal(child.pid, 'SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.removeListener('exit', kill);
    signal(child.pid, 'SIGTERM');
    const force = setTimeout(kill, 5_000);
    await ended;
    clearTimeout(force);
    kill();
  };

  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('code-server did not listen in time')), startTimeout);
    const read = (/** @type {Buffer} */ chunk) => {
      written += chunk.toString();
      const port = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(written)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => {
      clearTimeout(timer);
      reject(new Error('code-server ended before it listened'));
    });
  });
  try {
    return { port: await listening, log, stop };
  } catch (error) {
    await stop();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${log()}`);
  }
}

/** Without what would make code-server take another port, ask for a password or hand over to a running instance. */
function cleanEnvironment() {
  const { PORT: _p, PASSWORD: _w, HASHED_PASSWORD: _h, VSCODE_IPC_HOOK_CLI: _i, ...rest } = process.env;
  return rest;
}

/**
 * Signals a process group that we started; it may be gone already.
 * @param {number | undefined} group
 * @param {NodeJS.Signals} name
 */
function signal(group, name) {
  if (group === undefined) return;
  try {
    process.kill(-group, name);
  } catch {
    // ESRCH: nothing left to stop.
  }
}
