import { isPlaceholder } from '../placeholder.js';
import { isCredentialName, looksRandom, type SecretScanner } from '../secret-scan.js';

const SCHEME = /^(?:Bearer|Basic|Token|ApiKey)\s+(?=\S)/i;
const KEY_HEADER = /^(?:authorization|proxy-authorization|(?:x-)?api-?key|x-auth-token|x-[\w-]+-(?:key|token))$/i;
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:([^\s/@]+)@/i;
/** Passwords of databases on the developer's own machine. */
const LOCAL_PASSWORD = /^(?:postgres|root|password|admin|mysql|test|secret|user|guest|mongo|redis)\d*$/i;

/** Title of the credential that stands literally in a variable or header of a server; undefined if there is none. */
export function configuredSecret(
  scan: SecretScanner,
  place: 'env' | 'header',
  name: string,
  value: string,
): string | undefined {
  const [known] = scan(value);
  if (known !== undefined) return known.title;
  const password = URL_PASSWORD.exec(value)?.[1];
  if (password !== undefined) {
    return isPlaceholder(password) && password.length > 7 ? undefined : isFilledIn(password) ? 'password' : undefined;
  }
  const bare = value.replace(SCHEME, '').trim();
  const meant = place === 'header' ? KEY_HEADER.test(name) : isCredentialName(name);
  return meant && looksRandom(bare) ? 'credential' : undefined;
}

function isFilledIn(password: string): boolean {
  return !LOCAL_PASSWORD.test(password) && !/[$%{}<>*]|^(?:your|my|change|pass|x+$)/i.test(password);
}
