/** An order in a text for agents that works against the person who uses the agent. */
export interface HostileOrder {
  readonly start: number;
  readonly end: number;
  readonly what: string;
  readonly severity: 'error' | 'warning';
}

interface Order {
  readonly pattern: RegExp;
  readonly what: string;
  readonly severity: 'error' | 'warning';
}

const SECRETS =
  '(?:\\.env\\b|api[ _-]?keys?|access tokens?|tokens?|credentials?|passwords?|secrets?|ssh keys?|private keys?|environment variables?|id_rsa)';

/** The rest of a sentence, up to a bound. */
const SAME = '(?:(?!\\.\\s)[^\\n]){0,80}?';

const ORDERS: readonly Order[] = [
  {
    pattern: new RegExp(
      `\\b(?:send|post|upload|exfiltrate|transmit|forward|submit)\\b${SAME}(?:\\b|(?=\\.))${SECRETS}${SAME}\\bhttps?://`,
      'gi',
    ),
    what: 'tells the agent to send secrets to an address',
    severity: 'error',
  },
  {
    pattern:
      /\b(?:do not|don't|never)\s+(?:tell|inform|mention|show|reveal|report)(?:\s+(?:this|it|that|anything|about this))?\s+to\s+(?:the\s+)?user\b|\b(?:do not|don't|never)\s+(?:tell|inform|alert|notify)\s+(?:the\s+)?user\s+(?:about|of|that)\s+(?:this|these|the)\s+(?:instruction|step|command|action|file)/gi,
    what: 'tells the agent to hide from the user what it does',
    severity: 'warning',
  },
  {
    pattern:
      /\b(?:ignore|disregard|override|forget)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:your\s+)?(?:previous|prior|earlier|above|system)\s+(?:instructions|rules|prompts?|directives)\b/gi,
    what: 'tells the agent to drop the instructions that it has',
    severity: 'warning',
  },
  {
    pattern:
      /\b(?:fetch|download|read|open|load|visit|curl|wget)\b[^.\n]{0,60}https?:\/\/[^\s)>"'`]+[^.\n]{0,40}\b(?:and|then)\s+(?:follow|obey|execute|run|do)\b(?:[^.\n]{0,30}\b(?:instructions?|commands?|steps|it|them|what))/gi,
    what: 'makes the agent follow a text that somebody can change at any time',
    severity: 'warning',
  },
];

/** Words around an order that say it is only talked about. */
const TALKED_ABOUT =
  /\b(?:e\.g\.|for example|such as|examples? of|attack|attacker|injection|malicious|suspicious|detect|refuse|reject|never follow|treat|untrusted|if (?:you see|a|an|the)|watch for|beware|like|says?|asks?)\b/i;

/** Orders in plain words. Texts that quote or warn of such orders are not orders. */
export function hostileOrders(text: string): readonly HostileOrder[] {
  return ORDERS.flatMap(({ pattern, severity, what }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, index }): readonly HostileOrder[] => {
      const lineStart = text.lastIndexOf('\n', index - 1) + 1;
      const before = text.slice(Math.max(lineStart, index - 160), index);
      if (TALKED_ABOUT.test(before) || /["'“‘`]\s*$/.test(before) || /^\s*>/.test(text.slice(lineStart, index)))
        return [];
      if (inFence(text, index)) return [];
      return [{ start: index, end: index + match.length, severity, what }];
    }),
  );
}

/** Whether a place stands in a fenced block, which shows something. */
function inFence(text: string, at: number): boolean {
  const fences = text.slice(0, at).match(/^\s*(?:```|~~~)/gm)?.length ?? 0;
  return fences % 2 === 1;
}

/** Comments of Markdown, which a reader of the rendered text does not see and an agent does. */
export function hiddenComments(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  return [...text.matchAll(/<!--([\s\S]*?)-->/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[1] ?? '',
  }));
}
