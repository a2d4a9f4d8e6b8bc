/**
 * Words that make code worth a doubt. They never make a finding: what reads like a check and cannot be followed counts as
 * one that was not seen.
 */
const REFUSAL =
  /\bun-?authori[sz]ed\b|\bforbidden\b|\bunauthenticated\b|\bnot (?:authenticated|authori[sz]ed|logged in|signed in|permitted|allowed to)\b|\bauthentication (?:is )?(?:required|failed)\b|\b(?:log|sign) ?in (?:is )?required\b|\bmust be (?:logged|signed) in\b|\b(?:access|permission) denied\b/i;

/** In words that `_` parts, in small letters: who logs in or signs in does not log input; numbers of tokens prove nothing. */
const CHECKING =
  /auth(?!or(?!i))|session|sign(?:in|_in(?![a-z])|ed_?in(?![a-z]))|log(?:in|_in(?![a-z])|ged_?in(?![a-z]))|jwt|jws|(?<!(?:\btik|_tik|count|num|max|total|prompt|completion|estimate)_?)token(?!s?(?:iz|_?(?:count|usage|limit)))|(?:current|get|require|load|fetch|find|with)_?(?:the_?)?user|\buser\b|verif|guard|protect|permission|credential|api_?key|acl\b|role|is_?admin|tenant|clerk|passport|identity|whoami|csrf|signature|hmac|secret|member/;

const CREDENTIAL_HEADER =
  /^(?:proxy-)?authorization$|^cookies?$|^x-(?:[\w-]*-)?(?:api|auth|access|token|key|secret|signature|user|session|forwarded-user|internal)[\w-]*$|^(?:[\w-]+-)?(?:api-?key|token|secret|signature)$|^cf-access/i;

const CREDENTIAL_MEMBER: ReadonlySet<string> = new Set([
  'authorization',
  'cookies',
  'cookie',
  'session',
  'user',
  'auth',
  'userId',
  'authInfo',
  'currentUser',
  'isAuthenticated',
  'locals',
  'identity',
  'claims',
  'jwtPayload',
]);

const CREDENTIAL_KEY =
  /^(?:user|userid|user_id|session|auth|token|claims|jwtpayload|currentuser|api_?key|access_?token)$/i;

const TOO_MANY =
  /\btoo many (?:requests|attempts)\b|\brate[ -]?limit(?:ed)?(?: (?:exceeded|reached))\b|\bquota exceeded\b/i;
const LIMITING = /limit|throttl|quota|captcha|turnstile|botid|credits?\b|\busage\b/i;

/** The status or text of an answer that tells a client to slow down. */
export const asksToSlowDown = (value: unknown): boolean =>
  value === 429 || (typeof value === 'string' && (value === '429' || (value.length < 400 && TOO_MANY.test(value))));

/** The text of a callee that may count requests. */
export const readsLikeLimit = (callee: string): boolean => LIMITING.test(callee);

/** A text that tells a client to identify itself. */
export const refuses = (text: string): boolean => text.length < 400 && REFUSAL.test(text);

/** The text of a callee that may ask who sends a request. */
export const readsLikeCheck = (callee: string): boolean =>
  CHECKING.test(callee.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase());

export const isCredentialHeader = (name: string): boolean => CREDENTIAL_HEADER.test(name);

/** A property of a request, or of a context, under which frameworks keep who sends it. */
export const isCredentialMember = (name: string): boolean => CREDENTIAL_MEMBER.has(name);

/** A key under which middleware leaves who sends a request: `c.get('user')`. */
export const isCredentialKey = (name: string): boolean => CREDENTIAL_KEY.test(name);
