import path from 'node:path';

/** Workspace paths are relative to the root with `/` on every platform; the root itself is the empty string. */

export function toPosix(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

/** The workspace path of an absolute path, or undefined if it lies outside the root. */
export function relativeTo(root: string, absolute: string): string | undefined {
  const relative = toPosix(path.relative(root, absolute));
  if (relative === '..' || relative.startsWith('../') || path.isAbsolute(relative)) return undefined;
  return relative;
}

export function directoryOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

export function baseNameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

export function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** Resolves `.` and `..` in a workspace path; undefined if it leaves the root. */
export function normalize(file: string): string | undefined {
  const out: string[] = [];
  for (const part of file.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return undefined;
  }
  return out.join('/');
}

/** True for the file itself and for everything below it when it is a folder. */
export function isWithin(file: string, folder: string): boolean {
  return folder === '' || file === folder || file.startsWith(folder + '/');
}
