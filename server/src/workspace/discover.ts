import path from 'node:path';
import { plainDisk, type Disk, type FolderEntry } from './disk.js';
import { excludedByName, isExcludedFolder } from './excludes.js';
import { extendChain, isIgnored, type IgnoreChain } from './ignore-chain.js';
import { join, relativeTo, toPosix } from '../path.js';

export interface Discovery {
  /** Workspace paths, sorted. */
  readonly files: readonly string[];
  /** Reason → number of files (folders count once) that were left out. */
  readonly skipped: ReadonlyMap<string, number>;
}

export interface DiscoverOptions {
  /** Absolute. */
  readonly root: string;
  readonly wanted: (path: string) => boolean;
  /** Files and folders that the user named: listed even if an ignore file covers them. */
  readonly named?: readonly string[];
  readonly disk?: Disk;
}

/**
 * Walks a workspace. Ignore files (`.gitignore`, `.ignore`) hold at every level, those of enclosing folders of the
 * same repository too. A link to a folder inside the root is not followed, as the folder is listed under its own name; one that
 * leads outside is followed once, so cycles end.
 */
export function discover({ root, wanted, named, disk = plainDisk }: DiscoverOptions): Discovery {
  const files = new Set<string>();
  const skipped = new Map<string, number>();
  const visited = new Set<string>();
  const skip = (reason: string): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1);

  const walked = new Set<string>();

  const walk = (folder: string, above: IgnoreChain): void => {
    if (walked.has(folder)) return;
    walked.add(folder);
    const entries = disk.entries(path.join(root, folder));
    if (entries === undefined || 'error' in entries) {
      skip('unreadable folder');
      return;
    }
    const chain = withIgnoreFiles(above, disk, root, folder, entries);
    for (const entry of entries) {
      const file = join(folder, entry.name);
      const kind = entry.kind === 'link' ? linkKind(disk, root, file, visited) : entry.kind;
      if (kind === 'folder') {
        if (isExcludedFolder(folder, entry.name)) skip('excluded folder');
        else if (isIgnored(chain, file + '/')) skip('ignored');
        else walk(file, chain);
      } else if (kind === 'file' && wanted(file)) {
        const reason = excludedByName(file);
        if (reason !== undefined) skip(reason);
        else if (isIgnored(chain, file)) skip('ignored');
        else files.add(file);
      }
    }
  };

  for (const start of ['', ...(named ?? [])]) {
    const kind = disk.stat(path.join(root, start))?.kind;
    if (kind === 'file') files.add(start);
    if (kind === 'folder') walk(start, inherited(disk, root, start));
  }
  return { files: [...files].sort(), skipped };
}

function withIgnoreFiles(
  chain: IgnoreChain,
  disk: Disk,
  root: string,
  folder: string,
  entries: readonly FolderEntry[],
): IgnoreChain {
  let out = chain;
  for (const name of ['.gitignore', '.ignore']) {
    if (!entries.some((entry) => entry.name === name)) continue;
    const text = readIfPossible(disk, path.join(root, folder, name));
    if (text !== undefined) out = extendChain(out, folder, text);
  }
  return out;
}

/** Ignore files of the folders above `start`, up to the top of the repository. One that covers `start` itself is left out. */
function inherited(disk: Disk, root: string, start: string): IgnoreChain {
  const top = repositoryTop(disk, root);
  let chain: IgnoreChain = [];
  for (const folder of foldersBetween(top, root)) {
    const text = readIfPossible(disk, path.join(folder, '.gitignore'));
    const prefix = toPosix(path.relative(folder, root));
    if (text !== undefined) chain = extendChain(chain, '', text, prefix);
  }
  for (const folder of start === '' ? [] : ancestors(start)) {
    const text = readIfPossible(disk, path.join(root, folder, '.gitignore'));
    if (text !== undefined) chain = extendChain(chain, folder, text);
  }
  return isIgnored(chain, start + '/') ? [] : chain;
}

function repositoryTop(disk: Disk, root: string): string {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (disk.stat(path.join(folder, '.git')) !== undefined) return folder;
    if (path.dirname(folder) === folder) return root;
  }
}

/** From `top` down to the parent of `bottom`. */
function foldersBetween(top: string, bottom: string): string[] {
  const out: string[] = [];
  for (let folder = bottom; folder !== top;) {
    folder = path.dirname(folder);
    out.unshift(folder);
  }
  return out;
}

/** Folders above a workspace path, outermost (the root) first. */
function ancestors(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, index).join('/'));
}

function linkKind(disk: Disk, root: string, file: string, visited: Set<string>): FolderEntry['kind'] | undefined {
  const target = disk.realPath(path.join(root, file));
  const top = disk.realPath(root);
  if (target === undefined || top === undefined) return undefined;
  const overlaps = (seen: string): boolean =>
    relativeTo(seen, target) !== undefined || relativeTo(target, seen) !== undefined;
  if (relativeTo(top, target) !== undefined || [...visited].some(overlaps)) return undefined;
  visited.add(target);
  return disk.stat(target)?.kind;
}

function readIfPossible(disk: Disk, absolute: string): string | undefined {
  const read = disk.read(absolute);
  return read !== undefined && 'bytes' in read ? read.bytes.toString('utf8') : undefined;
}
