import { escaped, present, versionIn, workspaceFolders, type LockedPackage, type ReadLock } from './locked-package.js';

/** `bun.lock`: `"name": ["name@1.2.3", …]`; with the name of who asked in front where versions differ. */
export const readBunLock: ReadLock = (text, names) => {
  const folders = workspaceFolders(text);
  const packages = present(text, names).flatMap((name) => {
    const own = escaped(name);
    const entry = new RegExp(`^\\s+"(?<by>[^"\\n]*/)?${own}": \\["${own}@(?<version>\\d[\\w.+-]*)"`, 'dgm');
    return [...text.matchAll(entry)].flatMap((match): readonly LockedPackage[] => {
      const found = versionIn(match);
      const folder = match.groups?.['by'] === undefined ? '' : undefined;
      return found === undefined ? [] : [{ name, ...found, folder, asked: undefined }];
    });
  });
  return { packages, covers: (folder) => folders.has(folder) };
};
