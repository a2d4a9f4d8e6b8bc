// Measures the built bundle: `node bench/run.mjs [--runs 5] [--repository DIR] [--only NAME,…] [--dist DIR] [--write]`.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildThroughput } from './front-ends.mjs';
import { DEBOUNCE, TYPED, typeInto } from './keystrokes.mjs';
import { interleave, measure, quantile } from './measure.mjs';
import { buildPrograms, writeList } from './parsing.mjs';
import { TYPED_IN_PYTHON, writePythonRepository } from './python-repository.mjs';
import { writeRepository } from './repository.mjs';
import { bytes, milliseconds, ratio, table } from './table.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const work = path.join(root, 'bench', '.work');

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    repository: { type: 'string' },
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
  if (options.repository !== undefined) {
    const own = path.resolve(options.repository);
    sections.push(await coldRun(`The repository ${path.basename(own)}`, own, programs));
  }
}
if (wanted('front-ends')) sections.push(await frontEnds());
if (wanted('editor')) {
  sections.push(await editor('TypeScript', repository, made.agent, TYPED));
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
  const run = () => measure([cli, 'check', 'samples', '--format', 'concise'], { cwd: root });
  const { cold } = await interleave({ cold: run }, runs);
  const rows = [
    ['`leashlint check samples`', milliseconds(cold.wall), milliseconds(cold.cpu), bytes(cold.memory), '≤ 1 s'],
  ];
  return `## Samples, cold\n\n${table(['', 'wall', 'CPU', 'peak memory', 'aim'], rows)}`;
}

/** The whole run against a process that parses the files that survive the prefilter, and nothing more. */
async function coldRun(title, folder, { choose, parse }) {
  progress(title);
  const chosen = JSON.parse((await measure([choose], { cwd: folder })).stdout);
  const list = writeList(path.join(work, 'chosen.json'), chosen);
  const checking = () => measure([cli, 'check', '--format', 'concise', '--stats'], { cwd: folder });
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
  const stats = stderr.trim().split('\n').slice(-5).join('\n');
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
