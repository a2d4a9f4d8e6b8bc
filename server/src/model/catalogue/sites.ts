import type { ArgumentSite, CallSite, OptionsSite, PropertySite, Span } from '@leashlint/rules';
import type { Range, TemplateValue } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { entryValueRange } from './entry-value-range.js';
import type { KeyedEntry } from './entry-value-range.js';
import { keywordSite } from './keyword-site.js';
import { literalOf } from './literal-of.js';
import { isOpen } from './relative.js';

/** The call as fixes and messages see it; undefined if the value is no call. */
export function callSite(program: Program, ref: Ref): CallSite | undefined {
  const value = program.value(ref);
  if (value.kind !== 'call') return undefined;
  const file = program.fileOf(ref);
  return {
    span: program.span(ref),
    calleeSpan: program.spanOfRange(file, value.calleeRange),
    callee: calleeName(program, ref),
    arguments: value.arguments.flatMap((_, index) => argumentSite(program, ref, index) ?? []),
    keywords: keywordSite(program, ref),
    awaited: awaitedValues(file).has(ref - program.ref(file, 0)),
    unused: value.unused,
  };
}

/** Canonical name of what a call calls: `child_process.exec`; the callee's text where nothing is known. */
export function calleeName(program: Program, call: Ref): string {
  const value = program.value(call);
  if (value.kind !== 'call') return '';
  const file = program.fileOf(call);
  const api = program.origins(program.ref(file, value.callee)).find((origin) => origin.kind === 'api');
  return api === undefined ? file.text.slice(...value.calleeRange).replaceAll(/\s+/g, '') : program.displayName(api);
}

export function argumentSite(program: Program, call: Ref, index: number): ArgumentSite | undefined {
  const value = program.value(call);
  const argument = value.kind === 'call' ? value.arguments[index] : undefined;
  if (argument === undefined) return undefined;
  const file = program.fileOf(call);
  const ref = program.ref(file, argument.value);
  const object = argument.spread === true ? undefined : program.object(ref);
  return {
    span: program.spanOfRange(file, argument.range),
    index,
    name: argument.name,
    template: templateParts(program, ref, argument.range),
    options: object === undefined ? undefined : optionsSite(program, object),
    literal: argument.spread === true ? undefined : literalOf(program, ref),
    ...firstItem(program, ref),
  };
}

/** The first item of a list, if it is one text. */
function firstItem(program: Program, ref: Ref): { readonly first?: string } {
  const lists = program.origins(ref).map(({ at }) => ({ at, value: program.value(at) }));
  const texts = lists.map(({ at, value }) => {
    const [item] = value.kind === 'array' ? value.items : [];
    return item === undefined || !('value' in item)
      ? undefined
      : literalOf(program, program.ref(program.fileOf(at), item.value));
  });
  const [first] = texts;
  return typeof first === 'string' && texts.every((text) => text === first) ? { first } : {};
}

/**
 * The object literal with its own properties and those of known objects that it spreads, or the keyword arguments of a
 * call; undefined if it is neither.
 */
export function optionsSite(program: Program, holder: Ref): OptionsSite | undefined {
  const { kind } = program.value(holder);
  if (kind === 'call') return keywordSite(program, holder);
  if (kind !== 'object') return undefined;
  const properties = new Map<string, PropertySite>();
  collectProperties(program, holder, properties, new Set());
  const form = program.fileOf(holder).facts.language === 'python' ? 'dictionary' : 'object';
  return { form, span: program.span(holder), properties: [...properties.values()], open: isOpen(program, holder) };
}

/**
 * The option as it is written in an object literal or among keyword arguments; undefined if there is no such entry of its
 * own.
 */
export function propertySite(program: Program, holder: Ref, key: string): PropertySite | undefined {
  const value = program.value(holder);
  if (value.kind === 'call') return keywordSite(program, holder)?.properties.find(({ name }) => name === key);
  if (value.kind !== 'object') return undefined;
  const entry = value.entries.findLast(
    (candidate): candidate is KeyedEntry => 'key' in candidate && candidate.key === key,
  );
  return entry === undefined ? undefined : entrySite(program, holder, entry);
}

function collectProperties(program: Program, object: Ref, into: Map<string, PropertySite>, seen: Set<Ref>): void {
  const value = program.value(object);
  if (value.kind !== 'object' || seen.has(object)) return;
  seen.add(object);
  const file = program.fileOf(object);
  for (const entry of value.entries) {
    if ('key' in entry) {
      into.delete(entry.key);
      into.set(entry.key, entrySite(program, object, entry));
    } else if ('spread' in entry) {
      const spread = program.object(program.ref(file, entry.spread));
      if (spread !== undefined) collectProperties(program, spread, into, seen);
    }
  }
}

function entrySite(program: Program, object: Ref, entry: KeyedEntry): PropertySite {
  const file = program.fileOf(object);
  return {
    name: entry.key,
    span: program.spanOfRange(file, entry.range),
    valueSpan: program.spanOfRange(file, entryValueRange(file, entry)),
    literal: literalOf(program, program.ref(file, entry.value)),
  };
}

/**
 * Parts of a template or concatenation that is written at `range`; undefined for anything else, and for a template that
 * stands elsewhere and comes here through a variable.
 */
export function templateParts(program: Program, ref: Ref, range: Range): readonly (string | Span)[] | undefined {
  const value = program.value(ref);
  if (value.kind !== 'template' || value.range[0] < range[0] || value.range[1] > range[1]) return undefined;
  const file = program.fileOf(ref);
  const parts = value.parts.map((part, index): string | Span | undefined => {
    if (typeof part === 'string') return part;
    const written = partRange(file, value, index, part);
    return written === undefined ? undefined : program.spanOfRange(file, written);
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** Where a part of a template is written, which is not where the value behind a variable is. */
function partRange(
  file: ProgramFile,
  template: TemplateValue & { readonly range: Range },
  index: number,
  part: number,
): Range | undefined {
  const written = template.ranges?.[index];
  if (written !== undefined) return written;
  const range = file.facts.values[part]?.range;
  const inside = range !== undefined && range[0] >= template.range[0] && range[1] <= template.range[1];
  return inside ? range : undefined;
}

const awaited = new WeakMap<ProgramFile, ReadonlySet<number>>();

function awaitedValues(file: ProgramFile): ReadonlySet<number> {
  let values = awaited.get(file);
  if (values === undefined) {
    values = new Set(file.facts.values.flatMap((value) => (value.kind === 'await' ? [value.value] : [])));
    awaited.set(file, values);
  }
  return values;
}
