import { matchesInLines, versionIn, type LockedPackage, type ReadLock } from './locked-package.js';

/** `yarn.lock`, classic or of Yarn 2 and later: each version with everything that asked for it. */
export const readYarnLock: ReadLock = (text, names) => ({
  packages: names.flatMap((name) => {
    const entry = /(?! )(?<head>"?[^\n]+):[ \t\r]*\n\s+version:? "?(?<version>\d[\w.+-]*)/dy;
    return [...matchesInLines(text, `${name}@`, entry)].flatMap((match): readonly LockedPackage[] => {
      const found = versionIn(match);
      const asked = requests(match.groups?.['head'] ?? '', name);
      return found === undefined || asked.length === 0 ? [] : [{ name, ...found, folder: undefined, asked }];
    });
  }),
  // A request that stands in the file is answered there, whoever makes it.
  covers: () => true,
});

/** The ranges of one package in `"a@^1", "a@^1.2"` or `"a@npm:^1, a@npm:^1.2"`. */
function requests(head: string, name: string): readonly string[] {
  const start = `${name}@`;
  return head
    .split(/",\s*"|,\s*(?=@?[a-z][\w./-]*@)/)
    .map((each) => each.replaceAll('"', '').trim())
    .filter((each) => each.startsWith(start) && !/@(?:patch|workspace|portal|link|file):/.test(each))
    .map((each) => each.slice(start.length).replace(/^npm:/, ''));
}
