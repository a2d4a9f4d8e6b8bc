import type { ConfiguredSecret } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { isPlaceholder } from '../secrets/placeholder.js';
import { environmentName, isCredentialName, looksRandom, type SecretScanner } from '../secrets/secret-scan.js';
import { namedVariable } from './named-variables.js';
import { entriesOf } from './select.js';

const SCHEME = /^(?:Bearer|Basic|Token|ApiKey)\s+(?=\S)/i;
const KEY_HEADER = /^(?:authorization|proxy-authorization|(?:x-)?api-?key|x-auth-token|x-[\w-]+-(?:key|token))$/i;
/** User, password and host of an address. */
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/([^\s/:@]*):([^\s/@]+)@([^\s/:?]+)/i;
const URL_TOKEN = /[?&](?:api[-_]?key|access[-_]?token|token|key|secret)=([^&\s]+)/i;
/** What databases on the developer's own machine have. */
const DEVELOPMENT_PASSWORDS = new Set([
  'postgres',
  'root',
  'password',
  'admin',
  'mysql',
  'test',
  'secret',
  'user',
  'guest',
]);

/** Literal credentials in the entry of a server: variables, headers, arguments, addresses, wherever they stand. */
export function configuredSecrets(
  program: Program,
  scan: SecretScanner,
  server: { readonly entry: Ref; readonly name: string; readonly byName: boolean },
): readonly ConfiguredSecret[] {
  return texts(program, server.entry, '').flatMap(({ name, ref, value }): readonly ConfiguredSecret[] => {
    const found = secretIn(scan, name, value);
    if (found === undefined) return [];
    const variable = variableOf(server.name, found.name);
    const repair = server.byName && found.whole ? namedVariable(program, server.entry, ref, variable) : undefined;
    return [{ ...found, text: { value, span: program.span(ref) }, variable, repair }];
  });
}

/** Headers and options whose names do not say whose key it is. */
const NAMELESS =
  /^(?:authorization|proxy-authorization|bearer|token|key|secret|password|pat|(?:x-)?api[-_]?key|(?:x-)?auth[-_]?token|access[-_]?token)$/i;

function variableOf(server: string, name: string): string {
  const kind = /password/i.test(name) ? 'PASSWORD' : /key$/i.test(name) ? 'API_KEY' : 'TOKEN';
  return environmentName(NAMELESS.test(name) ? `${server}_${kind}` : name);
}

interface NamedText {
  readonly name: string;
  readonly ref: Ref;
  readonly value: string;
}

/** Texts with the key that they stand under, or the option before them in a list of arguments. */
function texts(program: Program, ref: Ref, name: string): readonly NamedText[] {
  const value = program.value(ref);
  if (value.kind === 'literal') return typeof value.value === 'string' ? [{ name, ref, value: value.value }] : [];
  if (value.kind === 'object') {
    return entriesOf(program, ref).flatMap(({ at, entry }) =>
      texts(program, program.ref(program.fileOf(at), entry.value), entry.key),
    );
  }
  if (value.kind !== 'array') return [];
  const file = program.fileOf(ref);
  let option = name;
  return value.items.flatMap((item) => {
    if (!('value' in item)) return [];
    const inner = texts(program, program.ref(file, item.value), option);
    const [first] = inner;
    option = first?.value.startsWith('-') === true ? first.value.replace(/^-+/, '') : name;
    return inner;
  });
}

function secretIn(
  scan: SecretScanner,
  name: string,
  text: string,
): { readonly name: string; readonly title: string; readonly whole: boolean } | undefined {
  // `--token=…` and `-e TOKEN=…` name what follows.
  const pair = /^-{0,2}([\w-]+)=(?=\S)/.exec(text);
  const value = pair === null ? text : text.slice(pair[0].length);
  const meaning = pair?.[1] ?? name;
  const bare = value.replace(SCHEME, '').trim();
  const [known] = scan(value);
  if (known !== undefined) {
    return { name: meaning, title: known.title, whole: pair === null && value.slice(known.start, known.end) === bare };
  }
  if (hasPassword(value)) return { name: meaning, title: 'password', whole: false };
  const token = /^https?:/i.test(value) ? URL_TOKEN.exec(value)?.[1] : undefined;
  if (token !== undefined && looksRandom(token)) return { name: meaning, title: 'credential', whole: false };
  if (!KEY_HEADER.test(meaning) && !isCredentialName(meaning)) return undefined;
  return looksRandom(bare) ? { name: meaning, title: 'credential', whole: pair === null } : undefined;
}

function hasPassword(value: string): boolean {
  const [, user, password, host] = URL_PASSWORD.exec(value) ?? [];
  if (password === undefined || /[$%{}<>*]/.test(password)) return false;
  if (/^(?:your|my|change|pass$|x+$)/i.test(password) || (password.length > 11 && isPlaceholder(password)))
    return false;
  // A name without dots is another container of the same file.
  const own = /^(?:localhost$|127\.|\[::1\]|host\.docker\.internal$|[\w-]+$)/i.test(host ?? '');
  return !(own && (password === user || DEVELOPMENT_PASSWORDS.has(password)));
}
