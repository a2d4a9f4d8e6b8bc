import {
  escaped,
  present,
  versionIn,
  workspaceFolders,
  type Lock,
  type LockedPackage,
  type ReadLock,
} from './locked-package.js';

/** `package-lock.json` of npm: `packages` by where they are installed, or a tree of `dependencies` before version 7. */
export const readPackageLock: ReadLock = (text, names) => {
  const found = present(text, names);
  return /"packages"\s*:\s*\{/.test(text) ? byPlace(text, found) : byTree(text, found);
};

const FOLDER = 'node_modules/';

function byPlace(text: string, names: readonly string[]): Lock {
  const packages = names.flatMap((name) => {
    const entry = new RegExp(
      `"(?<place>[^"\\n]*${FOLDER})${escaped(name)}"\\s*:\\s*\\{[^{}]*?"version"\\s*:\\s*"(?<version>[^"]+)"(?<rest>[^{}]*)`,
      'dg',
    );
    return [...text.matchAll(entry)].flatMap((match): readonly LockedPackage[] => {
      const found = versionIn(match);
      // An alias: the package that is installed has another name.
      if (found === undefined || /"name"\s*:/.test(match[0].slice(0, match[0].indexOf('"version"')))) return [];
      const place = (match.groups?.['place'] ?? '').slice(0, -FOLDER.length);
      const folder = place.includes(FOLDER) ? undefined : place.replace(/\/$/, '');
      return [{ name, ...found, folder, asked: undefined }];
    });
  });
  const folders = workspaceFolders(text);
  return { packages, covers: (folder) => folders.has(folder) };
}

/** What is least indented is what the manifest asked for. */
function byTree(text: string, names: readonly string[]): Lock {
  const packages = names.flatMap((name) => {
    const entry = new RegExp(
      `^(?<indent>[ \\t]*)"${escaped(name)}"\\s*:\\s*\\{\\s*"version"\\s*:\\s*"(?<version>[^"]+)"`,
      'dgm',
    );
    const all = [...text.matchAll(entry)];
    const least = Math.min(...all.map(({ groups }) => groups?.['indent']?.length ?? 0));
    return all.flatMap((match): readonly LockedPackage[] => {
      const found = versionIn(match);
      const folder = match.groups?.['indent']?.length === least ? '' : undefined;
      return found === undefined ? [] : [{ name, ...found, folder, asked: undefined }];
    });
  });
  return { packages, covers: (folder) => folder === '' };
}
