import { distributionName } from '../distribution-name.js';
import { versionIn, type LockedPackage, type ReadLock } from './locked-package.js';

/** Locks of uv, Poetry, PDM and pip: `[[package]]` tables; the JSON of `Pipfile.lock`. */
export const readPythonLock: ReadLock = (text, names) => {
  const folders = new Set(['', ...[...text.matchAll(MEMBER)].map((match) => match[1] ?? '')]);
  return {
    packages: named(text, names).filter(({ name, own }) => !own && names.includes(name)),
    covers: (folder) => folders.has(folder),
  };
};

/** Every package of the lock. `own`: it comes from a folder, a repository or an address, so that its version says little. */
export function lockedInPython(text: string): readonly (LockedPackage & { readonly own: boolean })[] {
  return text.trimStart().startsWith('{') ? inJson(text) : inTables(text);
}

/** The tables of some packages, found by their names. */
function named(text: string, names: readonly string[]): readonly Entry[] {
  if (names.length === 0 || text.trimStart().startsWith('{')) return lockedInPython(text);
  const spelt = names.map((name) => name.replaceAll('-', '[-_.]+')).join('|');
  return [...text.matchAll(new RegExp(`^name = "(?:${spelt})"`, 'gim'))].flatMap(({ index }) => {
    const start = text.lastIndexOf('[[', index);
    const next = text.indexOf('\n[[', index);
    return inTables(text.slice(start, next < 0 ? text.length : next + 1)).map((entry) => ({
      ...entry,
      range: [entry.range[0] + start, entry.range[1] + start] as const,
    }));
  });
}

type Entry = ReturnType<typeof lockedInPython>[number];

const MEMBER = /^source\s*=\s*\{\s*(?:editable|virtual|directory)\s*=\s*"([^"]+)"/gm;
const FOREIGN =
  /^(?:source\s*=\s*\{\s*(?:editable|virtual|directory|git|path|url)\b|type\s*=\s*"(?:directory|git|file)"|(?:path|git|editable|directory|vcs)\s*=)/m;

function inTables(text: string): readonly Entry[] {
  const out: Entry[] = [];
  const table = /^\[\[packages?\]\][ \t]*\r?\n/gm;
  const heads = [...text.matchAll(table)];
  for (const [index, head] of heads.entries()) {
    const start = head.index + head[0].length;
    const body = text.slice(start, heads[index + 1]?.index ?? text.length);
    const name = /^name\s*=\s*"([^"]+)"/m.exec(body)?.[1];
    const match = /^version\s*=\s*"(?<version>[^"]+)"/dm.exec(body);
    const found = match === null ? undefined : versionIn(match);
    if (name === undefined || found === undefined) continue;
    const [from, to] = found.range;
    out.push({ ...entry(name, found.version, start + from, start + to), own: FOREIGN.test(body) });
  }
  return out;
}

function inJson(text: string): readonly Entry[] {
  return [...text.matchAll(/"([\w.-]+)":\s*\{[^{}]*?"version":\s*"==(?<version>[\w.+!-]+)"/dg)].flatMap((match) => {
    const found = versionIn(match);
    return found === undefined ? [] : [{ ...entry(match[1] ?? '', found.version, ...found.range), own: false }];
  });
}

function entry(name: string, version: string, start: number, end: number): LockedPackage {
  return { name: distributionName(name), version, range: [start, end], folder: '', asked: undefined };
}
