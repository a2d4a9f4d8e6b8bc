/** Shorter beginnings are in every file. */
const SHORTEST = 3;

/**
 * The texts that every match of a regular expression starts with, one per alternative; undefined if there is none that
 * tells anything. Understands literals, escapes, small sets, groups of literal alternatives and leading assertions.
 */
export function literalPrefixes(pattern: string): readonly string[] | undefined {
  let rest = pattern;
  let prefixes = [''];
  for (;;) {
    const assertion = /^(?:\\b|\^|\(\?<?[!=](?:[^()\\]|\\.)*\)|\(\?:\^\|(?:[^()\\]|\\.)*\))/.exec(rest);
    if (assertion !== null && prefixes[0] === '') {
      rest = rest.slice(assertion[0].length);
      continue;
    }
    const piece = literalPiece(rest);
    if (piece === undefined) break;
    prefixes = prefixes.flatMap((prefix) => piece.texts.map((text) => prefix + text));
    rest = rest.slice(piece.length);
  }
  return prefixes.every((prefix) => prefix.length >= SHORTEST) ? prefixes : undefined;
}

interface Piece {
  readonly texts: readonly string[];
  /** Characters of the pattern that it took. */
  readonly length: number;
}

function literalPiece(pattern: string): Piece | undefined {
  const group = /^\((?:\?:)?((?:[\w\-:@./]|\\[.\-/])*(?:\|(?:[\w\-:@./]|\\[.\-/])*)*)\)/.exec(pattern);
  if (group !== null) {
    if (isRepeated(pattern, group[0].length)) return undefined;
    const texts = (group[1] ?? '').split('|').map((text) => text.replace(/\\(.)/g, '$1'));
    return { texts, length: group[0].length };
  }
  const set = /^\[(\w{1,8})\]/.exec(pattern);
  if (set !== null) {
    return isRepeated(pattern, set[0].length) ? undefined : { texts: [...(set[1] ?? '')], length: set[0].length };
  }
  const literal = /^(?:[\w\-:@/" ]|\\[.\-/+])/.exec(pattern);
  if (literal === null || isRepeated(pattern, literal[0].length)) return undefined;
  return { texts: [literal[0].replace('\\', '')], length: literal[0].length };
}

function isRepeated(pattern: string, at: number): boolean {
  return /^[*+?{]/.test(pattern.slice(at));
}
