import type { SinkKind } from '@leashlint/rules';
import type { CallValue, RegexValue } from '../facts.js';
import { argumentAt } from '../program/origins.js';
import type { Origin, Program, Ref } from '../program/program.js';
import { PYTHON } from '../program/resolve-python-module.js';
import { elementOf } from './element-subject.js';
import type { GuardTests, TestVerdict } from './guard-tests.js';
import { beginsWithWord, FIRST_WORD } from './first-word.js';
import { calledName } from './python-paths.js';
import { keysBetween, relationTo, type Subject } from './subject.js';

/** Methods of texts that hold only where no character has a meaning to anybody. */
const PLAIN: ReadonlySet<string> = new Set(['isalnum', 'isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isidentifier']);
/** Types whose values carry no text. */
const TEXTLESS = /^Member\[(?:int|float|bool|complex)\]$/;
const CHARACTERS = /^Member\[(?:ascii_letters|ascii_lowercase|ascii_uppercase|digits|hexdigits)\]$/;

/** `name.isalnum()`, `isinstance(x, int)`, `command.startswith('git ')`. */
export function pythonTextGuard(
  program: Program,
  at: Ref,
  value: CallValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  if (!holds) return TEXTS.has(sink) && isNoText(program, at, subject) ? 'clean' : undefined;
  const file = program.fileOf(at);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind === 'member' && PLAIN.has(callee.key))
    return relationTo(program, program.ref(file, callee.object), subject)?.kind === 'same' ? 'clean' : undefined;
  if (callee.kind === 'member' && callee.key === 'startswith' && subject.keys[0] === FIRST_WORD) {
    const whole = { ...subject, keys: [] };
    if (relationTo(program, program.ref(file, callee.object), whole)?.kind !== 'same') return undefined;
    const beginnings = program.literals(argumentAt(program, at, 0) ?? at);
    return beginnings?.every((text) => typeof text === 'string' && beginsWithWord([text])) === true
      ? 'clean'
      : undefined;
  }
  const argument = argumentAt(program, at, 0);
  if (callee.kind === 'member' && callee.key === 'issubset' && argument !== undefined)
    return pythonCharacterSet(program, program.ref(file, callee.object), argument, subject, sink);
  if (!isBuiltin(program, at, 'isinstance')) return undefined;
  const [tested, type] = [argument, argumentAt(program, at, 1)];
  if (tested === undefined || type === undefined || relationTo(program, tested, subject)?.kind !== 'same')
    return undefined;
  const types = program.origins(type);
  const textless =
    types.length > 0 && types.every((origin) => origin.kind === 'api' && TEXTLESS.test(origin.path.join('.')));
  const text =
    types.length > 0 && types.every((origin) => origin.kind === 'api' && origin.path.join('.') === 'Member[str]');
  return textless || (text && sink === 'query-filter') ? 'clean' : undefined;
}

/** Sinks that only texts can harm. */
const TEXTS: ReadonlySet<SinkKind> = new Set(['template', 'html', 'shell', 'sql', 'code']);

/** `not isinstance(x, str)` */
function isNoText(program: Program, at: Ref, subject: Subject): boolean {
  if (!isBuiltin(program, at, 'isinstance')) return false;
  const [tested, type] = [argumentAt(program, at, 0), argumentAt(program, at, 1)];
  if (tested === undefined || type === undefined || relationTo(program, tested, subject)?.kind !== 'same') return false;
  const types = program.origins(type);
  return types.length > 0 && types.every((origin) => origin.kind === 'api' && origin.path.join('.') === 'Member[str]');
}

/** What `re.fullmatch(pattern, text)` and `PATTERN.match(text)` test; the pattern describes the whole text as those functions do. */
export function pythonPattern(
  program: Program,
  at: Ref,
): { readonly tested: Ref; readonly regexes: readonly RegexValue[] } | undefined {
  const value = program.value(at);
  if (value.kind !== 'call') return undefined;
  const callee = program.ref(program.fileOf(at), value.callee);
  for (const origin of program.origins(callee)) {
    if (origin.kind !== 'api' || origin.module !== `${PYTHON}re`) continue;
    const how = /^Member\[(match|fullmatch|search)\]$/.exec(origin.path.at(-1) ?? '')?.[1];
    if (how === undefined) return undefined;
    const compiled = origin.path.length > 1;
    const tested = argumentAt(program, at, compiled ? 0 : 1);
    const patterns = compiled ? compiledPatterns(program, callee) : patternsIn(program, at, argumentAt(program, at, 2));
    if (tested === undefined || patterns.length === 0) return undefined;
    return { tested, regexes: patterns.map((pattern) => ({ ...pattern, pattern: asWritten(pattern.pattern, how) })) };
  }
  return undefined;
}

function compiledPatterns(program: Program, callee: Ref): readonly RegexValue[] {
  const member = program.value(callee);
  if (member.kind !== 'member') return [];
  return program
    .origins(program.ref(program.fileOf(callee), member.object))
    .flatMap(({ at }) => patternsIn(program, at, argumentAt(program, at, 1)));
}

function patternsIn(program: Program, call: Ref, flags: Ref | undefined): readonly RegexValue[] {
  const pattern = argumentAt(program, call, 0);
  const texts = pattern === undefined ? [] : (program.literals(pattern) ?? listedTexts(program, pattern));
  const given = flags === undefined ? '' : program.fileOf(flags).text.slice(...program.value(flags).range);
  const multiline = /\b(?:M|MULTILINE)\b/.test(given) ? 'm' : '';
  return texts.flatMap((text): readonly RegexValue[] =>
    typeof text === 'string' ? [{ kind: 'regex', pattern: text, flags: multiline }] : [],
  );
}

/** The texts of a list of which a value is one; none if not all are known. */
function listedTexts(program: Program, ref: Ref): readonly string[] {
  const values = program.origins(ref).map((origin) => (origin.kind === 'value' ? program.value(origin.at) : undefined));
  const texts = values.flatMap((value) =>
    value?.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
  );
  return texts.length === values.length ? texts : [];
}

/** The pattern with the ends that the function brings along. */
function asWritten(pattern: string, how: string): string {
  const inner = pattern.replace(/^\\A/, '^').replace(/\\[Zz]$/, '$');
  if (how === 'search') return inner;
  const body = inner.replace(/^\^/, '');
  return how === 'match' ? `^${body}` : `^(?:${body.replace(/\$$/, '')})$`;
}

/** `any(test(x) for x in xs)` and `all(…)`. */
export function pythonQuantifier(
  program: Program,
  at: Ref,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
  depth: number,
  test: GuardTests['test'],
): TestVerdict {
  const any = isBuiltin(program, at, 'any');
  if (!any && !isBuiltin(program, at, 'all')) return undefined;
  const list = argumentAt(program, at, 0);
  const value = list === undefined ? undefined : program.value(list);
  const [item] = value?.kind === 'array' ? value.items : [];
  if (list === undefined || item === undefined || !('value' in item)) return undefined;
  const tested = program.ref(program.fileOf(list), item.value);
  const over = iterated(program, tested);
  // A whole subject may be a text, of which the elements are characters.
  if (over !== undefined && (keysBetween(program, over.of, subject)?.length ?? 0) > 0) {
    const each = any === holds ? undefined : elementOf(program, over.of, over.element, subject);
    return each && test(tested, holds, each, sink, depth + 1);
  }
  const overSubject = over !== undefined && relationTo(program, over.of, subject)?.kind === 'same';
  if (!overSubject) {
    // For one of the listed values, or for none.
    return any || !holds ? test(tested, holds, subject, sink, depth + 1) : undefined;
  }
  if (any === holds) return undefined;
  // A list of messages is none of characters.
  if (sink === 'prompt-messages') return test(tested, holds, { ref: over.element, keys: [] }, sink, depth + 1);
  // What holds for every character of the subject.
  return hasPlainCharacters(program, tested, holds, over.element, sink) ? 'clean' : undefined;
}

interface Iterated {
  readonly element: Ref;
  readonly of: Ref;
}

/** The variable of a comprehension that a test is about. */
function iterated(program: Program, test: Ref, depth = 0): Iterated | undefined {
  const value = program.value(test);
  const file = program.fileOf(test);
  if (value.kind === 'iteration') return { element: test, of: program.ref(file, value.of) };
  if (depth > 4) return undefined;
  const inner =
    value.kind === 'phi' || value.kind === 'operation'
      ? value.inputs
      : value.kind === 'member'
        ? [value.object]
        : value.kind === 'call'
          ? [value.callee, ...value.arguments.map((argument) => argument.value)]
          : [];
  for (const id of inner) {
    const found = iterated(program, program.ref(file, id), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `c.isalnum() or c in '-_'`, each side of which lets through no characters with which a value could do harm. */
function hasPlainCharacters(program: Program, test: Ref, holds: boolean, element: Ref, sink: SinkKind): boolean {
  const allowed = charactersOf(program, test, holds, element);
  return allowed !== undefined && areHarmless(allowed, sink);
}

function areHarmless(allowed: string, sink: SinkKind): boolean {
  return !(sink === 'path' && allowed.includes('.') && /[\\/]/.test(allowed));
}

/** `set(text) <= allowed`, `set(text).issubset("0123456789")`: every character of the text is a listed one. */
export function pythonCharacterSet(
  program: Program,
  within: Ref,
  allowed: Ref,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  const tested = membersOfSet(program, within);
  if (tested === undefined || relationTo(program, tested, subject)?.kind !== 'same') return undefined;
  const listed = listedCharacters(program, membersOfSet(program, allowed) ?? allowed);
  return listed !== undefined && areHarmless(listed, sink) ? 'clean' : undefined;
}

/** What a set is made of: `set("abc")`, also by the name of a constant. */
function membersOfSet(program: Program, ref: Ref): Ref | undefined {
  const [at, ...others] = program.origins(ref).map((origin) => origin.at);
  if (at === undefined || others.length > 0) return undefined;
  return isBuiltin(program, at, 'set') || isBuiltin(program, at, 'frozenset') ? argumentAt(program, at, 0) : undefined;
}

/** The characters other than letters and digits for which a test holds; undefined if they are not known. */
function charactersOf(program: Program, test: Ref, holds: boolean, element: Ref): string | undefined {
  const value = program.value(test);
  const file = program.fileOf(test);
  if (value.kind === 'phi' && holds) {
    const sides = value.inputs.map((input) => charactersOf(program, program.ref(file, input), holds, element));
    return sides.every((side) => side !== undefined) ? sides.join('') : undefined;
  }
  if (value.kind === 'call') return holds && PLAIN.has(calledName(program, test)) ? '' : undefined;
  if (value.kind !== 'operation' || !/^(?:not )?in$/.test(value.operator)) return undefined;
  const [item, list] = value.inputs.map((input) => program.ref(file, input));
  if (item !== element || list === undefined || (value.operator === 'in') !== holds) return undefined;
  return listedCharacters(program, list);
}

function listedCharacters(program: Program, list: Ref): string | undefined {
  const value = program.value(list);
  const file = program.fileOf(list);
  if (value.kind === 'template') {
    const parts = value.parts.map((part) =>
      typeof part === 'string' ? part : listedCharacters(program, program.ref(file, part)),
    );
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }
  const [text, ...others] = program.literals(list) ?? [];
  if (typeof text === 'string' && others.length === 0) return text;
  const origins = program.origins(list);
  const known = (origin: Origin): boolean =>
    origin.kind === 'api' && origin.module === `${PYTHON}string` && CHARACTERS.test(origin.path.join('.'));
  return origins.length > 0 && origins.every(known) ? '' : undefined;
}

export function isBuiltin(program: Program, call: Ref, name: string): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  return program
    .origins(program.ref(program.fileOf(call), value.callee))
    .some(
      (origin) =>
        origin.kind === 'api' && origin.module === `${PYTHON}builtins` && origin.path.join('.') === `Member[${name}]`,
    );
}
