import type { AccessPath } from '@leashlint/rules';

/** One step of an access path. `names` and `index` ranges are alternatives; `*` stands for any name. */
export type PathToken =
  | { readonly kind: 'Member'; readonly names: readonly string[] }
  | { readonly kind: 'Argument' | 'Parameter'; readonly positions: readonly ArgumentPosition[] }
  | { readonly kind: 'ReturnValue' | 'Instance' | 'ArrayElement' | 'Awaited' | 'Receiver' };

/** Positions from `first` to `last` inclusive, the last but `fromEnd - 1` (`N-1` is the last), or a keyword. */
export type ArgumentPosition =
  { readonly first: number; readonly last: number } | { readonly fromEnd: number } | { readonly keyword: string };

const parsed = new Map<string, readonly PathToken[]>();

/** Tokens of a catalogue path, absolute or relative. A path that does not follow the notation is a bug of the catalogue and throws. */
export function parsePath(path: AccessPath): readonly PathToken[] {
  let tokens = parsed.get(path);
  if (tokens === undefined) {
    tokens = splitPath(path).map((text) => parseToken(text));
    parsed.set(path, tokens);
  }
  return tokens;
}

/** `Member[a].Argument[1..]` → `['Member[a]', 'Argument[1..]']`; dots in brackets do not separate. */
function splitPath(path: string): string[] {
  return path.match(/[A-Za-z]+(?:\[[^\]]*\])?/g) ?? [];
}

/** Token of a single step as it stands in an origin or a row. */
export function parseToken(text: string): PathToken {
  const bracket = text.indexOf('[');
  const kind = bracket < 0 ? text : text.slice(0, bracket);
  const inside = bracket < 0 ? undefined : text.slice(bracket + 1, -1);
  switch (kind) {
    case 'Member':
      return { kind, names: (inside ?? '').split(',').map((name) => name.trim()) };
    case 'Argument':
    case 'Parameter':
      return { kind, positions: (inside ?? '').split(',').map((part) => parsePosition(part.trim())) };
    case 'ReturnValue':
    case 'Instance':
    case 'ArrayElement':
    case 'Awaited':
    case 'Receiver':
      return { kind };
    default:
      throw new Error(`unknown access path token: ${text}`);
  }
}

function parsePosition(text: string): ArgumentPosition {
  const range = /^(\d+)(\.\.(\d+)?)?$/.exec(text);
  const fromEnd = /^N-(\d+)$/.exec(text);
  if (fromEnd !== null) return { fromEnd: Number(fromEnd[1]) };
  if (range === null) return { keyword: text.replace(/:$/, '') };
  const first = Number(range[1]);
  if (range[2] === undefined) return { first, last: first };
  return { first, last: range[3] === undefined ? Number.POSITIVE_INFINITY : Number(range[3]) };
}

/** Whether a step of a row covers a concrete step of an origin. */
export function tokenCovers(row: PathToken, concrete: PathToken): boolean {
  switch (row.kind) {
    case 'Member':
      return (
        concrete.kind === 'Member' && (row.names.includes('*') || concrete.names.some((n) => row.names.includes(n)))
      );
    case 'Argument':
    case 'Parameter':
      return concrete.kind === row.kind && concrete.positions.some((p) => row.positions.some((r) => covers(r, p)));
    default:
      return concrete.kind === row.kind;
  }
}

function covers(row: ArgumentPosition, concrete: ArgumentPosition): boolean {
  if ('first' in row && 'first' in concrete) return row.first <= concrete.first && concrete.last <= row.last;
  if ('fromEnd' in row && 'fromEnd' in concrete) return row.fromEnd === concrete.fromEnd;
  return 'keyword' in row && 'keyword' in concrete && row.keyword === concrete.keyword;
}

/** Indices that a position means in a list of the given length. */
export function positionIndices(position: ArgumentPosition, length: number): readonly number[] {
  if ('keyword' in position) return [];
  if ('first' in position && position.first === position.last) return position.first < length ? [position.first] : [];
  const first = 'fromEnd' in position ? length - position.fromEnd : position.first;
  const last = 'fromEnd' in position ? first : Math.min(position.last, length - 1);
  return first < 0 ? [] : Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/** The token as text, in the notation it was parsed from. */
export function tokenText(token: PathToken): string {
  if (token.kind === 'Member') return `Member[${token.names.join(',')}]`;
  if (token.kind !== 'Argument' && token.kind !== 'Parameter') return token.kind;
  return `${token.kind}[${token.positions.map(positionText).join(',')}]`;
}

function positionText(position: ArgumentPosition): string {
  if ('keyword' in position) return position.keyword;
  if ('fromEnd' in position) return `N-${String(position.fromEnd)}`;
  if (position.first === position.last) return String(position.first);
  return `${String(position.first)}..${Number.isFinite(position.last) ? String(position.last) : ''}`;
}

/** The name in `Member[name]` of an origin; undefined for other steps. */
export function memberName(step: string | undefined): string | undefined {
  return /^Member\[(.*)\]$/.exec(step ?? '')?.[1];
}
