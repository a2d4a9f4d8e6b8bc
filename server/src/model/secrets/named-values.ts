import type { Origin } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';

const SECRET =
  /api[_-]?key|token|secret|passw(?:or)?d|credential|private[_-]?key|dsn|connection[_-]?string|[a-z0-9]_key$/i;
/** Where a secret lies, how long it holds and how it is made: `ACCESS_TOKEN_EXPIRE_MINUTES`. Google's `client_secrets` are a file. */
const ABOUT_SECRETS =
  /client_secrets$|application_credentials$|_(?:ur[il]|endpoint|path|file(?:name)?|dir(?:ectory)?|folder|location|name|id|arn|prefix|suffix|type|header|env(?:_var)?|format|ttl|timeout|retries|interval|expir\w*|(?:expir|lifetime|valid)\w*_(?:seconds|minutes|hours|days|in|at)|lifetime|max_?age|enabled|required|version|region|algorithm|alg|issuer|audience|scopes?|provider|store|backend|len(?:gth)?|size|budget|usage)$/i;
const NOT_SECRET =
  /public|publishable|anon|tokenizer|tiktoken|max_?tokens|token_?(?:count|limit|usage)|tokens$|(?:site|map|maps|cache|sort|partition|primary|foreign|posthog|search|tag|label|field|column|object|bucket|s3|row|attribute|metadata|header|group|lookup|idempotency|feature|flag|ssl|tls|https)_key$|^sentry_/i;
/** Addresses of databases and queues hold user and password. */
const CONNECTION =
  /(?:^|_)(?:database|db|mongo(?:db)?|postgres(?:ql)?|pg|mysql|mariadb|redis|amqp|rabbitmq|cloudamqp)_?(?:url|uri)$/i;

/** Names of data that is personal wherever it stands; words in snake case. */
const SENSITIVE =
  /(?:^|_)(?:passwords?|passwd|password_hash|hashed_password|ssn|social_security(?:_(?:number|no))?|national_id|tax_id|passport_(?:number|no|id)|credit_cards?|card_number|cvv|cvc|iban|bank_account(?:_number)?|dob|birth_?date|date_of_birth|medical_(?:history|record|records)|health_records?)$/;
/** Names of data that is personal where it is a person's. */
const SENSITIVE_OF_PERSON =
  /(?:^|_)(?:salary|income|diagnosis|diagnoses|medications?|allergies|religion|ethnicity|sexual_orientation|birthday|account_number)$/;
const PERSON =
  /(?:^|_)(?:patient|employee|customer|applicant|candidate|person|staff|worker|user|member|citizen|student|client|contact|resident|policyholder|beneficiary)s?$/;

/** Whether the property that an origin ends with has a name of the kind. */
export function namedLike(origins: readonly Origin[], kind: 'secret' | 'sensitive'): boolean {
  return origins.some((origin) => {
    const name = origin.kind === 'api' ? memberName(origin.path.at(-1)) : undefined;
    return name !== undefined && (kind === 'secret' ? isSecretName(name) : sensitivity(name) === 'always');
  });
}

export function isSecretName(name: string): boolean {
  return CONNECTION.test(name) || (SECRET.test(name) && !NOT_SECRET.test(name) && !ABOUT_SECRETS.test(name));
}

const CREDENTIAL =
  /(?:^|_)(?:api_?key|(?:client|app|consumer)_secret|secret_(?:access_)?key|(?:access|refresh|auth|bearer|session|personal)_token|private_key|passw(?:or)?d|passphrase)$/;

/** Whether a name is one that only credentials have. */
export function isCredentialName(name: string): boolean {
  return CREDENTIAL.test(inWords(name));
}

/** Whether a property holds personal or regulated data: `of-person` where it is a property of a person. */
export function sensitivity(name: string): 'always' | 'of-person' | 'none' {
  let known = sensitivities.get(name);
  if (known === undefined) {
    const words = inWords(name);
    known = SENSITIVE.test(words) ? 'always' : SENSITIVE_OF_PERSON.test(words) ? 'of-person' : 'none';
    sensitivities.set(name, known);
  }
  return known;
}

/** Few names come up again and again. */
const sensitivities = new Map<string, 'always' | 'of-person' | 'none'>();

/** Whether a record of this name is about a person. */
export function isPersonName(name: string): boolean {
  return PERSON.test(inWords(name));
}

const OF_PEOPLE =
  /(?:^|_)(?:people|account|profile|order|invoice|payment|transaction|message|mail|email|conversation|chat|ticket|lead|appointment|booking|reservation|subscription|salary|salaries|payroll|prescription|claim|loan|card|credential|secret|token|session|document|note|visit|donor|guest|tenant|subscriber|follower|attendee|participant|voter|lawyer|driver|passenger|author|owner|agent|seller|buyer|vendor|supplier|call|log|audit|medical_record|health_record|record)(?:s|es)?$/;

/** Whether records of this name are about people, or hold what is theirs: `orders`. */
export function isAboutPeople(name: string): boolean {
  const words = inWords(name).replace(/_+$/, '');
  return PERSON.test(words) || OF_PEOPLE.test(words);
}

/** `dateOfBirth` → `date_of_birth`. */
function inWords(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
