import { build } from 'esbuild';
import path from 'node:path';

const THROUGHPUT = `
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import { pythonFrontEnd } from './server/src/frontends/python/front-end.ts';
import { typescriptFrontEnd } from './server/src/frontends/typescript/front-end.ts';
import { parse } from './server/src/frontends/typescript/parse.ts';

const [root, list, language] = process.argv.slice(2);
const python = language === 'python';
void main();

async function main() {
  const texts = JSON.parse(fs.readFileSync(list, 'utf8')).map((file) => [file, fs.readFileSync(file, 'utf8')]);
  const bytes = texts.reduce((sum, [, text]) => sum + text.length, 0);
  const frontEnd = python ? pythonFrontEnd : typescriptFrontEnd;
  await frontEnd.load?.();
  let bare = parse;
  if (python) {
    const parser = new Parser();
    const grammar = createRequire(root + '/package.json').resolve('tree-sitter-python/tree-sitter-python.wasm');
    parser.setLanguage(await Language.load(fs.readFileSync(grammar)));
    bare = (_, text) => parser.parse(text).delete();
  }
  const rate = (run) => {
    const before = process.cpuUsage();
    for (const [file, text] of texts) run(file, text);
    const { user, system } = process.cpuUsage(before);
    return bytes / (user + system);
  };
  // In turns, so that both meet the same machine; the first round warms up.
  const rates = { parser: [], frontEnd: [] };
  for (let round = 0; round < 4; round++) {
    const parser = rate(bare);
    const lowered = rate((file, text) => frontEnd.lower(file, text));
    if (round === 0) continue;
    rates.parser.push(parser);
    rates.frontEnd.push(lowered);
  }
  process.stdout.write(JSON.stringify({ bytes, files: texts.length, rates }));
}
`;

/**
 * A program that prints how many characters per microsecond of CPU, which is megabytes per second of plain text, the bare
 * parser of a language and its front-end get through: arguments are the repository, a list of files and the language.
 * @param {string} root of the repository
 * @param {string} folder to put it in
 */
export async function buildThroughput(root, folder) {
  const outfile = path.join(folder, 'throughput.cjs');
  await build({
    stdin: { contents: THROUGHPUT, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    conditions: ['development', 'module'],
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'error',
  });
  return outfile;
}
