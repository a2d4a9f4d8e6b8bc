import fs from 'node:fs';
import path from 'node:path';
import { agentText } from './agent-file.mjs';
import { barrelText, fileName, moduleOf, moduleText } from './filler.mjs';
import { createRandom } from './random.mjs';

const MODULES = 64;
/** Packages, and applications made of each sample: with them about one file in twenty touches an AI framework. */
const SIZE = { packages: 20, copies: 5, lines: 1000 };
/** Modules beside each sample: the rest of an application that has an agent. */
const AROUND = 3;

/**
 * Writes a monorepo, by default of about 1,500 TypeScript files: packages that know nothing of models, the samples as applications,
 * and an agent of 1,000 lines. The same files in every run.
 * @param {string} folder is emptied first
 * @param {string} samples folder of the samples
 * @param {Partial<typeof SIZE>} size `lines` of the agent
 * @returns {{ files: number, lines: number, agent: string }} `agent` is the path of the long agent file
 */
export function writeRepository(folder, samples, size = {}) {
  const { packages, copies, lines: agentLines } = { ...SIZE, ...size };
  fs.rmSync(folder, { recursive: true, force: true });
  const random = createRandom(42);
  let files = 0;
  let lines = 0;
  const write = (file, text) => {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    if (!/\.[jt]sx?$/.test(file)) return;
    files += 1;
    lines += text.split('\n').length;
  };

  write('package.json', JSON.stringify({ name: 'bench', private: true, workspaces: ['packages/*', 'apps/*'] }));
  write('tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, jsx: 'react-jsx' } }));
  for (let at = 0; at < packages; at++) {
    const modules = Array.from({ length: MODULES }, (_, index) => moduleOf(at * MODULES + index));
    write(`packages/part${at}/package.json`, JSON.stringify({ name: `@bench/part${at}`, main: './src/index.ts' }));
    write(`packages/part${at}/src/index.ts`, barrelText(modules));
    for (const module of modules) {
      write(
        `packages/part${at}/src/${fileName(module)}`,
        moduleText(module, importsOf(module, random, packages), random),
      );
    }
  }
  for (const app of sampleApps(samples)) {
    const sources = filesIn(path.join(samples, app)).map((file) => ({
      file,
      text: fs.readFileSync(path.join(samples, app, file), 'utf8'),
    }));
    for (let copy = 0; copy < copies; copy++) {
      const folder = `apps/${app.replace('/', '-')}-${copy}`;
      for (const { file, text } of [...sources, ...callersOf(sources)]) write(`${folder}/${file}`, text);
      for (let at = 0; at < AROUND; at++) {
        const module = moduleOf(packages * MODULES + at);
        write(`${folder}/src/${fileName(module)}`, moduleText(module, importsOf(module, random, packages, 3), random));
      }
    }
  }
  const agent = 'apps/desk/src/agent.ts';
  write('apps/desk/package.json', JSON.stringify({ name: 'desk', dependencies: { ai: '^6.0.0', zod: '^4.0.0' } }));
  write(agent, agentText(agentLines));
  return { files, lines, agent };
}

/** Code of the application that calls what its agent's files export, beside the file that exports it. */
function callersOf(sources) {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?function ([a-z]\w*)/gm)].map(([, name]) => ({
      file: path.posix.join(path.posix.dirname(file), `use-${name}.ts`),
      text: `import { ${name} } from './${path.posix.basename(file).replace(/\.[jt]sx?$/, '')}';

export async function again(input: string, times: number) {
  for (let at = 0; at < times; at++) console.log(await ${name}(input));
}
`,
    })),
  );
}

/** Imports of other modules: of the same package by file, of earlier packages by name. */
function importsOf({ id }, random, packages, most = 5) {
  const own = Math.floor(id / MODULES);
  const picked = new Map();
  for (let count = random.below(most + 1); count > 0; count--) {
    const module = moduleOf(random.below(Math.max(1, Math.min(id, packages * MODULES))));
    const home = Math.floor(module.id / MODULES);
    const from = home === own ? `./${fileName(module).replace(/\.tsx?$/, '')}` : `@bench/part${home}`;
    if (module.id !== id) picked.set(module.id, { module, from });
  }
  return [...picked.values()];
}

/** `ops-agent/vulnerable`, sorted. */
function sampleApps(samples) {
  return fs
    .readdirSync(samples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => fs.readdirSync(path.join(samples, name)).map((state) => `${name}/${state}`))
    .filter((app) => fs.existsSync(path.join(samples, app, 'package.json')))
    .sort();
}

/** Files of a sample without what was installed or ignores findings in it. */
function filesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !file.split('/').includes('node_modules') && /(?:\.[jt]sx?|package\.json)$/.test(file))
    .sort();
}
