import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

const CHOOSE = `
import { createEngine } from './server/src/engine/create-engine.ts';
import { defaultParts } from './server/src/engine/default-parts.ts';
import { emptyModel } from './server/src/engine/empty-model.ts';
import { defaultConfig } from './server/src/config/defaults.ts';
import { wantedFiles } from './server/src/engine/wanted-files.ts';
import { createDiskHost } from './server/src/workspace/disk-host.ts';

const root = process.cwd();
const buildModel = (program) => {
  process.stdout.write(JSON.stringify(program.files().map(({ path }) => path).filter((path) => /\\.[cm]?[jt]sx?$/.test(path))));
  return emptyModel;
};
const parts = { ...defaultParts, buildModel };
const engine = createEngine(createDiskHost({ root, wanted: wantedFiles(parts) }), parts);
void engine.prepare({ config: defaultConfig }).then(() => engine.analyse({ config: defaultConfig }));
`;

const PARSE = `
import fs from 'node:fs';
import { parse } from './server/src/frontends/typescript/parse.ts';

for (const file of JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))) parse(file, fs.readFileSync(file, 'utf8'));
`;

/**
 * Two programs made of leashlint's own parts: `choose` prints the files of its working directory that survive the prefilter,
 * `parse` parses the files of a list as the front-end does, and does nothing else.
 * @param {string} root of the repository
 * @param {string} folder to put them in
 */
export async function buildPrograms(root, folder) {
  const programs = { choose: path.join(folder, 'choose.cjs'), parse: path.join(folder, 'parse.cjs') };
  for (const [name, contents] of [
    ['choose', CHOOSE],
    ['parse', PARSE],
  ]) {
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile: programs[name],
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      conditions: ['development', 'module'],
      mainFields: ['module', 'main'],
      define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'moduleUrl' },
      banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
      logLevel: 'error',
    });
  }
  return programs;
}

/** @param {string} file @param {readonly string[]} list */
export function writeList(file, list) {
  fs.writeFileSync(file, JSON.stringify(list));
  return file;
}
