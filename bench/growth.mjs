import path from 'node:path';
import { measure } from './measure.mjs';
import { writeRepository } from './repository.mjs';
import { bytes, milliseconds, table } from './table.mjs';

/** Files of the generated repository per package of filler. */
const PER_PACKAGE = 65;

/**
 * Time and memory of a cold run as the generated repository grows: everything grows alike, agents too.
 * @param {{ cli: string, samples: string, work: string, sizes: readonly number[], runs: number }} options
 */
export async function growth({ cli, samples, work, sizes, runs }) {
  const rows = [];
  for (const size of sizes) {
    const folder = path.join(work, 'growing');
    const copies = Math.max(1, Math.round(size / 330));
    const made = writeRepository(folder, samples, { packages: Math.round((size * 0.8) / PER_PACKAGE), copies });
    const costs = [];
    for (let at = 0; at < runs; at++) {
      costs.push(await measure([cli, 'check', '--format', 'concise', '--no-cache'], { cwd: folder }));
    }
    const [best] = costs.sort((a, b) => a.cpu - b.cpu).slice(Math.floor(runs / 2));
    const thousands = made.files / 1000;
    rows.push([
      made.files.toLocaleString('en'),
      milliseconds(best.cpu),
      milliseconds(best.cpu / thousands),
      bytes(best.memory),
      bytes(best.memory / thousands),
    ]);
  }
  return table(['files', 'CPU', 'CPU per 1,000 files', 'peak memory', 'per 1,000 files'], rows);
}
