/**
 * Writes schema/leashlint.config.schema.json from the configuration's declaration. With --check nothing is written; the
 * exit code is 1 if the file is stale.
 */
import { build } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'schema/leashlint.config.schema.json');
const scratch = mkdtempSync(path.join(tmpdir(), 'leashlint-schema-'));
const outfile = path.join(scratch, 'schema.mjs');
await build({
  stdin: {
    contents: `export { configJsonSchema } from './server/src/config/json-schema.ts'; export { rules } from './rules/src/rules/index.ts';`,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['development'],
  outfile,
});
const { configJsonSchema, rules } = await import(pathToFileURL(outfile).href);
rmSync(scratch, { recursive: true });

const content = JSON.stringify(configJsonSchema(rules.map(({ meta }) => meta)), undefined, 2) + '\n';
if (!existsSync(target) || readFileSync(target, 'utf8').replaceAll('\r\n', '\n') !== content) {
  if (process.argv.includes('--check')) {
    console.error('The configuration schema is stale: run `npm run generate`.');
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
