/**
 * Runs the built leashlint over every repository in a folder and shows what changed since the accepted run:
 * `node scripts/corpus.mjs FOLDER [--accepted FILE] [--accept] [--json] [--preset NAME] [--only REPOSITORY,…] [--dist DIR]`.
 * Exit code 0: nothing changed, or the run was accepted; 1: findings came or went; 2: a repository could not be analysed.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAccepted, writeAccepted } from './corpus/accepted-run.mjs';
import { compareRuns } from './corpus/compare-runs.mjs';
import { runRepository } from './corpus/run-repository.mjs';
import { asJson, asText } from './corpus/show-run.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accepted: { type: 'string' },
    accept: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    preset: { type: 'string', default: 'recommended' },
    only: { type: 'string' },
    dist: { type: 'string', default: path.join(root, 'dist') },
  },
});

const [folder] = positionals;
const cli = path.resolve(options.dist, 'cli.cjs');
if (folder === undefined || !existsSync(folder)) fail('Name a folder in which every folder is a repository.');
if (!existsSync(cli)) fail(`${cli} is not there. Run npm run build first.`);

const acceptedFile = path.resolve(options.accepted ?? path.join(folder, 'leashlint-accepted.json'));
const accepted = readAccepted(acceptedFile);
const only = options.only?.split(',');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  .map(({ name }) => name)
  .filter((name) => only === undefined || only.includes(name))
  .sort();
if (names.length === 0) fail(`${folder} has no repositories.`);

const runs = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  runs.push(await runRepository(cli, path.join(folder, name), options.preset));
}

// Repositories that were not asked for keep what was accepted.
const before = accepted?.repositories ?? {};
const compared = only === undefined ? before : Object.fromEntries(names.map((name) => [name, before[name] ?? []]));
const change = compareRuns(compared, runs);
const failed = runs.some((run) => run.failure !== undefined);
process.stdout.write((options.json ? asJson : asText)(runs, change, accepted !== undefined));

if (options.accept && !failed) {
  writeAccepted(acceptedFile, only === undefined ? {} : before, runs);
  process.stderr.write(`Accepted: ${acceptedFile}\n`);
}
process.exitCode = failed ? 2 : change.changed && !options.accept ? 1 : 0;

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
