import fs from 'node:fs';

/**
 * What leashlint reads of a disk. Everything that an analysis learns from it goes through one of these, so that a cache
 * can write down what an answer rests on. Paths are absolute. What is not there is `undefined`; links are followed.
 */
export interface Disk {
  stat(path: string): FileStat | undefined;
  /** The bytes of a file of at most `most` bytes. */
  read(file: string, most?: number): FileBytes | undefined;
  /** What stands in a folder, or why nobody can tell. */
  entries(folder: string): readonly FolderEntry[] | { readonly error: string } | undefined;
  realPath(path: string): string | undefined;
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Milliseconds of the last change of the content, and of content or owner, mode and name. */
  readonly modified: number;
  readonly changed: number;
}

export type FileBytes = { readonly bytes: Buffer } | { readonly error: string };

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export const TOO_LARGE = 'too large';

export const plainDisk: Disk = {
  stat(path) {
    const stat = statOf(path);
    if (stat === undefined) return undefined;
    const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    return { kind, size: stat.size, modified: stat.mtimeMs, changed: stat.ctimeMs };
  },
  read(file, most = Infinity) {
    try {
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      if (stat?.isFile() !== true) return undefined;
      if (stat.size > most) return { error: TOO_LARGE };
      return { bytes: fs.readFileSync(file) };
    } catch (error) {
      return { error: unreadable(error) };
    }
  },
  entries(folder) {
    try {
      return fs.readdirSync(folder, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
      }));
    } catch (error) {
      return isAbsence(error) ? undefined : { error: unreadable(error) };
    }
  },
  realPath(path) {
    try {
      return fs.realpathSync(path);
    } catch {
      return undefined;
    }
  },
};

/** A link that leads nowhere and a folder that nobody may enter are not there either. */
function statOf(path: string): fs.Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function unreadable(error: unknown): string {
  return error instanceof Error && 'code' in error ? `unreadable (${String(error.code)})` : 'unreadable';
}
