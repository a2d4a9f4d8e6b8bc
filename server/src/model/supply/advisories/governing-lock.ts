import { posix } from 'node:path';
import type { Ecosystem } from '@leashlint/rules';
import type { Program } from '../../../program/program.js';
import type { Lock, LockedPackage } from '../../../program/locks/locked-package.js';
import { lockNames } from '../../../program/locks/read-lock.js';
import type { DeclaredPackage } from '../../../program/manifests/declared-package.js';

export interface GoverningLock {
  readonly path: string;
  readonly lock: Lock;
  /** Folder of the manifest below that of the lock file. */
  readonly folder: string;
}

/** The nearest lock file that says what a manifest gets. */
export function governingLock(
  program: Program,
  manifest: string,
  ecosystem: Ecosystem,
  names: readonly string[],
): GoverningLock | undefined {
  const own = posix.dirname(manifest);
  for (let at = own; ; at = posix.dirname(at)) {
    for (const name of lockNames[ecosystem]) {
      const path = posix.join(at, name);
      const lock = program.lock(path, names);
      const folder = posix.relative(at, own);
      if (lock?.covers(folder) === true) return { path, lock, folder };
    }
    if (at === '.') return undefined;
  }
}

/** The versions that a lock file has for what a manifest asks for. Several where they differ by platform. */
export function lockedVersions(
  { lock, folder }: GoverningLock,
  { name, asked }: Pick<DeclaredPackage, 'name' | 'asked'>,
): readonly LockedPackage[] {
  const all = lock.packages.filter((each) => each.name === name);
  const answers = all.filter((each) => each.asked?.includes(asked));
  if (answers.length > 0) return answers;
  for (let at = folder; ; at = posix.dirname(at)) {
    const top = at === '' || at === '.';
    const here = all.filter((each) => each.folder === (top ? '' : at));
    if (here.length > 0 || top) return here;
  }
}
