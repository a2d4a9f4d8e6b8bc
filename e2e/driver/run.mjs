import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and rejects unless it exits with 0.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet`: show its output on failure only
 * @returns {Promise<void>}
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    // npm and its like are batch files on Windows, which only a shell starts.
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell, ...options });
    let written = '';
    const keep = (/** @type {Buffer} */ chunk) => (written += chunk.toString());
    child.stdout.on('data', quiet ? keep : (chunk) => process.stdout.write(chunk));
    child.stderr.on('data', quiet ? keep : (chunk) => process.stderr.write(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`}\n${written}`));
    });
  });
}
