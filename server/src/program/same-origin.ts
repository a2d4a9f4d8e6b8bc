import type { Origin } from './program.js';

/** Adds an origin to a list that has it at most once; of equal ones the last stays. */
export function addOrigin(list: Origin[], origin: Origin): void {
  const same = list.findIndex((other) => isSameOrigin(other, origin));
  if (same >= 0) list[same] = origin;
  else list.push(origin);
}

/** Whether two origins are the same thing, wherever an api's was seen. */
export function isSameOrigin(a: Origin, b: Origin): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'api':
      return b.kind === 'api' && a.module === b.module && isSamePath(a.path, b.path);
    case 'module':
      return b.kind === 'module' && a.path === b.path;
    default:
      return b.kind === a.kind && a.at === b.at;
  }
}

function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((token, index) => token === b[index]));
}
