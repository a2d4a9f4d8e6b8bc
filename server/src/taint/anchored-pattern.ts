/**
 * Whether a regular expression lets no free text through: anchored at both ends, without `m`, and without an unbounded run
 * of "anything" (`.`, `\S`, a negated class).
 */
export function isConfiningPattern(pattern: string, flags = ''): boolean {
  if (flags.includes('m') || !pattern.startsWith('^') || !/(?<!\\)(?:\\\\)*\$$/.test(pattern)) return false;
  if (hasTopLevelAlternative(pattern)) return false;
  const bare = pattern.replace(/\\\\/g, '');
  const anything = /(?:(?<!\\)\.|\\[SDW]|\[\^[^\]]*\])(?:[*+]|\{\d*,\})/;
  return !anything.test(bare.replace(/\[(?!\^)(?:\\.|[^\]])*\]/g, 'c')) && !/\[[^\]]*\\[SDW][^\]]*\\[sdw]/.test(bare);
}

/** `^a|b$` is not anchored: each alternative has one end only. */
function hasTopLevelAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}

/** Whether a value that a confining pattern describes may hold `../`. */
export function allowsTraversal(pattern: string): boolean {
  const classes = [...pattern.matchAll(/\[((?:\\.|[^\]\\])*)\]/g)].map((match) => match[1] ?? '');
  const all = classes.length > 0 ? classes.join('') : pattern;
  return all.includes('.') && (all.includes('/') || all.includes('\\\\'));
}
