import { createHash } from 'node:crypto';
import { TOO_LARGE, type Disk, type FileBytes, type FileStat, type FolderEntry } from '../workspace/disk.js';

/**
 * Everything that a run learned from the disk, by absolute path, as JSON. As long as each question would be answered the same, a
 * run that depends on nothing else gives the same result.
 */
export interface Inputs {
  readonly files: readonly FileInput[];
  /** What there was at a path, without its content. */
  readonly kinds: readonly (readonly [path: string, kind: FileStat['kind'] | null])[];
  /** Digests of what stands in folders; null: no folder. */
  readonly folders: readonly (readonly [path: string, entries: string | null])[];
  readonly links: readonly (readonly [path: string, target: string | null])[];
}

/** A file and what it was when it was read. Without a digest there was no file; the signature of one that may still change is 0. */
type FileInput = readonly [path: string, digest?: string, size?: number, modified?: number, changed?: number];

export interface RecordingDisk extends Disk {
  /** Undefined if the disk gave different answers to the same question, or could not be read. */
  inputs(): Inputs | undefined;
}

/** A file that changes twice within this many milliseconds may look unchanged to its file system. */
const CLOCK_GRAIN = 2000;

/** Reads the disk and writes down what it was asked. `started` is the time of the first question, in milliseconds. */
export function recordingDisk(disk: Disk, started: number): RecordingDisk {
  const files = new Map<string, FileInput>();
  const kinds = new Map<string, FileStat['kind'] | null>();
  const folders = new Map<string, string | null>();
  const links = new Map<string, string | null>();
  let doubtful = false;

  const note = <T>(answers: Map<string, T>, path: string, answer: T): void => {
    if (answers.has(path) && answers.get(path) !== answer) doubtful = true;
    answers.set(path, answer);
  };

  return {
    stat(path) {
      const stat = disk.stat(path);
      note(kinds, path, stat?.kind ?? null);
      return stat;
    },
    read(file, most) {
      // Before the bytes: a change in between shows as a signature that is too old.
      const stat = disk.stat(file);
      const read = disk.read(file, most);
      const digest = digestOf(read, most);
      if (read !== undefined && digest === undefined) doubtful = true;
      const known = files.get(file);
      if (known === undefined)
        files.set(file, digest === undefined ? [file] : [file, digest, ...signature(stat, started)]);
      else if (known[1] !== digest) doubtful = true;
      return read;
    },
    entries(folder) {
      const entries = disk.entries(folder);
      if (entries !== undefined && 'error' in entries) doubtful = true;
      note(folders, folder, namesDigest(entries));
      return entries;
    },
    realPath(path) {
      const target = disk.realPath(path);
      note(links, path, target ?? null);
      return target;
    },
    inputs: () =>
      doubtful
        ? undefined
        : { files: [...files.values()], kinds: [...kinds], folders: [...folders], links: [...links] },
  };
}

/** Of more changed files it does not matter which they are. */
const MOST_CHANGED = 50;

export interface Comparison {
  readonly same: boolean;
  /** The inputs with what files look like now, where that is different. */
  readonly renewed: Inputs | undefined;
  /** Files with other content, if that is all that is different. */
  readonly changed?: readonly string[];
}

/** Whether the disk still gives the recorded answers. */
export function compareInputs(inputs: Inputs, disk: Disk, now: number): Comparison {
  const different: Comparison = { same: false, renewed: undefined };
  for (const [path, kind] of inputs.kinds) if ((disk.stat(path)?.kind ?? null) !== kind) return different;
  for (const [path, target] of inputs.links) if ((disk.realPath(path) ?? null) !== target) return different;
  for (const [path, entries] of inputs.folders) if (namesDigest(disk.entries(path)) !== entries) return different;
  let touched = false;
  const changed: string[] = [];
  const files: FileInput[] = [];
  for (const input of inputs.files) {
    const [path, digest, size, modified, change] = input;
    const stat = disk.stat(path);
    if (digest === undefined) {
      if (stat?.kind === 'file') return different;
      files.push(input);
    } else if (stat?.kind === 'file' && stat.size === size && stat.modified === modified && stat.changed === change) {
      files.push(input);
    } else {
      const digestNow = stat?.kind === 'file' ? digestAs(digest, path, stat, disk) : undefined;
      if (digestNow === undefined || changed.length > MOST_CHANGED) return different;
      if (digestNow !== digest) changed.push(path);
      touched = true;
      files.push([path, digestNow, ...signature(stat, now)]);
    }
  }
  const renewed = touched ? { ...inputs, files } : undefined;
  return changed.length === 0 ? { same: true, renewed } : { same: false, renewed, changed };
}

/** As git does with its index: what changed just now may change again without looking different. */
function signature(
  stat: FileStat | undefined,
  now: number,
): readonly [size: number, modified: number, changed: number] {
  if (stat === undefined || Math.max(stat.modified, stat.changed) > now - CLOCK_GRAIN) return [0, 0, 0];
  return [stat.size, stat.modified, stat.changed];
}

/** Files that are too large are not read: all that counts is that they are. */
function digestOf(read: FileBytes | undefined, most: number | undefined): string | undefined {
  if (read === undefined) return undefined;
  if ('bytes' in read) return digest(read.bytes);
  return read.error === TOO_LARGE ? `>${most ?? ''}` : undefined;
}

/** The digest of what a file holds now; undefined if it cannot be told in the way of the known one. */
function digestAs(known: string, path: string, stat: FileStat, disk: Disk): string | undefined {
  if (known.startsWith('>')) return stat.size > Number(known.slice(1)) ? known : undefined;
  return digestOf(disk.read(path), undefined);
}

/** Products of other tools that no analysis looks at, so that writing one is no change. */
const BYPRODUCT = /\.(?:sarif|log|lcov|tmp|swp)$|^\.DS_Store$|~$/i;

function namesDigest(entries: readonly FolderEntry[] | { readonly error: string } | undefined): string | null {
  if (entries === undefined || 'error' in entries) return null;
  const names = entries.filter(({ name, kind }) => kind !== 'file' || !BYPRODUCT.test(name));
  return digest(
    names
      .map(({ name, kind }) => `${kind} ${name}`)
      .sort()
      .join('\0'),
  );
}

function digest(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('base64url').slice(0, 22);
}
