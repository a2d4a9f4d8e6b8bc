import fs from 'node:fs';
import path from 'node:path';
import type { EngineHost } from '../engine/engine.js';
import { decode, encode, type Encoding } from './decode.js';
import { discover, type Discovery } from './discover.js';
import { plainDisk, type Disk } from './disk.js';
import { isLockFile } from './dependency-files.js';
import { baseNameOf, directoryOf, normalize, toPosix } from '../path.js';

/** Larger files are not source that people write. */
const MAX_BYTES = 1024 * 1024;
/** Package managers write large ones. They are read where a manifest needs them, and never parsed as a whole. */
const MAX_LOCK_BYTES = 64 * MAX_BYTES;

export interface DiskHostOptions {
  /** Absolute path of the workspace folder. */
  readonly root: string;
  /** Whether a file is one to list, by its workspace path. */
  readonly wanted: (file: string) => boolean;
  /** Workspace paths that the user named: listed even if they are ignored. */
  readonly named?: readonly string[];
  /** Unsaved text by workspace path; read anew at every access, so it may change between analyses. */
  readonly overlay?: ReadonlyMap<string, string>;
  readonly disk?: Disk;
}

export interface DiskHost extends EngineHost {
  /** Writes text in the encoding that the file has on disk. */
  write(file: string, text: string): void;
}

export function createDiskHost({ root, wanted, named, overlay, disk = plainDisk }: DiskHostOptions): DiskHost {
  let discovery: Discovery | undefined;
  /** Names in a folder, exactly as on disk: `exists` must not accept another case on a forgiving file system. */
  let folders = new Map<string, ReadonlySet<string>>();

  const namesIn = (folder: string): ReadonlySet<string> => {
    let names = folders.get(folder);
    if (names === undefined) {
      const entries = disk.entries(path.join(root, folder));
      names = new Set(entries === undefined || 'error' in entries ? [] : entries.map(({ name }) => name));
      folders.set(folder, names);
    }
    return names;
  };

  return {
    root,
    list() {
      folders = new Map();
      discovery = discover({ root, wanted, disk, ...(named === undefined ? {} : { named }) });
      const unsaved = overlay !== undefined ? [...overlay.keys()].filter(wanted) : [];
      return unsaved.length === 0 ? discovery.files : [...new Set([...discovery.files, ...unsaved])].sort();
    },
    skipped: () => discovery?.skipped ?? new Map<string, number>(),
    exists(file) {
      const clean = normalize(file);
      if (clean === undefined) return false;
      if (overlay?.has(clean) === true) return true;
      // A folder that is not there has no names, so the probes of module resolution cost one read per folder.
      return clean === '' || (namesIn(directoryOf(clean)).has(baseNameOf(clean)) && parentExists(clean, namesIn));
    },
    read(file) {
      const clean = normalize(file);
      if (clean === undefined) return undefined;
      const unsaved = overlay?.get(clean);
      return unsaved === undefined ? readFile(disk, path.join(root, clean)) : { text: unsaved };
    },
    write(file, text) {
      const target = path.join(root, file);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, encode(text, encodingOf(target)));
    },
  };
}

function readFile(disk: Disk, absolute: string): ReturnType<EngineHost['read']> {
  const read = disk.read(absolute, isLockFile(toPosix(absolute)) ? MAX_LOCK_BYTES : MAX_BYTES);
  if (read === undefined || 'error' in read) return read;
  const decoded = decode(read.bytes);
  return decoded === undefined ? { error: 'binary' } : { text: decoded.text };
}

function encodingOf(absolute: string): Encoding {
  try {
    return decode(fs.readFileSync(absolute))?.encoding ?? 'utf8';
  } catch {
    return 'utf8';
  }
}

function parentExists(file: string, namesIn: (folder: string) => ReadonlySet<string>): boolean {
  const parent = directoryOf(file);
  return parent === '' || (namesIn(directoryOf(parent)).has(baseNameOf(parent)) && parentExists(parent, namesIn));
}
