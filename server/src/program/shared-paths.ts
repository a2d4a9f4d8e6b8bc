/**
 * Access paths that stand in memory once each. Resolution makes the same ones again and again, and what is known about a path
 * can be found by the array.
 */
type Path = readonly string[];

interface Longer {
  /** By the member's name. */
  members: Map<string, Path> | undefined;
  /** By the token. */
  others: Map<string, Path> | undefined;
}

/** An editor's server meets ever new names; with more paths than this all are made anew. */
const MAX_PATHS = 200_000;

let root: Path = [];
let longer = new WeakMap<Path, Longer>([[root, { members: undefined, others: undefined }]]);
let count = 0;

/** A path with `Member[name]` behind it. */
export function withMember(path: Path, name: string): Path {
  const shared = longer.get(path) ?? longer.get(sharedPath(path));
  if (shared === undefined) return [...path, `Member[${name}]`];
  const known = shared.members?.get(name);
  if (known !== undefined) return known;
  const made = added([...path, `Member[${name}]`]);
  (shared.members ??= new Map<string, Path>()).set(name, made);
  return made;
}

/** A path with a token behind it. */
export function withToken(path: Path, token: string): Path {
  if (token.startsWith(MEMBER)) return withMember(path, token.slice(MEMBER.length, -1));
  const shared = longer.get(path) ?? longer.get(sharedPath(path));
  if (shared === undefined) return [...path, token];
  const known = shared.others?.get(token);
  if (known !== undefined) return known;
  const made = added([...path, token]);
  (shared.others ??= new Map<string, Path>()).set(token, made);
  return made;
}

/** The one array for a path. */
export function sharedPath(path: Path): Path {
  return path.length > 0 && longer.has(path) ? path : path.reduce(withToken, root);
}

const MEMBER = 'Member[';

function added(path: Path): Path {
  if (++count > MAX_PATHS) {
    root = [];
    longer = new WeakMap([[root, { members: undefined, others: undefined }]]);
    count = 0;
  }
  longer.set(path, { members: undefined, others: undefined });
  return path;
}
