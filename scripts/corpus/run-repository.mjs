import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { measure } from '../../bench/measure.mjs';

/**
 * A finding as it is compared: `fingerprint` stays the same when code around it moves.
 * @typedef {{ rule: string, fingerprint: string, place: string, message: string }} Found
 */

/**
 * What leashlint said about one repository, and what that took. `failure` is set when it said nothing.
 * @typedef {{
 *   name: string,
 *   lines: number,
 *   findings: readonly Found[],
 *   problems: readonly { kind: string, text: string }[],
 *   cost: import('../../bench/measure.mjs').Cost | undefined,
 *   failure: string | undefined,
 * }} RepositoryRun
 */

/**
 * @param {string} cli the built command line
 * @param {string} folder
 * @param {string} preset
 * @returns {Promise<RepositoryRun>}
 */
export async function runRepository(cli, folder, preset) {
  const name = path.basename(folder);
  const lines = linesOfCode(folder);
  const args = [
    cli,
    'check',
    '.',
    '--format',
    'json',
    '--preset',
    preset,
    '--exit-zero',
    '--allow-empty',
    '--no-cache',
  ];
  try {
    const { stdout, stderr: _, ...cost } = await measure(args, { cwd: folder });
    const report = JSON.parse(stdout);
    return {
      name,
      lines,
      findings: report.findings.filter(({ suppression }) => suppression === null).map(found),
      problems: report.problems.map(problem),
      cost,
      failure: undefined,
    };
  } catch (error) {
    return { name, lines, findings: [], problems: [], cost: undefined, failure: String(error.message).trim() };
  }
}

function found({ rule, fingerprint, file, start, message }) {
  return { rule, fingerprint, place: `${file}:${start.line}:${start.column}`, message };
}

function problem({ kind, message, file, start }) {
  return { kind, text: file === undefined ? message : `${file}:${start.line}: ${message}` };
}

const CODE = /\.(?:[cm]?[jt]s|[jt]sx|py)$/i;
const GENERATED = new Set(['node_modules', 'dist', 'build', 'out', 'vendor', '__pycache__']);

/** Lines of code that people wrote, roughly: the measure that findings are counted by. */
function linesOfCode(folder) {
  let lines = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!GENERATED.has(entry.name) && !entry.name.startsWith('.')) lines += linesOfCode(file);
    } else if (entry.isFile() && CODE.test(entry.name)) lines += lineBreaks(readFileSync(file));
  }
  return lines;
}

function lineBreaks(bytes) {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
