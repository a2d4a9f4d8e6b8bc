import type { SinkKind } from '@leashlint/rules';
import type { Program, Ref } from '../program/program.js';

/** Characters of which at least one is needed to do harm at a sink; a value without them is fine there. */
const NEEDED: Partial<Readonly<Record<SinkKind, string>>> = {
  shell: ';|&$`<>(){}"\'\\\n\r',
  code: 'aZ_$"\'`[\\',
  html: '<>&"\'',
  path: '/\\',
  sql: '\'"`;=()\\ \t\n',
  'search-query': '{}()[]|@"*:\\',
};

const NEGATED_CLASS = /^\[\^(?:\\[^]|[^\]\\])+\]\+?$/;

/** `text.replace(/[^a-z0-9]/gi, '')`: the sinks for which what is left can do no harm; undefined if it is no such filter. */
export function filteredFor(program: Program, call: Ref): readonly SinkKind[] | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  const [searched, replacement] = value.arguments;
  if (callee.kind === 'member' && callee.key === 'toString' && searched !== undefined)
    return encodedFor(program, program.ref(file, searched.value));
  if (callee.kind !== 'member' || !/^replace(?:All)?$/.test(callee.key) || replacement === undefined) return undefined;
  const pattern = searched === undefined ? undefined : regexOf(program, program.ref(file, searched.value));
  const literals = program.literals(program.ref(file, replacement.value));
  if (escapesMarkup(program, call)) return ['html'];
  if (escapesSearch(program, call)) return ['search-query'];
  if (pattern === undefined || literals?.some((literal) => typeof literal !== 'string') !== false) return undefined;
  const inserted = literals.join('');
  return SINKS.filter((sink) =>
    Array.from(NEEDED[sink] ?? '').every((character) => pattern.test(character) && !inserted.includes(character)),
  );
}

/** `buffer.toString('hex')`: letters and digits; base 64 has slashes. */
function encodedFor(program: Program, encoding: Ref): readonly SinkKind[] | undefined {
  const [name, ...others] = program.literals(encoding) ?? [];
  if (others.length > 0) return undefined;
  if (name === 'hex' || name === 'base64url') return SINKS;
  return name === 'base64' ? SINKS.filter((sink) => sink !== 'path') : undefined;
}

const SINKS: readonly SinkKind[] = ['shell', 'code', 'html', 'path', 'sql', 'search-query'];

/** A global pattern of the given shape as a test of single characters. */
function regexOf(program: Program, ref: Ref, shape = NEGATED_CLASS): { test(character: string): boolean } | undefined {
  const [origin, ...others] = program.origins(ref);
  const value = origin?.kind === 'value' && others.length === 0 ? program.value(origin.at) : undefined;
  if (value?.kind !== 'regex' || !value.flags.includes('g') || !shape.test(value.pattern)) return undefined;
  try {
    return new RegExp(value.pattern, value.flags.replaceAll(/[gy]/g, ''));
  } catch {
    return undefined;
  }
}

/** `x.replace(/</g, '&lt;')`: no `<` is left. What is replaced later is replaced by the author's own markup. */
function escapesMarkup(program: Program, call: Ref): boolean {
  const value = program.value(call);
  const file = program.fileOf(call);
  const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
  if (value.kind !== 'call' || callee?.kind !== 'member') return false;
  const [searched, replacement] = value.arguments.map((argument) => program.ref(file, argument.value));
  if (searched === undefined || replacement === undefined) return false;
  const written = program.literals(replacement);
  const escapes =
    written === undefined
      ? program.functions(replacement).length > 0
      : written.every((text) => typeof text === 'string' && !text.includes('<'));
  return escapes && takesEveryBracket(program, searched, callee.key === 'replaceAll');
}

const ONE_CHARACTER = /^\(?(?:\[(?:\\[^]|[^\]\\])+\]|\\.)\)?$/;

/** `text.replace(/[{}()|@"*:\\]/g, '\\$&')`: nothing that means something to a search engine is left without a backslash. */
function escapesSearch(program: Program, call: Ref): boolean {
  const escaped = escapedBy(program, call);
  const inner = escaped && escapedBy(program, escaped.text);
  return Array.from(NEEDED['search-query'] ?? '').every(
    (character) =>
      escaped?.pattern.test(character) === true || (character === '\\' && inner?.pattern.test(character) === true),
  );
}

/** The characters that a call puts a backslash before. */
function escapedBy(program: Program, call: Ref) {
  const value = program.value(call);
  const file = program.fileOf(call);
  const callee = value.kind === 'call' ? program.value(program.ref(file, value.callee)) : undefined;
  if (value.kind !== 'call' || callee?.kind !== 'member' || !/^replace(?:All)?$/.test(callee.key)) return undefined;
  const [searched, replacement] = value.arguments.map((argument) => program.ref(file, argument.value));
  if (searched === undefined || replacement === undefined) return undefined;
  const pattern = regexOf(program, searched, ONE_CHARACTER);
  const written = program.literals(replacement) ?? [];
  const escapes = written.length > 0 ? written.every(isEscape) : program.functions(replacement).length > 0;
  return pattern && escapes ? { pattern, text: program.ref(file, callee.object) } : undefined;
}

function isEscape(replacement: unknown): boolean {
  return typeof replacement === 'string' && /^\\(?:\$[&1]|\\)$/.test(replacement);
}

/** `/</g`, `/[&<>]/g`, or `'<'` for `replaceAll`. */
function takesEveryBracket(program: Program, searched: Ref, all: boolean): boolean {
  const [origin, ...others] = program.origins(searched);
  const value = origin?.kind === 'value' && others.length === 0 ? program.value(origin.at) : undefined;
  if (value?.kind === 'literal') return all && value.value === '<';
  return value?.kind === 'regex' && value.flags.includes('g') && /^(?:<|\[(?!\^)[^\]]*<[^\]]*\])$/.test(value.pattern);
}
