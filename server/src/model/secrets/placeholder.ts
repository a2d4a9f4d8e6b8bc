const WORDS =
  /(?:^|[^a-z])(?:your|my|example|sample|fake|dummy|mock|placeholder|change[-_]?me|replace(?:[-_]?me)?|insert|todo|redacted|secret[-_]?here|key[-_]?here|not[-_]?needed|not[-_]?used|unused|invalid|wrong|none|undefined|null)(?=[^a-z]|$)/i;
const GLUED_WORDS =
  /your[-_]?(?:api|key|token|secret|openai|anthropic)|placeholder|changeme|replaceme|example|dummy|xxxx|\*{3}|\.{3}|…/i;
const REFERENCES =
  /\$\{|\{\{|<[^>]+>|%[A-Z_]+%|process\.env|import\.meta\.env|os\.environ|\$[A-Z_]{3}|^(?:op|vault|secret|env|file|ssm):/;

/** Whether a value stands for a secret that is filled in elsewhere: documentation words, references, runs of one character. */
export function isPlaceholder(value: string): boolean {
  return (
    saysThatItIsNone(value) ||
    new Set(value).size < 8 ||
    longestSequence(value) >= 7 ||
    isRepetition(value) ||
    saysWhatItIs(value)
  );
}

/**
 * `glpat-mockpat-testtoken-abcdef12`: whole words in lower case, at most numbered. Generated keys mix letters and digits, so that
 * only what somebody has typed looks like this over its whole length.
 */
export function isMadeOfWords(value: string): boolean {
  const pieces = value.split(/[-_]+/).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => /^(?:[a-z]+\d*|\d+)$/.test(piece) && !/\d{7}/.test(piece));
}

/** Words of documentation, references, runs of one character. */
export function saysThatItIsNone(value: string): boolean {
  return WORDS.test(value) || GLUED_WORDS.test(value) || REFERENCES.test(value) || /(.)\1{5}/.test(value);
}

/** Bits per character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** Length of the longest run like `1234567` or `abcdefg`; `90` continues `123456789`. */
function longestSequence(value: string): number {
  let longest = 1;
  let current = 1;
  for (let index = 1; index < value.length; index += 1) {
    const step = value.charCodeAt(index) - value.charCodeAt(index - 1);
    current = step === 1 || (value[index - 1] === '9' && value[index] === '0') ? current + 1 : 1;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** `bot-secret-token-12345` calls itself a token and has nothing random in it. */
function saysWhatItIs(value: string): boolean {
  const words = value.split(/[-_.]/);
  return (
    words.slice(1).some((word) => /^(?:token|password|secret)$/i.test(word)) && words.every((word) => word.length < 16)
  );
}

/** `abc123abc123abc123`: the body is one short block again and again. */
export function isRepetition(value: string): boolean {
  return /([A-Za-z0-9]{2,12})\1{2,}/.test(value);
}
