// Measures the built bundle: `node bench/run.mjs [--runs 5] [--only NAME,…] [--dist DIR] [--write]`. With `--application DIR` and
// `--sdk DIR`, checkouts of an application and of an AI SDK, other linters are installed into a folder for temporary files and
// compared; `--peers NAME,…` says which, `--slow-runs` how often those run that take minutes.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare } from './comparison.mjs';
import { buildThroughput } from './front-ends.mjs';
import { growth } from './growth.mjs';
import { DEBOUNCE, TYPED, typeInto } from './keystrokes.mjs';
import { interleave, measure, quantile } from './measure.mjs';
import { canMeasurePrograms } from './measure-program.mjs';
import { buildPrograms, writeList } from './parsing.mjs';
import { installPeers } from './peers.mjs';
import { TYPED_IN_PYTHON, writePythonRepository } from './python-repository.mjs';
import { writeRepository } from './repository.mjs';
import { bytes, milliseconds, ratio, table } from './table.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const work = path.join(root, 'bench', '.work');

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    application: { type: 'string' },
    sdk: { type: 'string' },
    peers: { type: 'string' },
    'slow-runs': { type: 'string', default: '1' },
    sizes: { type: 'string', default: '1000,2000,5000,10000,20000' },
    only: { type: 'string' },
    dist: { type: 'string', default: path.join(root, 'dist') },
    write: { type: 'boolean', default: false },
  },
});
const runs = Math.max(1, Number(options.runs));
const cli = path.resolve(options.dist, 'cli.cjs');
if (!existsSync(cli)) {
  process.stderr.write(`${cli} is not there. Run npm run build first.\n`);
  process.exit(2);
}

const wanted = (name) => options.only === undefined || options.only.split(',').includes(name);
const progress = (text) => void process.stderr.write(`${text} …\n`);
const sections = [];

mkdirSync(work, { recursive: true });
progress('writing the repository');
const repository = path.join(work, 'repository');
const made = writeRepository(repository, path.join(root, 'samples'));
const pythonRepository = path.join(work, 'python-repository');
const madePython = writePythonRepository(pythonRepository);

if (wanted('start')) sections.push(await startUp());
if (wanted('samples')) sections.push(await samples());
if (wanted('repository')) {
  const programs = await buildPrograms(root, work);
  const title = `A repository of ${made.files.toLocaleString('en')} files and ${made.lines.toLocaleString('en')} lines, generated`;
  sections.push(await coldRun(title, repository, programs));
}
if (wanted('one-file')) sections.push(await oneFile());
if (wanted('peers')) sections.push(...(await comparisons()));
if (wanted('growth')) {
  const sizes = options.sizes.split(',').map(Number);
  progress('growth');
  sections.push(
    `## Growth of the generated repository, cold\n\n${await growth({ cli, samples: path.join(root, 'samples'), work, sizes, runs: 1 })}`,
  );
}
if (wanted('front-ends')) sections.push(await frontEnds());
if (wanted('editor')) {
  const workspace = path.join(work, 'workspace');
  const large = writeRepository(workspace, path.join(root, 'samples'), { packages: 64, copies: 15, lines: 2000 });
  sections.push(
    await editor(`TypeScript, workspace of ${large.files.toLocaleString('en')} files`, workspace, large.agent, TYPED),
  );
  sections.push(await editor('Python', pythonRepository, madePython.agent, TYPED_IN_PYTHON));
}

const text = [head(), ...sections].join('\n');
process.stdout.write(text);
if (options.write) writeFileSync(path.join(root, 'bench', 'RESULTS.md'), text);

function head() {
  const [cpu] = os.cpus();
  const machine = `${cpu?.model.trim() ?? 'unknown processor'} × ${os.availableParallelism()}, ${bytes(os.totalmem())}`;
  const load = os
    .loadavg()
    .map((one) => one.toFixed(1))
    .join(', ');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return `# Speed

leashlint ${version}, Node.js ${process.versions.node}, ${os.platform()} ${os.arch()}, ${machine}, load ${load}, ${new Date().toISOString().slice(0, 10)}.
Medians of ${runs} runs, taken in turns. CPU is user and system time of all threads; on a machine that others use too, wall
time says little and ratios of CPU time hold. Made by \`npm run bench -- --write\`.
`;
}

async function startUp() {
  progress('start-up');
  const run =
    (...args) =>
    () =>
      measure(args, { cwd: root });
  const costs = await interleave(
    { 'node -e 0': run('-e', '0'), '--version': run(cli, '--version'), '--help': run(cli, '--help') },
    Math.max(runs, 9),
  );
  const base = costs['node -e 0'];
  const rows = Object.entries(costs).map(([name, cost]) => [
    `\`${name}\``,
    milliseconds(cost.wall),
    milliseconds(cost.cpu),
    ratio(cost.cpu, base.cpu),
    bytes(cost.memory),
  ]);
  return `## Start-up\n\n${table(['', 'wall', 'CPU', 'CPU ÷ node', 'peak memory'], rows)}`;
}

async function samples() {
  progress('samples');
  const run = () => measure([cli, 'check', 'samples', '--format', 'concise', '--no-cache'], { cwd: root });
  const { cold } = await interleave({ cold: run }, runs);
  const rows = [
    ['`leashlint check samples`', milliseconds(cold.wall), milliseconds(cold.cpu), bytes(cold.memory), '≤ 1 s'],
  ];
  return `## Samples, cold\n\n${table(['', 'wall', 'CPU', 'peak memory', 'aim'], rows)}`;
}

/** One file alone, and one changed file in a repository that was analysed before. */
async function oneFile() {
  progress('one file');
  const alone = path.join(work, 'alone');
  mkdirSync(alone, { recursive: true });
  const text = readFileSync(path.join(repository, made.agent), 'utf8');
  writeFileSync(path.join(alone, 'agent.ts'), text);
  const cache = path.join(work, 'warm');
  const warm = () =>
    measure([cli, 'check', '.', '--format', 'concise', '--cache-location', cache], { cwd: repository });
  await warm();
  let changes = 0;
  /** Appends a function to a file of the repository, which was as it is now in the run before. */
  const changed = (file) => {
    const target = path.join(repository, file);
    const before = readFileSync(target, 'utf8');
    return async () => {
      writeFileSync(target, `${before}export function added${++changes}() {\n  return ${changes};\n}\n`);
      return warm();
    };
  };
  const around = madeFiles(repository, /\.[jt]sx?$/).map((file) => path.relative(repository, file));
  const unread = around.find((file) => file.startsWith('packages') && !/index\.ts$/.test(file));
  const caller = around.find((file) => /use-\w+\.ts$/.test(file));
  const costs = await interleave(
    {
      alone: () => measure([cli, 'check', 'agent.ts', '--format', 'concise', '--no-cache'], { cwd: alone }),
      changed: changed(made.agent),
      unread: changed(unread),
      caller: changed(caller),
      unchanged: warm,
    },
    runs,
  );
  const lines = text.split('\n').length.toLocaleString('en');
  const row = (name, { wall, cpu, memory }, aim) => [name, milliseconds(wall), milliseconds(cpu), bytes(memory), aim];
  const rows = [
    row(`a file of ${lines} lines alone`, costs.alone, 'wall ≤ 300 ms'),
    row(`that file changed in ${made.files.toLocaleString('en')} files`, costs.changed, 'wall ≤ 350 ms'),
    row('a file changed that no flow leads to', costs.unread, 'wall ≤ 350 ms'),
    row('a file changed that calls an agent', costs.caller, 'wall ≤ 350 ms'),
    row('nothing changed', costs.unchanged, ''),
  ];
  return `## One file\n\n${table(['', 'wall', 'CPU', 'peak memory', 'aim'], rows)}`;
}

/** leashlint beside other linters on the checkouts that were given. */
async function comparisons() {
  const kinds = ['application', 'sdk'].filter((kind) => options[kind] !== undefined);
  if (kinds.length === 0) return [];
  if (!canMeasurePrograms) return ['## Other linters\n\nNot compared: that takes Linux and GNU time.\n'];
  progress('installing other linters');
  const chosen = options.peers?.split(',');
  const peers = installPeers().filter(({ name }) => chosen?.includes(name) ?? true);
  const out = [];
  for (const kind of kinds) {
    const folder = path.resolve(options[kind]);
    progress(`other linters in ${path.basename(folder)}`);
    const slowRuns = Number(options['slow-runs']);
    const result = await compare({ kind, repository: folder, cli, peers, runs, slowRuns, work });
    const title = kind === 'sdk' ? 'an SDK for AI' : 'an application';
    out.push(
      `## ${path.basename(folder)}, ${title}\n\nMedians of ${runs} runs in turns; ESLint and secretlint ran ${slowRuns} times.\n\n${result}`,
    );
  }
  return out;
}

/** The whole run against a process that parses the files that survive the prefilter, and nothing more. */
async function coldRun(title, folder, { choose, parse }) {
  progress(title);
  const chosen = JSON.parse((await measure([choose], { cwd: folder })).stdout);
  const list = writeList(path.join(work, 'chosen.json'), chosen);
  const checking = () =>
    measure([cli, 'check', '--format', 'concise', '--stats', '--no-cache', '--parser', 'typescript-estree'], {
      cwd: folder,
    });
  const { stderr } = await checking();
  const costs = await interleave({ whole: checking, parsing: () => measure([parse, list], { cwd: folder }) }, runs);
  const { whole, parsing } = costs;
  const rows = [
    ['whole run', milliseconds(whole.wall), milliseconds(whole.cpu), bytes(whole.memory), ''],
    [
      `only parsing ${chosen.length} files`,
      milliseconds(parsing.wall),
      milliseconds(parsing.cpu),
      bytes(parsing.memory),
      '',
    ],
    [
      'ratio',
      ratio(whole.wall, parsing.wall),
      ratio(whole.cpu, parsing.cpu),
      ratio(whole.memory, parsing.memory),
      '≤ 2×',
    ],
  ];
  const stats = stderr.trim().split('\n').slice(-7).join('\n');
  return `## ${title}\n\n${table(['', 'wall', 'CPU', 'peak memory', 'aim'], rows)}\n\`\`\`\n${stats}\n\`\`\`\n`;
}

/** Facts made from texts beside what the bare parser takes for the same texts, in one process. */
async function frontEnds() {
  const program = await buildThroughput(root, work);
  const typescript = madeFiles(repository, /\.tsx?$/).slice(0, 400);
  const python = madePython.files.map((file) => path.join(pythonRepository, file));
  const rows = [];
  for (const [name, files] of [
    ['TypeScript', typescript],
    ['Python', python],
  ]) {
    progress(`front-end of ${name}`);
    const list = writeList(path.join(work, 'texts.json'), files);
    const { stdout } = await measure([program, root, list, name.toLowerCase()], { cwd: root });
    const { bytes: size, rates } = JSON.parse(stdout);
    const [parser, frontEnd] = [rates.parser, rates.frontEnd].map((list) => quantile(list, 0.5));
    rows.push([name, bytes(size), `${parser.toFixed(1)} MB/s`, `${frontEnd.toFixed(1)} MB/s`, ratio(parser, frontEnd)]);
  }
  return `## Front-ends\n\n${table(['', 'text', 'bare parser', 'front-end', 'parser ÷ front-end'], rows)}`;
}

function madeFiles(folder, pattern) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}

async function editor(language, folder, agent, typed) {
  const sessions = [];
  for (let at = 0; at < Math.max(3, Math.ceil(runs / 2)); at++) {
    progress(`editor, ${language}, session ${at + 1}`);
    sessions.push(await typeInto(cli, folder, agent, typed));
  }
  const lines = readFileSync(path.join(folder, agent), 'utf8').split('\n').length;
  const median = (of) => quantile(sessions.map(of), 0.5);
  const row = (name, less) => [
    name,
    ...[0.5, 0.95, 1].map((share) => milliseconds(median(({ times }) => quantile(times, share)) - less)),
    name === 'with the debounce' ? 'p95 ≤ 100 ms' : '',
  ];
  const rows = [row('with the debounce', 0), row(`without its ${DEBOUNCE} ms`, DEBOUNCE)];
  const { length } = sessions[0].times;
  return `## Keystroke to diagnostics in ${language}

${length} edits, one character each, in an agent file of ${lines.toLocaleString('en')} lines of the generated repository; medians of ${sessions.length} sessions.

${table(['', 'p50', 'p95', 'most', 'aim'], rows)}
CPU of the server per edit ${milliseconds(median(({ cpu }) => cpu))}, start of the server to the first diagnostics ${milliseconds(median(({ first }) => first))},
peak memory ${bytes(median(({ memory }) => memory))}, findings in the file ${sessions[0].findings}.
`;
}
