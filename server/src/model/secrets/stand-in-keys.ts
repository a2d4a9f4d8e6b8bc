import { isRepetition, saysThatItIsNone } from './placeholder.js';
import { environmentName, isCredentialName, nameBefore, type SecretMatch } from './secret-scan.js';

interface Beginning {
  readonly format: string;
  readonly title: string;
  readonly envVariable: string;
  readonly pattern: string;
}

const BEGINNINGS: readonly Beginning[] = [
  {
    format: 'anthropic-api-key',
    title: 'Anthropic API key',
    envVariable: 'ANTHROPIC_API_KEY',
    pattern: 'sk-ant-api\\d{2}-',
  },
  { format: 'openrouter', title: 'OpenRouter API key', envVariable: 'OPENROUTER_API_KEY', pattern: 'sk-or-v1-' },
  {
    format: 'openai-project-key',
    title: 'OpenAI API key',
    envVariable: 'OPENAI_API_KEY',
    pattern: 'sk-(?:proj|svcacct|admin)-',
  },
  { format: 'groq', title: 'Groq API key', envVariable: 'GROQ_API_KEY', pattern: 'gsk_' },
];

const WHOLE_LITERAL = new RegExp(
  `(["'\`])(?:${BEGINNINGS.map(({ pattern }, at) => `(?<b${String(at)}>${pattern})`).join('|')})([A-Za-z0-9_-]{32,200})\\1`,
  'g',
);
/** Of fewer different characters, people write examples by hand. */
const VARIETY = 24;

/**
 * Keys that begin as a provider's do and fill a credential's name, too long and varied for an example, although they may
 * not be what the provider hands out: letters in order, another length.
 */
export function standInKeys(text: string): readonly SecretMatch[] {
  const found: SecretMatch[] = [];
  for (const match of text.matchAll(WHOLE_LITERAL)) {
    const body = match.at(-1) ?? '';
    const key = match[0].slice(1, -1);
    const name = nameBefore(text, match.index + 1);
    if (name === undefined || !isCredentialName(name) || SPARE_NAME.test(name)) continue;
    if (new Set(body).size < VARIETY || saysThatItIsNone(key) || isRepetition(body)) continue;
    const beginning = BEGINNINGS.find((_, at) => match.groups?.[`b${String(at)}`] !== undefined);
    if (beginning === undefined || !environmentName(name).startsWith(beginning.envVariable.split('_')[0] ?? ''))
      continue;
    const { format, title, envVariable } = beginning;
    const start = match.index + 1;
    found.push({ format, title, envVariable, evidence: 'likely', start, end: start + key.length });
  }
  return found;
}

/** Names that say that the value is none. */
const SPARE_NAME = /fake|mock|dummy|example|sample|invalid|placeholder|test/i;
