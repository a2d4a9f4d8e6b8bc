import type { Boundary } from '@leashlint/rules';
import type { CallValue, Value } from '../../facts.js';
import type { Program, Ref } from '../../program/program.js';

/** Stands for text that is not known. */
const UNKNOWN = '\u0000';
/** An instruction has at least this many words around the value. */
const FEWEST_WORDS = 4;
const MAX_DEPTH = 6;

/**
 * How a value stands in the text that it becomes a part of: with the words before and after it put together over every
 * text and list on its way. `values` lead from the value to the whole text, which fills a placeholder of `template` if given.
 */
export function boundaryOf(program: Program, values: readonly Ref[], template?: Around): Boundary {
  let before = '';
  let after = '';
  let holder: Ref | undefined;
  for (const [index, child] of values.entries()) {
    const parent = values[index + 1];
    if (parent === undefined) break;
    if (isEncoded(program, parent)) return { state: 'marked', span: undefined };
    const around = textAround(program, parent, child, values[index + 2]);
    if (around === undefined) continue;
    before = around.before + before;
    after += around.after;
    if (isEnclosed(before, after)) return { state: 'marked', span: undefined };
    if (holder === undefined && wordsIn(before + after) >= FEWEST_WORDS) holder = parent;
  }
  if (template !== undefined) {
    before = template.before + before;
    after += template.after;
    if (isEnclosed(before, after)) return { state: 'marked', span: undefined };
    if (holder === undefined && wordsIn(before + after) >= FEWEST_WORDS) holder = values.at(-1);
  }
  return holder === undefined ? { state: 'apart', span: undefined } : { state: 'none', span: program.span(holder) };
}

interface Around {
  readonly before: string;
  readonly after: string;
}

/** What stands before and after a value in the text that it becomes a part of; undefined where it becomes no part of one. */
function textAround(program: Program, parent: Ref, child: Ref, next: Ref | undefined): Around | undefined {
  const value = program.value(parent);
  const file = program.fileOf(parent);
  const isChild = (id: number): boolean => program.ref(file, id) === child;
  switch (value.kind) {
    case 'template':
      return split(program, parent, value.parts, isChild, '');
    case 'array': {
      const separator = joinedBy(program, next);
      if (separator === undefined) return undefined;
      const items = value.items.map((item) => ('value' in item ? item.value : item.spread));
      return split(program, parent, items, isChild, separator);
    }
    case 'call':
      return replaced(program, parent, value, isChild);
    default:
      return undefined;
  }
}

function split(
  program: Program,
  parent: Ref,
  parts: readonly (string | number)[],
  isChild: (id: number) => boolean,
  separator: string,
): Around | undefined {
  const at = parts.findIndex((part) => typeof part === 'number' && isChild(part));
  if (at < 0) return undefined;
  const file = program.fileOf(parent);
  const text = (part: string | number): string =>
    typeof part === 'string' ? part : textOf(program, program.ref(file, part), 0);
  const written = parts.map(text);
  return {
    before: written
      .slice(0, at)
      .map((part) => part + separator)
      .join(''),
    after: written
      .slice(at + 1)
      .map((part) => separator + part)
      .join(''),
  };
}

/** The separator with which a call joins a list: `list.join('\n')`. */
function joinedBy(program: Program, call: Ref | undefined): string | undefined {
  const method = call === undefined ? undefined : methodCall(program, call);
  if (method?.key !== 'join') return undefined;
  const [argument] = method.call.arguments;
  const literals = argument && program.literals(program.ref(program.fileOf(method.at), argument.value));
  return typeof literals?.[0] === 'string' ? literals[0] : ',';
}

/** `PROMPT.replace('{context}', value)`: the text around the placeholder. */
function replaced(
  program: Program,
  call: Ref,
  value: CallValue & Value,
  isChild: (id: number) => boolean,
): Around | undefined {
  const method = methodCall(program, call);
  if (method === undefined || (method.key !== 'replace' && method.key !== 'replaceAll')) return undefined;
  const [pattern, replacement] = value.arguments;
  if (pattern === undefined || replacement === undefined || !isChild(replacement.value)) return undefined;
  const file = program.fileOf(call);
  const text = textOf(program, method.receiver, 0);
  const placeholder = program.value(program.ref(file, pattern.value));
  const found =
    placeholder.kind === 'literal' && typeof placeholder.value === 'string' ? text.indexOf(placeholder.value) : -1;
  if (placeholder.kind !== 'literal' || typeof placeholder.value !== 'string' || found < 0) return undefined;
  return { before: text.slice(0, found), after: text.slice(found + placeholder.value.length) };
}

function methodCall(
  program: Program,
  at: Ref,
): { readonly at: Ref; readonly call: CallValue; readonly key: string; readonly receiver: Ref } | undefined {
  const call = program.value(at);
  if (call.kind !== 'call') return undefined;
  const file = program.fileOf(at);
  const callee = program.value(program.ref(file, call.callee));
  if (callee.kind !== 'member') return undefined;
  return { at, call, key: callee.key, receiver: program.ref(file, callee.object) };
}

/** `JSON.stringify(value)`: quotes and escapes say where it ends. */
function isEncoded(program: Program, at: Ref): boolean {
  const method = methodCall(program, at);
  const receiver = method && program.value(method.receiver);
  return method?.key === 'stringify' && receiver?.kind === 'global' && receiver.name === 'JSON';
}

/** The text of a value, with a mark for what is not known. */
function textOf(program: Program, ref: Ref, depth: number): string {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const [origin, ...others] = program.origins(ref);
  if (origin?.kind !== 'value' || others.length > 0) return UNKNOWN;
  const value = program.value(origin.at);
  if (value.kind === 'literal') return String(value.value);
  if (value.kind !== 'template') return UNKNOWN;
  const file = program.fileOf(origin.at);
  return value.parts
    .map((part) => (typeof part === 'string' ? part : textOf(program, program.ref(file, part), depth + 1)))
    .join('');
}

const TAG = /<(\/?)([a-z][\w.:-]*)(?:\s[^<>]*)?>/gi;
const FENCE = /```|~~~|"""|'''/g;
/** A line of its own that marks the start or the end of something: `-----`, `### BEGIN PAGE ###`, `[END OF FILE]`. */
const RULER_BEFORE = /(?:^|\n)[^\S\n]*(?:[-=*#_~]{3,}[^\n]*|[^\n]*\b(?:BEGIN|START)\b[^\n]*)\n\s*$/;
const RULER_AFTER = /^\s*\n[^\S\n]*(?:[-=*#_~]{3,}|[^\n]*\bEND\b)/;

/** Whether the text marks where the value between the two parts begins and ends. */
function isEnclosed(before: string, after: string): boolean {
  if (openTags(before).some((name) => after.includes(`</${name}`))) return true;
  const fences = before.match(FENCE) ?? [];
  const last = fences.at(-1);
  if (last !== undefined && fences.filter((fence) => fence === last).length % 2 === 1 && after.includes(last))
    return true;
  return RULER_BEFORE.test(before) && RULER_AFTER.test(after);
}

function openTags(text: string): readonly string[] {
  const open: string[] = [];
  for (const [whole, slash, name] of text.matchAll(TAG)) {
    if (name === undefined || whole.endsWith('/>')) continue;
    if (slash !== '/') open.push(name);
    else if (open.includes(name)) open.splice(open.lastIndexOf(name), 1);
  }
  return open;
}

function wordsIn(text: string): number {
  return text.replaceAll(TAG, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;
}
