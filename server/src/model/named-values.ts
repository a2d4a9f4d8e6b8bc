import type { Origin } from '../program/program.js';
import { memberName } from './access-path.js';

const SECRET = /api[_-]?key|token|secret|passw(?:or)?d|credential|private[_-]?key|dsn|connection[_-]?string/i;
const NOT_SECRET =
  /public|publishable|tokenizer|max_?tokens|token_?(?:count|limit|usage)|tokens$|_url$|_path$|_file$|_name$|_id$/i;
const SENSITIVE =
  /passw(?:or)?d|\bssn\b|social_?security|credit_?card|card_?number|\bcvv\b|\biban\b|\bdob\b|birth_?date|date_?of_?birth|passport|medical|diagnosis|salary/i;

/** Whether the property that an origin ends with has a name of the kind. */
export function namedLike(origins: readonly Origin[], kind: 'secret' | 'sensitive'): boolean {
  return origins.some((origin) => {
    const name = origin.kind === 'api' ? memberName(origin.path.at(-1)) : undefined;
    if (name === undefined) return false;
    return kind === 'secret' ? SECRET.test(name) && !NOT_SECRET.test(name) : SENSITIVE.test(name);
  });
}
