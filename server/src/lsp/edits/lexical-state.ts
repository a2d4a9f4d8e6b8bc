/** What a character of JavaScript or TypeScript belongs to. */
export type LexicalState = 'code' | 'string' | 'template' | 'comment';

/**
 * The state at an offset, by scanning from the start without a parser. JSX text and regular expressions are seen as
 * code; a quote in them ends with its line, so a wrong guess does not spread.
 */
export function lexicalState(text: string, offset: number): LexicalState {
  /** Open braces at each `${` that encloses the place. */
  const substitutions: number[] = [];
  let braces = 0;
  let at = 0;
  let inTemplate = false;
  while (at < offset) {
    if (inTemplate) {
      const end = templateChunkEnd(text, at);
      if (end > offset || end >= text.length) return 'template';
      inTemplate = false;
      if (text.charAt(end - 1) === '{') {
        substitutions.push(braces);
        braces = 0;
      }
      at = end;
      continue;
    }
    const rest = text.slice(at, at + 2);
    const character = rest.charAt(0);
    if (rest === '//' || rest === '/*') {
      const end = commentEnd(text, at, rest);
      if (end > offset) return 'comment';
      at = end;
    } else if (character === '"' || character === "'") {
      const end = stringEnd(text, at);
      if (end > offset) return 'string';
      at = end;
    } else if (character === '/' && startsRegex(text, at)) {
      at = regexEnd(text, at);
    } else {
      if (character === '`') inTemplate = true;
      else if (character === '{') braces += 1;
      else if (character === '}' && braces > 0) braces -= 1;
      else if (character === '}') {
        const outer = substitutions.pop();
        inTemplate = outer !== undefined;
        braces = outer ?? 0;
      }
      at += 1;
    }
  }
  return inTemplate ? 'template' : 'code';
}

/** Offset after the closing backtick or the next `${`. */
function templateChunkEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return at + 1;
    else if (text[at] === '$' && text[at + 1] === '{') return at + 2;
  }
  return text.length;
}

function commentEnd(text: string, from: number, opener: string): number {
  const closer = opener === '//' ? '\n' : '*/';
  const end = text.indexOf(closer, from + 2);
  if (end < 0) return text.length + 1;
  return opener === '//' ? end : end + 2;
}

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === text[from] || text[at] === '\n') return at + 1;
  }
  return text.length;
}

/** A slash divides after a value and starts a regular expression elsewhere. */
function startsRegex(text: string, slash: number): boolean {
  let at = slash - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  if (at < 0 || '(,=:[!&|?{};+-*%~^\n'.includes(text.charAt(at))) return true;
  const word = /[a-z]+$/.exec(text.slice(Math.max(0, at - 10), at + 1))?.[0];
  return word === 'return' || word === 'typeof' || word === 'case' || word === 'of' || word === 'in';
}

/** Ends with its line at the latest. */
function regexEnd(text: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') return at;
    if (character === '\\') at += 1;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) return at + 1;
  }
  return text.length;
}
