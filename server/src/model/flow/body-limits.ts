import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import type { Sighting } from '../catalogue/sightings.js';

/** Folders of packages whose servers are told how large a body may be. */
export function bodyLimits({ program, catalogue }: ModelContext, calls: readonly Sighting[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { ref, file, callee } of calls) {
    const limits = catalogue
      .match('bodyLimits', file, callee)
      .some(({ row }) => row.at === undefined || follow(program, ref, row.at).values.length > 0);
    if (limits) folders.add(program.packageFolder(file.path));
  }
  return folders;
}
