import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';

const usage = createRequire(import.meta.url).resolve('./usage.cjs');

/**
 * What a process took. `cpu` is user and system time of all of its threads.
 * @typedef {{ wall: number, cpu: number, memory: number }} Cost milliseconds, milliseconds, bytes at the peak
 */

/**
 * Runs Node.js with the arguments and waits for its end. Exit code 1 means findings and is fine.
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 * @returns {Promise<Cost & { stdout: string, stderr: string }>}
 */
export async function measure(args, { cwd }) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', usage, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, , , report] = child.stdio;
  const ended = new Promise((resolve) =>
    child.on('exit', (code) => resolve({ code, wall: performance.now() - started })),
  );
  const [stdout, stderr, used, { code, wall }] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    textOf(report),
    ended,
  ]);
  if (code !== 0 && code !== 1)
    throw new Error(`${path.basename(args[0])} ${args.slice(1).join(' ')} failed:\n${stderr}`);
  return { wall, ...fromUsage(JSON.parse(used)), stdout, stderr };
}

/** @param {NodeJS.ResourceUsage} used */
export function fromUsage(used) {
  return { cpu: (used.userCPUTime + used.systemCPUTime) / 1000, memory: used.maxRSS * 1024 };
}

/**
 * Measures several commands in turn, round by round, so that whatever else the machine does falls on all of them.
 * @template {string} K
 * @param {Record<K, () => Promise<Cost>>} commands
 * @param {number} rounds
 * @returns {Promise<Record<K, Cost>>} medians, each figure by itself
 */
export async function interleave(commands, rounds) {
  const costs = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(commands)) costs.get(name).push(await run());
  }
  return Object.fromEntries([...costs].map(([name, list]) => [name, medianCost(list)]));
}

function medianCost(list) {
  const of = (key) =>
    quantile(
      list.map((cost) => cost[key]),
      0.5,
    );
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory') };
}

/** @param {readonly number[]} values @param {number} share 0.5 = the median, 1 = the largest */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
