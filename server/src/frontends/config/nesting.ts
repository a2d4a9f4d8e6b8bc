/** The parsers recurse, and some take quadratic time in the depth of what is never closed. People do not nest like this. */
const MAX_NESTING = 200;

/** Whether brackets are nested more deeply than any settings are. Brackets in strings count too, which does no harm. */
export function nestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // `[`, `{` and `]`, `}`.
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}
