import { escaped, matchesInLines, versionIn, type Lock, type LockedPackage, type ReadLock } from './locked-package.js';

/** `package-lock.json` of npm: `packages` by where they are installed, or a tree of `dependencies` before version 7. */
export const readPackageLock: ReadLock = (text, names) =>
  /"packages"\s*:\s*\{/.test(text) ? byPlace(text, names) : byTree(text, names);

const FOLDER = 'node_modules/';

function byPlace(text: string, names: readonly string[]): Lock {
  const packages = names.flatMap((name) => {
    const entry = new RegExp(
      `\\s*"(?<place>[^"\\n]*${FOLDER})${escaped(name)}"\\s*:\\s*\\{(?<before>[^{}]*?)"version"\\s*:\\s*"(?<version>[^"]+)"`,
      'dy',
    );
    return [...matchesInLines(text, `${FOLDER}${name}"`, entry)].flatMap((match): readonly LockedPackage[] => {
      const found = versionIn(match);
      // An alias: the package that is installed has another name.
      if (found === undefined || match.groups?.['before']?.includes('"name"') === true) return [];
      const place = (match.groups?.['place'] ?? '').slice(0, -FOLDER.length);
      const folder = place.includes(FOLDER) ? undefined : place.replace(/\/$/, '');
      return [{ name, ...found, folder, asked: undefined }];
    });
  });
  const folders = linkedFolders(text);
  return { packages, covers: (folder) => folder === '' || folders.has(folder) };
}

/** Packages of the workspace are links to their folders. */
function linkedFolders(text: string): ReadonlySet<string> {
  const link = /\s*"link"\s*:\s*true/y;
  const links = [...matchesInLines(text, '"link"', link)];
  return new Set(
    links.flatMap(({ index }) => {
      const entry = text.slice(text.lastIndexOf('{', index), text.indexOf('}', index));
      return /"resolved"\s*:\s*"([^"]+)"/.exec(entry)?.[1] ?? [];
    }),
  );
}

/** What is least indented is what the manifest asked for. */
function byTree(text: string, names: readonly string[]): Lock {
  const packages = names.flatMap((name) => {
    const entry = new RegExp(
      `(?<indent>[ \\t]*)"${escaped(name)}"\\s*:\\s*\\{\\s*"version"\\s*:\\s*"(?<version>[^"]+)"`,
      'dy',
    );
    const all = [...matchesInLines(text, `"${name}"`, entry)];
    const least = Math.min(...all.map(({ groups }) => groups?.['indent']?.length ?? 0));
    return all.flatMap((match): readonly LockedPackage[] => {
      const found = versionIn(match);
      const folder = match.groups?.['indent']?.length === least ? '' : undefined;
      return found === undefined ? [] : [{ name, ...found, folder, asked: undefined }];
    });
  });
  return { packages, covers: (folder) => folder === '' };
}
