import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Absolute path of a `file:` URI with `/` separators, or undefined for other schemes. A Windows drive letter is upper
 * case: editors disagree about it, and a path is a key here.
 */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return normalisePath(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

export function normalisePath(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  return /^[a-z]:/.test(slashed) ? slashed.charAt(0).toUpperCase() + slashed.slice(1) : slashed;
}

/** Path of `path` inside `root`, or undefined when it lies elsewhere. Both normalised. */
export function relativeTo(root: string, path: string): string | undefined {
  const prefix = root.endsWith('/') ? root : `${root}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** `relative` may lead above the root. */
export function joinPath(root: string, relative: string): string {
  if (relative.startsWith('../')) return joinPath(parentOf(root), relative.slice(3));
  return root.endsWith('/') ? root + relative : `${root}/${relative}`;
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}
