import type { SinkKind } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';

/** Characters of which at least one is needed to do harm at a sink; a value without them is fine there. */
const NEEDED: Partial<Readonly<Record<SinkKind, string>>> = {
  shell: ';|&$`<>(){}"\'\\\n\r',
  code: 'aZ_$"\'`[\\',
  html: '<>&"\'',
  path: '/\\',
  sql: '\'"`;=()\\ \t\n',
  'search-query': '{}()[]|@"*:\\',
};
/** Placeholders of a template begin with it; doubled, it stands for itself. */
const BRACE = '{';

/** `[^a-z0-9]` takes out what is not listed, `[<>:"/\\|?*]` what is. */
const CLASS = /^\[\^?(?:\\[^]|[^\]\\])+\]\+?$/;

/** `text.replace(/[^a-z0-9]/gi, '')`: the sinks for which what is left can do no harm; undefined if it is no such filter. */
export function filteredFor(program: Program, call: Ref): readonly SinkKind[] | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(call);
  const callee = program.value(program.ref(file, value.callee));
  const substituted = pythonSubstitution(program, call);
  if (substituted !== undefined) return without(program, substituted.pattern, substituted.replacement);
  const [searched, replacement] = value.arguments;
  if (callee.kind === 'member' && callee.key === 'toString' && searched !== undefined)
    return encodedFor(program, program.ref(file, searched.value));
  if (callee.kind !== 'member' || !/^replace(?:All)?$/.test(callee.key) || replacement === undefined) return undefined;
  if (doublesBraces(program, call)) return ['template'];
  const pattern = searched === undefined ? undefined : regexOf(program, program.ref(file, searched.value));
  if (escapesMarkup(program, call)) return ['html'];
  if (escapesSearch(program, call)) return ['search-query'];
  return pattern && without(program, pattern, program.ref(file, replacement.value));
}

/** The sinks that need a character which the pattern matches, if the replacement does not bring it back. */
function without(program: Program, pattern: CharacterTest, replacement: Ref): readonly SinkKind[] | undefined {
  const literals = program.literals(replacement);
  if (literals?.some((literal) => typeof literal !== 'string') !== false) return undefined;
  const inserted = literals.join('');
  return SINKS.filter((sink) =>
    Array.from(NEEDED[sink] ?? '').every((character) => pattern.test(character) && !inserted.includes(character)),
  );
}

/** `re.sub(r'[^\w-]', '', text)`, or the method of a pattern that was compiled before. */
function pythonSubstitution(
  program: Program,
  call: Ref,
): { readonly pattern: CharacterTest; readonly replacement: Ref } | undefined {
  const value = program.value(call);
  const file = program.fileOf(call);
  if (
    value.kind !== 'call' ||
    file.facts.language !== 'python' ||
    value.arguments.some(({ name }) => name === 'count')
  ) {
    return undefined;
  }
  const [origin, ...others] = program.origins(program.ref(file, value.callee));
  if (origin?.kind !== 'api' || origin.module !== 'python:re' || others.length > 0) return undefined;
  const path = origin.path.join('.');
  const given = value.arguments.map((argument) => program.ref(file, argument.value));
  const callee = program.value(program.ref(file, value.callee));
  const compiled = path === 'Member[compile].ReturnValue.Member[sub]' && callee.kind === 'member';
  if (!compiled && path !== 'Member[sub]') return undefined;
  const searched = compiled ? compiledFrom(program, program.ref(file, callee.object)) : given[0];
  const replacement = given[compiled ? 0 : 1];
  const [text, ...more] = searched === undefined ? [] : (program.literals(searched) ?? []);
  // The argument behind the text says how many are replaced.
  if (typeof text !== 'string' || more.length > 0 || replacement === undefined || given.length > (compiled ? 2 : 3)) {
    return undefined;
  }
  const pattern = CLASS.test(text) ? characterTest(text, '') : undefined;
  return pattern && { pattern, replacement };
}

function compiledFrom(program: Program, pattern: Ref): Ref | undefined {
  const [origin, ...others] = program.origins(pattern);
  const value = origin?.kind === 'api' && others.length === 0 ? program.value(origin.at) : undefined;
  const [text] = value?.kind === 'call' ? value.arguments : [];
  return text === undefined || origin === undefined ? undefined : program.ref(program.fileOf(origin.at), text.value);
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
function regexOf(program: Program, ref: Ref, shape = CLASS): CharacterTest | undefined {
  const [origin, ...others] = program.origins(ref);
  const value = origin?.kind === 'value' && others.length === 0 ? program.value(origin.at) : undefined;
  if (value?.kind !== 'regex' || !value.flags.includes('g') || !shape.test(value.pattern)) return undefined;
  return characterTest(value.pattern, value.flags.replaceAll(/[gy]/g, ''));
}

/** `text.replace('{', '{{')` in Python, which replaces all of them. */
function doublesBraces(program: Program, call: Ref): boolean {
  const value = program.value(call);
  const file = program.fileOf(call);
  if (value.kind !== 'call' || file.facts.language !== 'python' || value.arguments.length !== 2) return false;
  const [searched, replacement] = value.arguments.map((argument) =>
    program.literals(program.ref(file, argument.value)),
  );
  return searched?.[0] === BRACE && (replacement?.[0] === BRACE + BRACE || replacement?.[0] === '');
}

interface CharacterTest {
  test(character: string): boolean;
}

function characterTest(pattern: string, flags: string): CharacterTest | undefined {
  try {
    return new RegExp(pattern, flags);
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
