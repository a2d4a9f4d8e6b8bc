/**
 * A made-up text that a pattern of the key table matches. It understands what those patterns use: literals, classes,
 * groups with alternatives, counts, and assertions, which it leaves to the caller's check.
 */
export function sampleOf(pattern: string): string {
  return new PatternReader(pattern).alternatives();
}

class PatternReader {
  private at = 0;
  private produced = 0;
  private readonly pattern: string;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  /** The first alternative that is written; the others are read and dropped. */
  alternatives(): string {
    const first = this.sequence();
    while (this.pattern[this.at] === '|') {
      this.at += 1;
      this.sequence();
    }
    return first;
  }

  private sequence(): string {
    let text = '';
    while (this.at < this.pattern.length && !'|)'.includes(this.pattern[this.at] ?? '')) {
      const piece = this.atom();
      const count = this.count();
      for (let index = 0; index < count; index += 1) text += piece();
    }
    return text;
  }

  private atom(): () => string {
    const character = this.pattern[this.at] ?? '';
    if (character === '[') return this.characterClass();
    if (character === '(') return this.group();
    this.at += 1;
    if (character !== '\\') return () => character;
    const escaped = this.pattern[this.at] ?? '';
    this.at += 1;
    if (escaped === 'b') return () => '';
    if (escaped === 'd') return () => this.pick('0123456789');
    if (escaped === 's') return () => '';
    return () => escaped;
  }

  private group(): () => string {
    const assertion = /^\(\?<?[!=]/.exec(this.pattern.slice(this.at))?.[0];
    this.at += assertion?.length ?? (this.pattern.startsWith('(?:', this.at) ? 3 : 1);
    const text = this.alternatives();
    this.at += 1;
    return () => (assertion === undefined ? text : '');
  }

  private characterClass(): () => string {
    const end = this.pattern.indexOf(']', this.at);
    const inside = this.pattern.slice(this.at + 1, end);
    this.at = end + 1;
    let members = '';
    for (let index = 0; index < inside.length; index += 1) {
      const last = inside[index + 2];
      if (inside[index + 1] === '-' && last !== undefined) {
        for (let code = inside.charCodeAt(index); code <= last.charCodeAt(0); code += 1)
          members += String.fromCharCode(code);
        index += 2;
      } else members += inside[index] ?? '';
    }
    // Letters and digits only, so that word boundaries hold at the ends.
    const plain = members.replace(/[^A-Za-z0-9]/g, '');
    return () => this.pick(plain);
  }

  private count(): number {
    const found = /^(?:\{(\d+)(?:,\d*)?\}|[?*+])/.exec(this.pattern.slice(this.at));
    if (found === null) return 1;
    this.at += found[0].length;
    if (found[1] !== undefined) return Number(found[1]);
    return found[0] === '+' ? 8 : 0;
  }

  /** Characters in an order without runs or repetitions. */
  private pick(members: string): string {
    this.produced += 1;
    return members[(this.produced * this.produced * 7 + this.produced * 11) % members.length] ?? '';
  }
}
