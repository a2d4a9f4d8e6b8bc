import { posix } from 'node:path';
import type { ProgramHost } from './program.js';

/** Finds the folder of the nearest manifest, of whatever language, at or above a file; the root, `''`, if there is none. */
export function createPackageFolders(
  host: Pick<ProgramHost, 'manifests' | 'pythonProjects'>,
): (file: string) => string {
  let folders: ReadonlySet<string> | undefined;
  return (file) => {
    folders ??= new Set([
      ...host.manifests().map((manifest) => posix.dirname(manifest)),
      ...(host.pythonProjects?.() ?? []),
    ]);
    let folder = posix.dirname(file);
    while (folder !== '.' && !folders.has(folder)) folder = posix.dirname(folder);
    return folder === '.' ? '' : folder;
  };
}
