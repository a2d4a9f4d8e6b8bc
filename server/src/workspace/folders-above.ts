import fs from 'node:fs';
import path from 'node:path';
import { toPosix } from './path.js';

/** The folders above a root up to the top of its repository, nearest first, as relative paths; none outside of a repository. */
export function foldersAbove(root: string): readonly string[] {
  const out: string[] = [];
  for (let folder = root; !fs.existsSync(path.join(folder, '.git'));) {
    folder = path.dirname(folder);
    if (path.dirname(folder) === folder) return [];
    out.push(toPosix(path.relative(root, folder)));
  }
  return out;
}

/** Text of a file named relative to the root; the path may lead above it. */
export function readAbove(root: string, file: string): string | undefined {
  try {
    return fs.readFileSync(path.resolve(root, file), 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
