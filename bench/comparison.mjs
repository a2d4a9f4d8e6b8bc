import fs from 'node:fs';
import path from 'node:path';
import { interleave } from './measure.mjs';
import { measureProgram } from './measure-program.mjs';
import { bytes, milliseconds, ratio, table } from './table.mjs';

/** What leashlint is asked to reach, as its CPU time divided by a peer's; `application` has few files that touch AI, in `sdk` nearly all do. */
const AIMS = {
  application: [
    ['fast', 'oxlint', 1.3],
    ['reference', 'oxlint', 5],
    ['warm', 'oxlint', 0.9],
    ['reference', 'eslint-typescript', 1 / 20],
    ['fast', 'eslint-typescript', 1 / 80],
  ],
  sdk: [
    ['warm', 'oxlint', 0.9],
    ['reference', 'eslint-security', 1 / 3],
    ['fast', 'eslint-security', 1 / 15],
  ],
};

/**
 * leashlint beside other linters on one checkout.
 * @param {object} options
 * @param {'application' | 'sdk'} options.kind
 * @param {string} options.repository folder
 * @param {string} options.cli bundle
 * @param {ReturnType<typeof import('./peers.mjs').installPeers>} options.peers
 * @param {number} options.runs of everything quick
 * @param {number} options.slowRuns of linters that take minutes
 * @param {string} options.work folder for temporary files
 */
export async function compare({ kind, repository, cli, peers, runs, slowRuns, work }) {
  const cache = path.join(work, 'cache');
  fs.rmSync(cache, { recursive: true, force: true });
  const check = [process.execPath, cli, 'check', '.', '--format', 'json'];
  const commands = [];
  const run = (command) => {
    commands.push(command.map(short).join(' '));
    return () => measured(command);
  };
  const measured = (command) => measureProgram(command, { cwd: repository, folder: work });
  const own = {
    fast: run([...check, '--no-cache']),
    reference: run([...check, '--no-cache', '--parser', 'typescript-estree']),
    warm: run([...check, '--cache-location', cache]),
  };
  // Fills the cache.
  await own.warm();
  const titles = {
    fast: 'leashlint, cold',
    reference: 'leashlint, cold, typescript-estree',
    warm: 'leashlint, nothing changed',
    ...Object.fromEntries(peers.map(({ name, title }) => [name, title])),
  };
  const of = (slow) =>
    Object.fromEntries(peers.filter((peer) => peer.slow === slow).map((peer) => [peer.name, run(peer.command)]));
  const costs = { ...(await interleave({ ...own, ...of(false) }, runs)), ...(await interleave(of(true), slowRuns)) };
  const rows = Object.entries(costs).map(([name, cost]) => [
    titles[name],
    milliseconds(cost.cpu),
    milliseconds(cost.wall),
    bytes(cost.memory),
    ratio(costs.fast.cpu, cost.cpu),
    ratio(costs.reference.cpu, cost.cpu),
  ]);
  const aims = AIMS[kind]
    .filter(([, peer]) => costs[peer] !== undefined)
    .map(([mine, peer, most]) => [
      `${titles[mine]} ÷ ${titles[peer]}`,
      (costs[mine].cpu / costs[peer].cpu).toFixed(3),
      `≤ ${Number(most.toFixed(4))}`,
    ]);
  const head = ['', 'CPU', 'wall', 'peak memory', 'cold ÷ it', 'with typescript-estree ÷ it'];
  const lines = [...new Set(commands)].map((line) => `${line}\n`).join('');
  return `${table(head, rows)}\n${table(['ratio of CPU time', 'measured', 'aim'], aims)}\n\`\`\`sh\n${lines}\`\`\`\n`;
}

/** A part of a command line without the folders of this machine. */
function short(part) {
  if (part === process.execPath) return 'node';
  return path.isAbsolute(part)
    ? part.replace(/^.*[\\/](?:node_modules|bench|leashlint-bench-peers|dist\w*)[\\/]/, '')
    : part;
}
