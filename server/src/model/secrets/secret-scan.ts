import type { Evidence, SecretFormat } from '@leashlint/rules';
import { isForBrowsers } from './browser-keys.js';
import { entropy, isMadeOfWords, isPlaceholder } from './placeholder.js';

export interface SecretMatch {
  readonly format: string;
  readonly title: string;
  readonly envVariable: string;
  readonly evidence: Evidence;
  readonly start: number;
  readonly end: number;
}

/** Finds keys in any text, most specific format first; placeholders and references are left out. */
export type SecretScanner = (text: string) => readonly SecretMatch[];

interface CompiledFormat extends SecretFormat {
  readonly regex: RegExp;
  readonly names: ReadonlySet<string>;
}

const scanners = new WeakMap<readonly SecretFormat[], SecretScanner>();

export function secretScanner(formats: readonly SecretFormat[]): SecretScanner {
  let scanner = scanners.get(formats);
  if (scanner === undefined) scanners.set(formats, (scanner = makeScanner(formats)));
  return scanner;
}

function makeScanner(formats: readonly SecretFormat[]): SecretScanner {
  // A pattern with quotes describes a document, not a token.
  const documents = formats.filter((format) => format.pattern.includes('"'));
  const compiled = formats.filter((format) => !documents.includes(format)).map(compile);
  const strong = compiled.filter((format) => !format.needsContext);
  const weak = compiled.filter((format) => format.needsContext);
  return (text) => {
    const matches: SecretMatch[] = documents.flatMap((format) => documentKey(format, text) ?? []);
    for (const token of text.matchAll(TOKEN)) {
      if (!mayBeKey(token[0])) continue;
      const offset = token.index;
      const found =
        firstMatch(strong, token[0], () => true) ??
        firstMatch(weak, token[0], (format, at) => hasContext(text, offset + at, format)) ??
        namedValue(text, offset, token[0]);
      if (found === undefined) continue;
      const match = { ...found, start: offset + found.start, end: offset + found.end };
      if (!isForBrowsers(text, match.format, match.start, match.end)) matches.push(match);
    }
    return matches;
  };
}

const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:\\n|\\r|\s)*[A-Za-z0-9+/]{40,}/;

/** A key file of a service: the secret is the private key in it. */
function documentKey(format: SecretFormat, text: string): SecretMatch | undefined {
  const key = text.includes('PRIVATE KEY') ? PRIVATE_KEY.exec(text) : null;
  if (key === null || !new RegExp(format.pattern).test(text) || /([A-Za-z0-9+/])\1{9}/.test(key[0])) return undefined;
  const shared = { format: format.id, title: format.title, envVariable: format.envVariables[0] ?? 'PRIVATE_KEY' };
  return { ...shared, evidence: 'proven', start: key.index, end: key.index + key[0].length };
}

// Everything that keys are made of; a key is never split over two tokens.
const TOKEN = /[A-Za-z0-9_+/=.~-]{16,}/g;

function mayBeKey(token: string): boolean {
  return token.length <= 4096 && /[A-Za-z]/.test(token) && (/\d/.test(token) || /A[KS]IA[A-Z]{16}/.test(token));
}

function compile(format: SecretFormat): CompiledFormat {
  const bounded = format.needsContext ? `(?<![A-Za-z0-9_-])(?:${format.pattern})(?![A-Za-z0-9_-])` : format.pattern;
  return { ...format, regex: new RegExp(bounded), names: new Set(format.envVariables.map(squeeze)) };
}

function firstMatch(
  formats: readonly CompiledFormat[],
  token: string,
  accept: (format: CompiledFormat, at: number) => boolean,
): SecretMatch | undefined {
  for (const format of formats) {
    const hit = format.regex.exec(token);
    if (!hit || isPlaceholder(hit[0]) || isMadeOfWords(hit[0]) || entropy(hit[0]) < 2.8) continue;
    if (!accept(format, hit.index)) continue;
    return {
      format: format.id,
      title: format.title,
      envVariable: format.envVariables[0] ?? 'API_KEY',
      evidence: format.confidence === 'high' && !format.needsContext ? 'proven' : 'likely',
      start: hit.index,
      end: hit.index + hit[0].length,
    };
  }
  return undefined;
}

function hasContext(text: string, offset: number, format: CompiledFormat): boolean {
  const name = nameBefore(text, offset);
  if (name === undefined) return false;
  const squeezed = squeeze(name);
  if (format.names.has(squeezed)) return true;
  if (!isCredentialName(name)) return false;
  const line = squeeze(lineAround(text, offset));
  return format.words.some((word) => line.includes(word));
}

/** A random-looking value under a name that can only mean a credential. */
function namedValue(text: string, offset: number, token: string): SecretMatch | undefined {
  const value = token.slice(token.lastIndexOf('=', token.length - 3) + 1);
  const start = token.length - value.length;
  const name = nameBefore(text, offset + start);
  if (
    name === undefined ||
    !isCredentialName(name) ||
    MADE_UP.test(name) ||
    !standsAlone(text, name, offset + start, offset + token.length)
  ) {
    return undefined;
  }
  if (!looksRandom(value)) return undefined;
  const envVariable = environmentName(name);
  return { format: 'option', title: 'credential', envVariable, evidence: 'likely', start, end: token.length };
}

/** Keys that their providers make for browsers: PostHog, Stripe, Mapbox, PubNub, Supabase. */
const PUBLISHABLE = /^(?:phc_|pk_(?:live|test)_|pk\.eyJ|pub-c-|sb_publishable_)/;

/** Random letters and digits; not a path, a version, a sentence in kebab case or an identifier. */
export function looksRandom(value: string): boolean {
  if (value.length < 20 || PUBLISHABLE.test(value) || isPlaceholder(value) || entropy(value) < 3.5) return false;
  if (isEncodedText(value)) return false;
  const digits = value.replace(/[^0-9]/g, '').length;
  if (digits < 3 || /[/.]{2}|^[./]|\.[a-z]{2,4}$/.test(value)) return false;
  const words = value.split(/[-_./]/);
  return words.some((word) => word.length >= 12 && /\d/.test(word) && /[A-Za-z]/.test(word));
}

/** Base64 of words (`dGVzdC10b2tlbg==`) is data of a test or manifest. */
function isEncodedText(value: string): boolean {
  if (value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false;
  return /^[\x20-\x7e\s]+$/.test(Buffer.from(value, 'base64').toString('latin1'));
}

const NAME_BEFORE =
  /([A-Za-z_$][\w$-]*)["'`]?\]?\s*(?::\s*[A-Za-z]+\s*)?(?:=|:|=>|\?\?|\|\|)\s*(?:\(\s*)?["'`]?(?:Bearer\s+|Basic\s+)?$/;

/** The key, variable or environment name that a value is assigned to on the same line. */
export function nameBefore(text: string, offset: number): string | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return NAME_BEFORE.exec(text.slice(Math.max(lineStart, offset - 160), offset))?.[1];
}

const CREDENTIAL_NAME =
  /(?:api|access|secret|private|auth|bearer|service|master|admin|subscription)[-_]?(?:key|token|secret)s?$|secret[-_]?access[-_]?key$|client[-_]?secret$|apikey$|(?:^|[-_])(?:token|secret|password|passwd|pat)$|[a-z](?:Token|Secret|Password)$|^authorization$|_(?:KEY|TOKEN|SECRET|PASSWORD)$/i;
const PUBLIC_NAME =
  /public|publishable|anon|tokenizer|max_?tokens?|token_?count|csrf|site_?key|cache|next_?page|cursor|page_?token|hash|checksum/i;

/** Names that say that the value is none: `FAKE_TOKEN`, `mockSecret`. */
const MADE_UP =
  /(?:^|_)(?:FAKE|MOCK|DUMMY|EXAMPLE|SAMPLE|INVALID)(?:_|$)|^(?:fake|mock|dummy|example|sample|invalid)(?=[_A-Z])/;

export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAME.test(name) && !PUBLIC_NAME.test(name);
}

/** The value is the whole of a quoted string, or of what stands right of `=` in a file without quotes, or in YAML's `{TOKEN: x}`. */
function standsAlone(text: string, name: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  if (/["'`]/.test(before)) return before === after;
  if (!/[=\s]/.test(before)) return false;
  if (/[\r\n]/.test(after)) return true;
  // An identifier of code has a key in lower case.
  return /^[A-Z][A-Z0-9_]*$/.test(name) && text[start - 2] === ':' && /^[ \t]*[,}]/.test(text.slice(end, end + 40));
}

function lineAround(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end).slice(0, 400);
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** `stripeSecretKey` → `STRIPE_SECRET_KEY`. */
export function environmentName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
