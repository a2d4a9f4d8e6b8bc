import path from 'node:path';
import { plainDisk, type Disk } from './disk.js';
import { toPosix } from '../path.js';

/** The folders above a root up to the top of its repository, nearest first, as relative paths; none outside of a repository. */
export function foldersAbove(root: string, disk: Disk = plainDisk): readonly string[] {
  const out: string[] = [];
  for (let folder = root; disk.stat(path.join(folder, '.git')) === undefined;) {
    folder = path.dirname(folder);
    if (path.dirname(folder) === folder) return [];
    out.push(toPosix(path.relative(root, folder)));
  }
  return out;
}

/** Text of a file named relative to the root; the path may lead above it. */
export function readAbove(root: string, file: string, disk: Disk = plainDisk): string | undefined {
  const read = disk.read(path.resolve(root, file));
  return read !== undefined && 'bytes' in read ? read.bytes.toString('utf8').replace(/^\uFEFF/, '') : undefined;
}
