import { escaped, matchesInLines, versionIn, type Lock, type LockedPackage, type ReadLock } from './locked-package.js';

/** `pnpm-lock.yaml`: what each folder asks for and gets, then all packages. Versions 5 to 9. */
export const readPnpmLock: ReadLock = (text, names): Lock => {
  const found = names.filter((name) => text.includes(name));
  const importers = section(text, 'importers');
  const folders = importers === undefined ? undefined : foldersOf(text, importers);
  const own = found.flatMap((name) =>
    (folders ?? [{ folder: '', start: 0, end: startOf(text, 'packages') ?? text.length }]).flatMap((place) =>
      askedBy(text, name, place),
    ),
  );
  const start = startOf(text, 'packages');
  const all = start === undefined ? [] : found.flatMap((name) => listed(text, name, start));
  return {
    packages: [...own, ...all],
    covers: (folder) => folders?.some((each) => each.folder === folder) ?? folder === '',
  };
};

/** What comes behind it names the versions of peers. */
const VERSION = '(?<version>\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?)';

interface Place {
  readonly folder: string;
  readonly start: number;
  readonly end: number;
}

function startOf(text: string, key: string): number | undefined {
  const match = new RegExp(`^${key}:`, 'm').exec(text);
  return match?.index;
}

function section(text: string, key: string): { readonly start: number; readonly end: number } | undefined {
  const start = startOf(text, key);
  if (start === undefined) return undefined;
  const next = /^\w/gm;
  next.lastIndex = start + 1;
  return { start, end: next.exec(text)?.index ?? text.length };
}

function foldersOf(text: string, { start, end }: { readonly start: number; readonly end: number }): readonly Place[] {
  const heads = [...text.slice(start, end).matchAll(/^ {2}(?! )(?:'([^']+)'|"([^"]+)"|([^\s:][^:\n]*)):[ \t\r]*$/gm)];
  return heads.map((match, index) => ({
    folder: (match[1] ?? match[2] ?? match[3] ?? '').replace(/^\.\/?/, ''),
    start: start + match.index,
    end: start + (heads[index + 1]?.index ?? end - start),
  }));
}

/** `name:` with `version:` among the next lines, or `name: version`; never the list of `specifiers`. */
function askedBy(text: string, name: string, { folder, start, end }: Place): readonly LockedPackage[] {
  const entry = new RegExp(
    `\\s+['"]?${escaped(name)}['"]?:(?:\\s*\\n\\s+specifier:[^\\n]*\\n\\s+version:)? *['"]?${VERSION}`,
    'dy',
  );
  const list = /^( *)specifiers:[^\n]*\n(?:\1 {2}[^\n]*\n)*/m.exec(text.slice(start, end));
  const asked = list === null ? [0, 0] : [start + list.index, start + list.index + list[0].length];
  return [...matchesInLines(text, name, entry, [start, end])].flatMap((match): readonly LockedPackage[] => {
    const found = versionIn(match);
    const isAsked = match.index >= (asked[0] ?? 0) && match.index < (asked[1] ?? 0);
    return found === undefined || isAsked ? [] : [{ name, ...found, folder, asked: undefined }];
  });
}

/** `'@scope/name@1.2.3(peer)':`, `/name@1.2.3:` or `/name/1.2.3:`. */
function listed(text: string, name: string, start: number): readonly LockedPackage[] {
  const entry = new RegExp(` {2}['"]?/?${escaped(name)}[@/]${VERSION}[^:\\n]*:`, 'dy');
  return [...matchesInLines(text, name, entry, [start, text.length])].flatMap((match): readonly LockedPackage[] => {
    const found = versionIn(match);
    return found === undefined ? [] : [{ name, ...found, folder: undefined, asked: undefined }];
  });
}
