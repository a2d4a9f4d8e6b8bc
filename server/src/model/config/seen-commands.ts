import type { Program } from '../../program/program.js';
import { readJson } from '../../program/workspace-packages.js';
import { directoryOf, join } from '../../path.js';

/** Scripts that look at the code or build it; what releases, deploys or goes on running is worth a question. */
const HARMLESS = /^(?:test|lint|build|compile|type-?check|types|check|format|fmt|unit)(?::[\w:-]+)?$/i;
const UNFIT = /release|deploy|publish|push|prod|watch|e2e|all|fix|update/i;
const MOST = 5;
const RUNS: readonly (readonly [lock: string, run: string])[] = [
  ['pnpm-lock.yaml', 'pnpm run'],
  ['yarn.lock', 'yarn run'],
  ['bun.lock', 'bun run'],
  ['bun.lockb', 'bun run'],
];

/** Commands that people run in the project of a file, as the scripts of the nearest `package.json` show them. */
export function seenCommands(program: Program, path: string): readonly string[] {
  for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
    const scripts = readJson(program, join(folder, 'package.json'))?.['scripts'];
    if (typeof scripts === 'object' && scripts !== null) {
      const names = Object.keys(scripts).filter((name) => HARMLESS.test(name) && !UNFIT.test(name));
      return names.slice(0, MOST).map((name) => `${runnerIn(program, folder)} ${name}`);
    }
    if (folder === '') return [];
  }
}

function runnerIn(program: Program, start: string): string {
  for (let folder = start; ; folder = directoryOf(folder)) {
    const run = RUNS.find(([lock]) => program.read(join(folder, lock)) !== undefined);
    if (run !== undefined) return run[1];
    if (folder === '') return 'npm run';
  }
}
