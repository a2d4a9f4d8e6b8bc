/** What the text of a file says about its exports, without parsing it. Errs towards yes. */

/** Whether a file has `export … from`. */
export function passesOn(text: string): boolean {
  return /\bexport\s*(?:type\s*)?(?:\*|\{[^}]*\})\s*(?:as\s+[\w$]+\s*)?from\b/.test(text);
}

/** Whether a Python file takes names from its own package, or all names of a module: importers may mean those. */
export function passesOnInPython(text: string): boolean {
  return /^[ \t]*from[ \t]+(?:\.|[\w.]+[ \t]+import[ \t]+\*)/m.test(text);
}

/** Undefined names are unknown ones, which any text may mention. */
export function mentions(text: string, names: readonly string[] | undefined): boolean {
  return names === undefined || names.some((name) => mentionsName(text, name));
}

const FILTER_BITS = 15;

/**
 * Tells whether a text mentions a name, for texts that are asked about many: most names are in few texts, which a bit for
 * each word that the text has shows without a search.
 */
export function wordFilter(text: string): (name: string) => boolean {
  const bits = new Uint8Array(2 ** (FILTER_BITS - 3));
  for (let at = 0, hash = 0, inWord = false; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (isNamePart(code)) {
      hash = (Math.imul(hash, 31) + code) | 0;
      inWord = true;
    } else if (inWord) {
      const bit = bitOf(hash);
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
      hash = 0;
      inWord = false;
    }
  }
  return (name) => {
    if (name === '') return true;
    let hash = 0;
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at);
      // What is no word is looked for as it stands.
      if (!isNamePart(code)) return mentionsName(text, name);
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    const bit = bitOf(hash);
    return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0 && mentionsName(text, name);
  };
}

function bitOf(hash: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS)) & (2 ** FILTER_BITS - 1);
}

function mentionsName(text: string, name: string): boolean {
  if (name === '') return true;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isNamePart(text.charCodeAt(at - 1)) && !isNamePart(text.charCodeAt(at + name.length))) return true;
  }
  return false;
}

/** Letters, digits, `_` and `$`; anything outside of ASCII counts as a letter. NaN is the end of the text. */
function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code > 127
  );
}

/** Whether a text seems to export a name of its own; default exports and CommonJS may have any. */
export function declaresExport(text: string, name: string): boolean {
  if (!text.includes(name)) return false;
  if (!/^[\w$]+$/.test(name) || name === 'default' || /\b(?:module\.)?exports\b/.test(text)) return true;
  const word = `(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  return new RegExp(
    `\\bexport\\b[^;={}()]*${word}|\\bexport\\s+(?:type\\s+|const\\s+|let\\s+|var\\s+)?[{[][^=;]*${word}`,
  ).test(text);
}

/** Whether a text declares an exported function of this name, so that the name stands for nothing else. */
export function declaresFunction(text: string, name: string): boolean {
  if (!/^[\w$]+$/.test(name) || name === 'default' || !text.includes(name)) return false;
  const word = `(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  return new RegExp(`^export\\s+(?:async\\s+)?function\\s*\\*?\\s*${word}`, 'm').test(text);
}

/** Whether a Python text writes to a property or an entry of this name: `x.name = …`, `x['name'] = …`, `setattr(x, 'name', …)`. */
export function writesKey(text: string, name: string): boolean {
  if (!/^\w+$/.test(name)) return false;
  return new RegExp(`\\.${name}\\s*(?::[^=\\n]+)?=(?!=)|["']${name}["']\\s*(?:\\]\\s*=(?!=)|,)`).test(text);
}
