import type { Ecosystem } from '@leashlint/rules';
import type { Program } from '../../../program/program.js';
import type { Lock, LockedPackage } from '../../../program/locks/locked-package.js';
import { lockNames } from '../../../program/locks/read-lock.js';
import type { DeclaredPackage } from '../../../program/manifests/declared-package.js';
import { directoryOf, join } from '../../../workspace/path.js';

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
  const own = directoryOf(manifest);
  for (let at = own; ; at = directoryOf(at)) {
    for (const name of lockNames[ecosystem]) {
      const path = join(at, name);
      const lock = program.lock(path, names);
      const folder = at === '' ? own : own.slice(at.length + 1);
      if (lock?.covers(folder) === true) return { path, lock, folder };
    }
    if (at === '') return undefined;
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
  for (let at = folder; ; at = directoryOf(at)) {
    const here = all.filter((each) => each.folder === at);
    if (here.length > 0 || at === '') return here;
  }
}
