import { posix } from 'node:path';
import { readBunLock } from './bun-lock.js';
import type { Lock, ReadLock } from './locked-package.js';
import { readPackageLock } from './package-lock.js';
import { readPnpmLock } from './pnpm-lock.js';
import { readPythonLock } from './python-lock.js';
import { readYarnLock } from './yarn-lock.js';

const READERS: Readonly<Record<string, ReadLock>> = {
  'npm-shrinkwrap.json': readPackageLock,
  'package-lock.json': readPackageLock,
  'pnpm-lock.yaml': readPnpmLock,
  'yarn.lock': readYarnLock,
  'bun.lock': readBunLock,
  'uv.lock': readPythonLock,
  'poetry.lock': readPythonLock,
  'pdm.lock': readPythonLock,
  'pylock.toml': readPythonLock,
  'Pipfile.lock': readPythonLock,
};

/** Lock files by registry, in the order in which they are looked for in one folder. */
export const lockNames = {
  npm: ['npm-shrinkwrap.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'],
  PyPI: ['uv.lock', 'poetry.lock', 'pdm.lock', 'pylock.toml', 'Pipfile.lock'],
} as const;

/** What a lock file says about some packages; undefined if nothing is known about files of its name. */
export function readLock(path: string, text: string, names: readonly string[]): Lock | undefined {
  return READERS[posix.basename(path)]?.(text, names);
}
