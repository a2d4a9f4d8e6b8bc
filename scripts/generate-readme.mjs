/**
 * Writes the table of rules in README.md between its markers from the rules' metadata. With --check nothing is written; the
 * exit code is 1 if the table is stale.
 */
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'README.md');
const BEGIN = '<!-- rules:begin -->\n';
const END = '<!-- rules:end -->';
/** What a rule reads, in short. */
const READS = { typescript: 'TS/JS', python: 'Python', config: 'settings', workflow: 'workflows' };
const FIX = { safe: 'safe', suggest: 'suggested', none: '–' };

const bundle = await build({
  entryPoints: [path.join(root, 'rules/src/rules/index.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['development'],
  write: false,
});
const { rules } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`
);

/** `strict` rules are marked: they are off until the preset is chosen. */
function row({ meta: { id, family, title, severity, fix, tier, languages } }) {
  const page = `[\`${id}\`](rules/src/rules/${family}/${id}/rule.md)`;
  const reads = languages.map((language) => READS[language]).join(', ');
  return `| ${page}${tier === 'recommended' ? '' : ` (${tier})`} | ${title} | ${reads} | ${severity} | ${FIX[fix]} |\n`;
}

const readme = readFileSync(target, 'utf8').replaceAll('\r\n', '\n');
const begin = readme.indexOf(BEGIN);
const end = readme.indexOf(END);
if (begin < 0 || end < begin) throw new Error('README.md has lost the markers of the rule table.');
const table = `\n| Rule | What it finds | In | Severity | Fix |\n|---|---|---|---|---|\n${rules.map(row).join('')}\n`;
const wanted = readme.slice(0, begin + BEGIN.length) + table + readme.slice(end);
if (wanted !== readme) {
  if (process.argv.includes('--check')) {
    console.error('The rule table of README.md is stale: run `npm run generate`.');
    process.exitCode = 1;
  } else {
    writeFileSync(target, wanted);
  }
}
