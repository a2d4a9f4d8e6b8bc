import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { EffectiveConfig } from '../../src/config/config.js';
import { defaultConfig } from '../../src/config/defaults.js';
import { createEngine } from '../../src/engine/create-engine.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import type { Engine } from '../../src/engine/engine.js';
import { repeatHearsay } from '../../src/engine/repeat-hearsay.js';
import { wantedFiles } from '../../src/engine/wanted-files.js';
import { pythonFrontEnd } from '../../src/frontends/python/front-end.js';
import { createMemoryHost, type MemoryHost } from '../../src/workspace/memory-host.js';
import { rulePages, textsOf } from '../rules/rule-pages.js';
import { randomEdit, randomFrom, type Random } from './random-edits.js';

const ROUNDS = 30;
const EDITS = 10;
const PROGRAMS = 4;

const wanted = wantedFiles(defaultParts);
await pythonFrontEnd.load?.();

const configs: readonly EffectiveConfig[] = [
  { ...defaultConfig, preset: 'strict' },
  { ...defaultConfig, preset: 'audit' },
  { ...defaultConfig, exclude: ['**/lib/**'] },
];

const samples = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../samples');

/** Projects of rule pages, and the samples. */
const programs: readonly Readonly<Record<string, string>>[] = [
  ...rulePages.flatMap(({ cases }) => cases.map(textsOf)),
  ...readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /^[\w-]+\/[\w-]+\/package\.json$/.test(file))
    .map((manifest) => filesBelow(path.join(samples, path.dirname(manifest)))),
];

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll(path.sep, '/'),
  );
  return Object.fromEntries(
    files
      .filter((file) => !/(?:^|\/)node_modules\//.test(file) && wanted(file))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

/** Some programs side by side, one of them at the root. */
function workspace(random: Random): Record<string, string> {
  const files: Record<string, string> = {};
  for (let count = 0; count < PROGRAMS; count++) {
    const folder = count === 0 ? '' : `apps/${String(count)}/`;
    for (const [file, text] of Object.entries(random.from(programs))) files[folder + file] = text;
    files[`${folder}plain/sum.ts`] = 'export function sum(a: number, b: number) {\n  return a + b;\n}\n';
    files[`${folder}plain/total.ts`] = "import { sum } from './sum';\nexport const total = [1, 2].reduce(sum);\n";
  }
  return files;
}

let spared = 0;

/** All that a report says but how long it took, and how much was read. */
function said(engine: Engine, config: EffectiveConfig): unknown {
  const report = engine.analyse({ config, today: '2026-01-01' });
  if (report === undefined) throw new Error('The analysis was cancelled');
  const { findings, problems, stats } = report;
  return { findings, problems, stats: { ...stats, timings: undefined, bytes: undefined } };
}

describe('an engine that was told what changed says what a new one says', () => {
  test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))('seed %i', (seed) => {
    const random = randomFrom(seed);
    const files = workspace(random);
    const host: MemoryHost = createMemoryHost(files, '/workspace', wanted);
    const engine = createEngine(host, defaultParts);
    let config = random.from(configs);
    const edits: string[] = [];
    let before: { readonly fresh: Engine; readonly text: unknown; readonly changed: readonly string[] } | undefined;
    for (let count = 0; count <= EDITS; count++) {
      const fresh = createEngine(host, defaultParts);
      const text = said(fresh, config);
      expect(said(engine, config), edits.join('\n')).toEqual(text);
      if (before !== undefined && repeatHearsay(host, defaultParts, before.changed, before.fresh.hearsay(), false)) {
        spared++;
        expect(text, edits.join('\n')).toEqual(before.text);
      }
      const known = new Set(Object.keys(files));
      const { changed, what } = randomEdit(random, files, host, programs);
      edits.push(what);
      engine.invalidate(changed);
      // The command line asks for hearsay only where no file came or went.
      const isContent = changed?.every((file) => known.has(file) && file in files) === true;
      before = isContent ? { fresh, text, changed } : undefined;
      if (random.below(12) !== 0) continue;
      config = random.from(configs);
      before = undefined;
    }
  });

  test('and some edits need no analysis at all', () => {
    expect(spared).toBeGreaterThan(10);
  });
});
