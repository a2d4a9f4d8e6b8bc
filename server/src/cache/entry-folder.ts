import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Named texts on disk that may vanish at any time. Any number of processes may use one folder. */
export interface EntryFolder {
  /** The text that was stored under a name; undefined if there is none or if it is damaged. */
  read(name: string): string | undefined;
  /** Does nothing where nothing can be written. */
  write(name: string, text: string): void;
  /** Removes what has not been asked for longest until the folder is below its bound. Cheap when little was written. */
  tidy(): void;
  /** Why nothing is stored, once that is known. */
  readonly refused: string | undefined;
}

export interface EntryFolderOptions {
  /** Absolute. Made when the first entry is written. */
  readonly folder: string;
  /** Most bytes of all entries together. */
  readonly most: number;
}

const SUFFIX = '.entry';
const CHECKSUM = 32;
const DAY = 24 * 60 * 60 * 1000;
/** The folder is looked through after so many new entries, or once a day. */
const MANY_WRITES = 50;
const MARK = 'tidied';
/** Removing down to less than the bound keeps the next runs from removing again. */
const KEPT_SHARE = 0.75;

/** Names must be fit for file names. An entry is a file: written beside its place, then renamed, so that nobody sees half of one. */
export function createEntryFolder({ folder, most }: EntryFolderOptions): EntryFolder {
  const pathOf = (name: string): string => path.join(folder, name + SUFFIX);
  let written = 0;
  let refused: string | undefined;

  return {
    get refused() {
      return refused;
    },
    read(name) {
      const file = pathOf(name);
      let bytes: Buffer;
      try {
        bytes = fs.readFileSync(file);
      } catch {
        return undefined;
      }
      const body = bytes.subarray(CHECKSUM);
      if (bytes.toString('latin1', 0, CHECKSUM) === checksum(body)) {
        touch(file);
        return body.toString('utf8');
      }
      remove(file);
      return undefined;
    },
    write(name, text) {
      if (refused !== undefined) return;
      const body = Buffer.from(text, 'utf8');
      const file = pathOf(name);
      const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
      try {
        if (written === 0) fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(temporary, Buffer.concat([Buffer.from(checksum(body), 'latin1'), body]));
        fs.renameSync(temporary, file);
        written++;
      } catch (error) {
        remove(temporary);
        // Windows refuses to replace a file that another process reads; everything else will not get better.
        if (codeOf(error) !== 'EPERM' || written === 0) refused = codeOf(error);
      }
    },
    tidy() {
      if (written === 0) return;
      const mark = path.join(folder, MARK);
      const last = fs.statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (written < MANY_WRITES && Date.now() - last < DAY) return;
      try {
        fs.writeFileSync(mark, '');
        removeOldest(folder, most);
      } catch {
        // Another process tidies at the same time.
      }
    },
  };
}

/** Leftovers of processes that ended in the middle count as entries, and are the oldest some day. */
function removeOldest(folder: string, most: number): void {
  const entries = fs.readdirSync(folder).flatMap((name) => {
    if (name === MARK) return [];
    const file = path.join(folder, name);
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    return stat?.isFile() === true ? [{ file, size: stat.size, used: stat.mtimeMs }] : [];
  });
  let total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total <= most) return;
  for (const { file, size } of entries.sort((a, b) => a.used - b.used)) {
    if (total <= most * KEPT_SHARE) return;
    remove(file);
    total -= size;
  }
}

/** An entry's time is that of its last use, to the day: that is as exact as removing needs it. */
function touch(file: string): void {
  try {
    const now = Date.now();
    if (now - fs.statSync(file).mtimeMs > DAY) fs.utimesSync(file, now / 1000, now / 1000);
  } catch {
    // A cache that may only be read serves as well.
  }
}

function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // The same.
  }
}

function checksum(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, CHECKSUM);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
