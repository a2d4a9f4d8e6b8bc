import type { Ecosystem } from '@leashlint/rules';
import { lockNames } from '../../program/locks/read-lock.js';
import type { Program, ProgramFile } from '../../program/program.js';
import { directoryOf, join } from '../../path.js';

/** The one version of a package that is installed for a file or that the nearest lock file above it has. */
export function shownVersion(
  program: Program,
  file: ProgramFile,
  ecosystem: Ecosystem,
  name: string,
): string | undefined {
  const installed = ecosystem === 'npm' ? program.installed(file.path, name) : undefined;
  if (installed !== undefined) return installed;
  for (let folder = directoryOf(file.path); ; folder = directoryOf(folder)) {
    for (const lockName of lockNames[ecosystem]) {
      const lock = program.lock(join(folder, lockName), [name]);
      const versions = new Set(lock?.packages.filter((each) => each.name === name).map(({ version }) => version));
      if (versions.size > 0) return versions.size === 1 ? [...versions][0] : undefined;
    }
    if (folder === '') return undefined;
  }
}
