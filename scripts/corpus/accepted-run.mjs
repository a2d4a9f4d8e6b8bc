import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const VERSION = 1;

/**
 * Findings by repository.
 * @typedef {Record<string, readonly import('./run-repository.mjs').Found[]>} Accepted
 */

/**
 * @param {string} file
 * @returns {{ repositories: Accepted } | undefined} undefined if no run was accepted yet
 */
export function readAccepted(file) {
  if (!existsSync(file)) return undefined;
  const run = JSON.parse(readFileSync(file, 'utf8'));
  if (run.version !== VERSION) throw new Error(`${file} is of another version. Accept a run anew.`);
  return run;
}

/**
 * @param {string} file
 * @param {Accepted} others repositories that were not run and stay as they are
 * @param {readonly import('./run-repository.mjs').RepositoryRun[]} runs
 */
export function writeAccepted(file, others, runs) {
  const all = { ...others, ...Object.fromEntries(runs.map(({ name, findings }) => [name, findings])) };
  const repositories = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ version: VERSION, repositories }, undefined, 1)}\n`);
}
