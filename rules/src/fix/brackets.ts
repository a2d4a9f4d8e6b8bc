/** Index after the string or comment that starts at `index`, or `index` itself. */
export type Skip = (text: string, index: number) => number;

/** Index of the bracket that closes the one at `open`; strings and comments are skipped. */
export function closing(text: string, open: number, skip: Skip): number | undefined {
  let depth = 0;
  for (let index = open; index < text.length;) {
    const skipped = skip(text, index);
    if (skipped > index) {
      index = skipped;
      continue;
    }
    const char = text[index] ?? '';
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) {
      depth -= 1;
      if (depth <= 0) return depth === 0 ? index : undefined;
    }
    index += 1;
  }
  return undefined;
}

/** Index of the next bracket that closes what `from` stands inside. */
export function enclosingEnd(text: string, from: number, skip: Skip): number | undefined {
  for (let index = from; index < text.length;) {
    const skipped = skip(text, index);
    if (skipped > index) {
      index = skipped;
      continue;
    }
    const char = text[index] ?? '';
    if ('([{'.includes(char)) {
      const end = closing(text, index, skip);
      if (end === undefined) return undefined;
      index = end + 1;
      continue;
    }
    if (')]}'.includes(char)) return index;
    index += 1;
  }
  return undefined;
}

/** The parts of a list between commas. */
export function commaParts(text: string, skip: Skip): readonly string[] {
  return partsAt(text, ',', skip);
}

/** What stands between a character, without those inside of brackets, strings and comments; trimmed. */
export function partsAt(text: string, separator: string, skip: Skip): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length;) {
    const skipped = skip(text, index);
    if (skipped > index) index = skipped;
    else if ('([{'.includes(text[index] ?? '')) index = (closing(text, index, skip) ?? text.length) + 1;
    else {
      if (text[index] === separator) {
        parts.push(text.slice(start, index).trim());
        start = index + 1;
      }
      index += 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== '');
}
