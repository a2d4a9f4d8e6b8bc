import type { PropertySite, SecretLiteral, Span } from '@leashlint/rules';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import type { ClientEntry } from '../agents/clients.js';
import { isPlaceholder } from './placeholder.js';
import type { SecretMatch, SecretScanner } from './secret-scan.js';
import { environmentName, looksRandom } from './secret-scan.js';
import { isTest } from '../source-file.js';
import { standInKeys } from './stand-in-keys.js';

/** Keys in the text of a file that is not code. */
export function scanText(scan: SecretScanner, path: string, text: string): readonly SecretLiteral[] {
  return keysInSettings(scan, path, text).map((match) => ({
    ...common(match, text),
    span: { file: path, start: match.start, end: match.end },
    client: undefined,
    property: undefined,
    literal: 'other',
  }));
}

/** Those of a known format, and made-up ones that fill a variable as a key would. */
function keysInSettings(scan: SecretScanner, path: string, text: string): readonly SecretMatch[] {
  const byFormat = scan(text);
  if (isTest(path) || SHOWN.test(path)) return byFormat;
  const known = new Set(byFormat.map(({ start }) => start));
  const inComment = (start: number): boolean =>
    /^\s*(?:#|\/\/)/.test(text.slice(text.lastIndexOf('\n', start) + 1, start));
  return [...byFormat, ...standInKeys(text).filter(({ start }) => !known.has(start) && !inComment(start))];
}

/** Keys in code: in any literal or comment by their format, and literals given to the credential option of a client. */
export function secretsIn(
  program: Program,
  scan: SecretScanner,
  files: readonly ProgramFile[],
  clients: readonly ClientEntry[],
): readonly SecretLiteral[] {
  const credentials = credentialLiterals(program, clients);
  const byFormat = files.flatMap((file) => {
    const found = file.facts.language === 'config' ? keysInSettings(scan, file.path, file.text) : scan(file.text);
    return found.map((match) => codeSecret(program, file, match, credentials));
  });
  const known = new Set(byFormat.map(({ span }) => place(span)));
  const standIns = files.flatMap((file) =>
    file.facts.language === 'config' || isTest(file.path) || SHOWN.test(file.path)
      ? []
      : standInKeys(file.text)
          .filter((match) => literalAround(file, match)?.whole === true)
          .map((match) => codeSecret(program, file, match, credentials))
          .filter(({ span }) => !known.has(place(span))),
  );
  for (const { span } of standIns) known.add(place(span));
  const byPlace = [...credentials.values()].flatMap((credential) =>
    known.has(place(credential.span)) ? [] : (credentialSecret(credential) ?? []),
  );
  return [...byFormat, ...standIns, ...byPlace];
}

/** Folders of what is shown to readers, where keys are stand-ins. */
const SHOWN = /(?:^|\/)(?:docs?|examples?|samples?|templates?|cookbooks?|notebooks?)\//i;

function common(
  match: SecretMatch,
  text: string,
): Pick<SecretLiteral, 'format' | 'title' | 'preview' | 'envVariable' | 'evidence'> {
  return {
    format: match.format,
    title: match.title,
    preview: preview(text.slice(match.start, match.end)),
    envVariable: match.envVariable,
    evidence: match.evidence,
  };
}

function preview(secret: string): string {
  return `${secret.slice(0, 4)}…`;
}

function place({ file, start }: Span): string {
  return `${file}:${String(start)}`;
}

function codeSecret(
  program: Program,
  file: ProgramFile,
  match: SecretMatch,
  credentials: ReadonlyMap<string, Credential>,
): SecretLiteral {
  const held = file.facts.language === 'config' ? undefined : literalAround(file, match);
  const span =
    held?.whole === true
      ? program.spanOfRange(file, held.range)
      : { file: file.path, start: match.start, end: match.end };
  const credential = credentials.get(place(span));
  const shared = common(match, file.text);
  return {
    ...shared,
    // A format tells the provider; the variable that the client reads by itself makes the shorter fix.
    envVariable: credential?.client.client.envVariable ?? shared.envVariable,
    span,
    client: credential?.client.client,
    property: credential?.property,
    literal: held === undefined ? 'other' : held.whole ? 'string' : held.kind === 'template' ? 'template' : 'other',
  };
}

interface Held {
  readonly kind: 'literal' | 'template';
  readonly range: readonly [number, number];
  /** The literal is the secret and nothing else. */
  readonly whole: boolean;
}

function literalAround(file: ProgramFile, match: SecretMatch): Held | undefined {
  let best: Held | undefined;
  for (const value of file.facts.values) {
    if (value.kind !== 'literal' && value.kind !== 'template') continue;
    const [start, end] = value.range;
    if (start > match.start || end < match.end || (best && end - start >= best.range[1] - best.range[0])) continue;
    if (value.kind === 'template' && !value.literal) continue;
    const secret = file.text.slice(match.start, match.end);
    const whole =
      value.kind === 'literal' ? value.value === secret : value.parts.length === 1 && value.parts[0] === secret;
    best = { kind: value.kind, range: value.range, whole };
  }
  return best;
}

interface Credential {
  readonly client: ClientEntry;
  readonly span: Span;
  readonly value: string;
  /** The option, if the literal stands in it; undefined if it comes through a constant. */
  readonly property: PropertySite | undefined;
}

function credentialLiterals(program: Program, clients: readonly ClientEntry[]): ReadonlyMap<string, Credential> {
  const found = new Map<string, Credential>();
  for (const client of clients) {
    if (client.credential === undefined) continue;
    for (const ref of literalsBehind(program, client.credential)) {
      const literal = program.value(ref);
      if (literal.kind !== 'literal' || typeof literal.value !== 'string') continue;
      const span = program.span(ref);
      const site = client.client.credential;
      const inside =
        site?.valueSpan.file === span.file && site.valueSpan.start <= span.start && span.end <= site.valueSpan.end;
      const exact = inside && site.valueSpan.start === span.start && site.valueSpan.end === span.end;
      found.set(place(span), { client, span, value: literal.value, property: exact ? site : undefined });
    }
  }
  return found;
}

/** Literals that a credential may be: also the fallback of `process.env.KEY ?? 'sk-…'`. */
function literalsBehind(program: Program, ref: Ref): readonly Ref[] {
  return program.origins(ref).flatMap((origin) => (origin.kind === 'value' ? [origin.at] : []));
}

/**
 * Only its place tells that the literal is a key, so that it has to look like one; away from the option, where a table of
 * settings may bring its neighbours along, it has to look like nothing else.
 */
function credentialSecret({ client, span, value, property }: Credential): SecretLiteral | undefined {
  if (value.length < 12 || /\s|:\/\//.test(value) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return undefined;
  if (isPlaceholder(value) || (property === undefined && !looksRandom(value))) return undefined;
  return {
    format: 'option',
    title: `${client.client.framework.title} key`,
    span,
    preview: preview(value),
    envVariable: client.client.envVariable ?? environmentName(property?.name ?? 'apiKey'),
    client: client.client,
    property,
    evidence: 'likely',
    literal: 'string',
  };
}
