import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const TIME = '/usr/bin/time';

/** Whether programs that are not Node.js can be measured here: by GNU time. */
export const canMeasurePrograms = fs.existsSync(TIME) && process.platform === 'linux';

/**
 * Runs a program and waits for its end, whatever its exit code; its output is thrown away.
 * @param {readonly string[]} command
 * @param {{ cwd: string, folder: string }} options `folder` for temporary files
 * @returns {Promise<import('./measure.mjs').Cost>} of the program and all that it started
 */
export async function measureProgram([program, ...args], { cwd, folder }) {
  const report = path.join(folder, 'time.txt');
  const started = performance.now();
  const child = spawn(TIME, ['--quiet', '--format', '%U %S %M', '--output', report, program, ...args], {
    cwd,
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  const wall = performance.now() - started;
  if (code > 2) throw new Error(`${path.basename(program)} ${args.join(' ')} ended with ${code}`);
  const [user, system, memory] = fs.readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: (user + system) * 1000, memory: memory * 1024 };
}
