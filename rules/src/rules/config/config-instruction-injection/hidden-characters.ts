/** A run of characters that nobody sees, and what it hides. */
export interface HiddenRun {
  readonly start: number;
  readonly end: number;
  readonly kind: 'text in tag characters' | 'characters that reorder the text' | 'invisible characters';
  /** The text that the tag characters stand for. */
  readonly says: string | undefined;
}

/** Tag characters are the letters of ASCII, moved here. */
const TAG_SPACE = 0xe0000;

const TAGS = /(?:[\u{E0000}-\u{E007F}])+/gu;
const BIDI = /[\u202A-\u202E\u2066-\u2069]+/g;
const INVISIBLE =
  /[\u200B\u2060-\u2064\u00AD\u115F\u1160\u17B4\u17B5\u180B-\u180E\u3164\uFFA0\u{E0100}-\u{E01EF}]{3,}|[\u200B-\u200D\uFE00-\uFE0F]{4,}/gu;

/**
 * Text hidden in characters without a shape. One zero-width space, a joiner inside an emoji or a word, a flag made of tag
 * characters and marks of right-to-left texts are how people write.
 */
export function hiddenRuns(text: string): readonly HiddenRun[] {
  const runs: HiddenRun[] = [];
  for (const { 0: match, index } of text.matchAll(TAGS)) {
    if (text.slice(0, index).endsWith('\u{1F3F4}')) continue;
    const says = Array.from(match, (character) =>
      String.fromCharCode((character.codePointAt(0) ?? TAG_SPACE) - TAG_SPACE),
    ).join('');
    runs.push({ start: index, end: index + match.length, kind: 'text in tag characters', says });
  }
  const rightToLeft = /[\u0590-\u08FF]/.test(text);
  for (const { 0: match, index } of rightToLeft ? [] : text.matchAll(BIDI)) {
    runs.push({ start: index, end: index + match.length, kind: 'characters that reorder the text', says: undefined });
  }
  for (const { 0: match, index } of text.matchAll(INVISIBLE)) {
    runs.push({ start: index, end: index + match.length, kind: 'invisible characters', says: undefined });
  }
  return runs;
}
