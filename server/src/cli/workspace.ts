import path from 'node:path';
import { plainDisk, type Disk } from '../workspace/disk.js';
import { foldersAbove } from '../workspace/folders-above.js';
import { relativeTo } from '../path.js';
import type { Arguments } from './arguments.js';

/** The folder that paths in the report are relative to, and what was asked for in it. */
export interface Workspace {
  readonly root: string;
  /** Workspace paths; undefined = everything. */
  readonly only: readonly string[] | undefined;
  /** The folders above the root up to the top of its repository, nearest first, as relative paths. */
  readonly above: readonly string[];
}

/** The current folder if it holds all operands, else their common ancestor. */
export function findWorkspace(
  args: Arguments,
  cwd: string,
  disk: Disk = plainDisk,
): Workspace | { readonly error: string } {
  const absolute = args.operands.map((operand) => path.resolve(cwd, operand));
  const missing = absolute.findIndex((file) => disk.stat(file) === undefined);
  if (missing >= 0) return { error: `There is no file or folder ${args.operands[missing] ?? ''}.` };
  const root = absolute.every((file) => relativeTo(cwd, file) !== undefined) ? cwd : commonFolder(absolute, disk);
  const only = absolute.map((file) => relativeTo(root, file) ?? '');
  return { root, only: only.length === 0 || only.includes('') ? undefined : only, above: foldersAbove(root, disk) };
}

function commonFolder(files: readonly string[], disk: Disk): string {
  let folder = files[0] ?? '';
  if (disk.stat(folder)?.kind !== 'folder') folder = path.dirname(folder);
  while (!files.every((file) => relativeTo(folder, file) !== undefined)) folder = path.dirname(folder);
  return folder;
}
