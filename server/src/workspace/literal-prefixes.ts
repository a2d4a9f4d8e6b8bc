/** Shorter beginnings are in every file. */
const SHORTEST = 3;

/**
 * The texts that every match of a regular expression starts with, one per alternative; undefined if there is none that
 * tells anything. Understands literals, escapes, small sets, groups and leading assertions.
 */
export function literalPrefixes(pattern: string): readonly string[] | undefined {
  const { texts } = beginning(pattern);
  return texts.every((text) => text.length >= SHORTEST) ? texts : undefined;
}

interface Beginning {
  readonly texts: readonly string[];
  /** The texts are all of what the pattern matches. */
  readonly complete: boolean;
}

function beginning(pattern: string): Beginning {
  let rest = pattern.replace(ASSERTIONS, '');
  let texts: readonly string[] = [''];
  while (rest !== '') {
    const piece = firstPiece(rest);
    if (piece === undefined || /^[*+?{]/.test(rest.slice(piece.length))) return { texts, complete: false };
    texts = texts.flatMap((text) => piece.texts.map((more) => text + more));
    if (!piece.complete) return { texts, complete: false };
    rest = rest.slice(piece.length);
  }
  return { texts, complete: true };
}

const ASSERTIONS = /^(?:\\b|\^|\(\?<?[!=](?:[^()\\]|\\.)*\)|\(\?:\^\|(?:[^()\\]|\\.)*\))+/;

interface Piece extends Beginning {
  /** Characters of the pattern that it takes. */
  readonly length: number;
}

function firstPiece(pattern: string): Piece | undefined {
  if (pattern.startsWith('(')) return group(pattern);
  const set = /^\[(\w{1,8})\]/.exec(pattern);
  if (set !== null) return { texts: (set[1] ?? '').match(/\w/g) ?? [], length: set[0].length, complete: true };
  const literal = /^(?:[\w\-:@/" ]|\\[.\-/+])/.exec(pattern);
  if (literal === null) return undefined;
  return { texts: [literal[0].replace('\\', '')], length: literal[0].length, complete: true };
}

function group(pattern: string): Piece | undefined {
  const parts = alternatives(pattern);
  if (parts === undefined) return undefined;
  const beginnings = parts.texts.map(beginning);
  return {
    texts: beginnings.flatMap(({ texts }) => texts),
    complete: beginnings.every(({ complete }) => complete),
    length: parts.length,
  };
}

/** The alternatives of the group that a pattern starts with; undefined for assertions and named groups. */
function alternatives(pattern: string): { readonly texts: readonly string[]; readonly length: number } | undefined {
  const open = /^\((?:\?:|(?!\?))/.exec(pattern)?.[0];
  if (open === undefined) return undefined;
  const texts: string[] = [];
  let start = open.length;
  let depth = 1;
  let inSet = false;
  for (let at = start; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (inSet) inSet = char !== ']';
    else if (char === '[') inSet = true;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return { texts: [...texts, pattern.slice(start, at)], length: at + 1 };
    else if (char === '|' && depth === 1) {
      texts.push(pattern.slice(start, at));
      start = at + 1;
    }
  }
  return undefined;
}
