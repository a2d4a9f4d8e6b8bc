import { escaped, matchesInLines, versionIn, type LockedPackage, type ReadLock } from './locked-package.js';

/** `bun.lock`: `"name": ["name@1.2.3", …]`; with the name of who asked in front where versions differ. */
export const readBunLock: ReadLock = (text, names) => {
  const packages = names.flatMap((name) => {
    const own = escaped(name);
    const entry = new RegExp(`\\s*"(?<by>[^"\\n]*/)?${own}": \\["${own}@(?<version>\\d[\\w.+-]*)"`, 'dy');
    return [...matchesInLines(text, `["${name}@`, entry)].flatMap((match): readonly LockedPackage[] => {
      const found = versionIn(match);
      const folder = match.groups?.['by'] === undefined ? '' : undefined;
      return found === undefined ? [] : [{ name, ...found, folder, asked: undefined }];
    });
  });
  const workspaces = text.slice(0, Math.max(0, text.indexOf('"packages":')));
  const folders = new Set([...workspaces.matchAll(/^\s+"([^"\n]*)": \{/gm)].map((match) => match[1]));
  return { packages, covers: (folder) => folder === '' || folders.has(folder) };
};
