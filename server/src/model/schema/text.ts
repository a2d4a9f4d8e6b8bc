import { allowsTraversal, isConfiningPattern } from '../../taint/anchored-pattern.js';
import type { Program, Ref } from '../../program/program.js';
import type { ReadType } from './type.js';
import { FREE_TEXT, constrained } from './type.js';

/** Formats of strings without room for free text, as zod, valibot, arktype and JSON Schema call them, in lower case. */
const CLOSED_FORMATS = new Set(
  (
    'uuid uuidv4 uuidv6 uuidv7 guid cuid cuid2 ulid nanoid xid ksuid datetime date time duration date-time ' +
    'isodate isodatetime isotime isotimesecond isotimestamp isoweek ' +
    'ip ipv4 ipv6 cidr cidrv4 cidrv6 mac mac48 mac64 e164 hex hash hexadecimal hexcolor octal decimal digits imei ' +
    'creditcard bic semver alpha alphanumeric integer numeric epoch enum int32 int64 objectid'
  ).split(' '),
);
/** Addresses with a scheme: free text that cannot begin with a dash. */
const ADDRESSES = new Set(['url', 'uri', 'httpurl']);

export function formatType(name: string): ReadType {
  const format = name.toLowerCase();
  if (CLOSED_FORMATS.has(format)) return constrained('string');
  return ADDRESSES.has(format) ? { ...FREE_TEXT, harmlessFor: ['process-arguments'] } : FREE_TEXT;
}

export function isClosedFormat(name: string): boolean {
  return CLOSED_FORMATS.has(name.toLowerCase());
}

export function patternType(pattern: string, flags = ''): ReadType {
  if (!isConfiningPattern(pattern, flags)) return FREE_TEXT;
  const type = constrained('string');
  return allowsTraversal(pattern) ? { ...type, harmfulFor: ['path'] } : type;
}

/** What a pattern that is given as a regular expression lets through; undefined if it cannot be read. */
export function regexType(program: Program, given: Ref): ReadType | undefined {
  const [origin, ...others] = program.origins(given);
  const value = origin === undefined || others.length > 0 ? undefined : program.value(origin.at);
  return value?.kind === 'regex' ? patternType(value.pattern, value.flags) : undefined;
}

/** `startsWith('https://api.example.com/')`: whatever follows stays on that host. */
export function prefixType(program: Program, inner: ReadType, prefix: Ref | undefined): ReadType {
  const [text] = (prefix !== undefined && program.literals(prefix)) || [];
  if (typeof text !== 'string' || inner.constrained) return inner;
  const onHost = /^https?:\/\/[^/?#]+\//.test(text) ? (['url'] as const) : [];
  const noOption = /^[^-]/.test(text) ? (['process-arguments'] as const) : [];
  return { ...inner, harmlessFor: [...(inner.harmlessFor ?? []), ...onHost, ...noOption] };
}
