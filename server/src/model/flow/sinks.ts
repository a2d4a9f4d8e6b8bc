import type { EffectKind, SinkKind, SinkRow, Span } from '@leashlint/rules';
import type { CallValue, ConditionId, Range, StoreFacts } from '../../facts.js';
import type { Origin, Program, ProgramFile, Ref } from '../../program/program.js';
import { parsePath, positionIndices } from '../catalogue/access-path.js';
import type { ArgumentPosition, PathToken } from '../catalogue/access-path.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import { entryValueRange } from '../catalogue/entry-value-range.js';
import { follow, followTokens } from '../catalogue/relative.js';
import type { FollowedValue } from '../catalogue/relative.js';
import { shellArraySinks } from '../effects/shell-arrays.js';
import { calleeName } from '../catalogue/sites.js';
import { taggedCommandSinks } from '../effects/tagged-commands.js';
import { isWithin } from '../places.js';
import { writtenScriptSinks } from '../effects/written-scripts.js';

/** A value that arrives where it can do harm. */
export interface Sink {
  readonly kind: SinkKind;
  readonly value: Ref;
  /** What holds where the value arrives, in its file. */
  readonly condition: ConditionId;
  /** The argument, property or attribute that takes the value. */
  readonly span: Span;
  /** Canonical name of what takes it: `child_process.exec`, `innerHTML`. */
  readonly label: string;
  /** The call and the argument's index in it; undefined for writes and attributes. */
  readonly call: Ref | undefined;
  readonly argument: number | undefined;
  readonly effect: EffectKind | undefined;
  /** As in the sink's row. */
  readonly program?: string | undefined;
  /** Only this part of the value: the first of a list of arguments. */
  readonly keys?: readonly string[];
  /** The text of a template around the placeholder that the value fills. */
  readonly around?: { readonly before: string; readonly after: string } | undefined;
}

/** Every sink of the loaded files, in order of file and code. */
export function findSinks(program: Program, index: CatalogueIndex): readonly Sink[] {
  return program
    .files()
    .flatMap((file) => [
      ...callSinks(program, index, file),
      ...shellArraySinks(program, file),
      ...taggedCommandSinks(program, file),
      ...writtenScriptSinks(program, file),
      ...storeSinks(program, index, file),
    ]);
}

function callSinks(program: Program, index: CatalogueIndex, file: ProgramFile): readonly Sink[] {
  return file.facts.values.flatMap((value, id) => {
    if (value.kind !== 'call' && value.kind !== 'jsx') return [];
    return sinksOfCall(program, index, program.ref(file, id)).sinks;
  });
}

const NO_SINKS = { sinks: [], effects: [] } as const;

/** Sinks of one call or JSX element, and the effects that their rows say the call has. */
export function sinksOfCall(
  program: Program,
  index: CatalogueIndex,
  call: Ref,
): { readonly sinks: readonly Sink[]; readonly effects: readonly EffectKind[] } {
  const called = program.value(call);
  const own = called.kind === 'call' && program.isFunctionElsewhere(program.ref(program.fileOf(call), called.callee));
  if (own) return NO_SINKS;
  const origins = calledOrigins(program, call);
  const rows = index
    .match('sinks', program.fileOf(call), origins)
    .map(({ row }) => row)
    .filter((row) => row.store === undefined && conditionsMet(program, call, row));
  if (rows.length === 0) return NO_SINKS;
  const sinks = new Map<string, Sink>();
  for (const row of rows) {
    if (hasParts(rows, row) && isOptions(program, call, row)) continue;
    for (const sink of rowSinks(program, call, row))
      sinks.set(`${sink.kind} ${String(sink.value)} ${String(sink.span.start)}`, sink);
  }
  return { sinks: [...sinks.values()], effects: rows.flatMap((row) => row.effect ?? []) };
}

/** Whether other rows say which parts of the same argument matter when it is an object. */
function hasParts(rows: readonly SinkRow[], { kind, at }: SinkRow): boolean {
  return rows.some((other) => other.kind === kind && other.at?.startsWith(`${at ?? ''}.Member[`) === true);
}

function isOptions(program: Program, call: Ref, { at }: SinkRow): boolean {
  const values = at === undefined ? [] : follow(program, call, at).values;
  return values.length > 0 && values.every(({ ref }) => program.object(ref) !== undefined);
}

/** What a call calls, or what a JSX element is: `Member[jsx].Member[div]`. */
export function calledOrigins(program: Program, call: Ref): readonly Origin[] {
  const value = program.value(call);
  const file = program.fileOf(call);
  if (value.kind === 'call') return program.origins(program.ref(file, value.callee));
  if (value.kind !== 'jsx') return [];
  if (typeof value.tag !== 'string') return program.origins(program.ref(file, value.tag));
  return [{ kind: 'api', module: 'global', path: ['Member[jsx]', `Member[${value.tag}]`], at: call }];
}

function conditionsMet(program: Program, call: Ref, row: SinkRow): boolean {
  for (const condition of [row.when, row.also]) {
    if (condition !== undefined && !follow(program, call, condition.at).values.some(oneOf(program, condition.values)))
      return false;
  }
  const exceptions = [...(row.unless === undefined ? [] : [row.unless]), ...(row.unlessAny ?? [])];
  return !exceptions.some((exception) => holds(program, call, exception));
}

/** Whether an option is what the row makes an exception for; one that is not known may be. */
function holds(program: Program, call: Ref, exception: NonNullable<SinkRow['unlessAny']>[number]): boolean {
  const { values, open } = follow(program, call, exception.at);
  if ('modules' in exception) {
    return values.some(({ ref }) =>
      program.origins(ref).some((origin) => origin.kind === 'api' && exception.modules.includes(origin.module)),
    );
  }
  if (exception.values.length === 0) return values.length > 0 || open;
  return values.some(oneOf(program, exception.values));
}

function oneOf(program: Program, wanted: readonly (string | number | boolean)[]): (value: FollowedValue) => boolean {
  return ({ ref }) =>
    (program.literals(ref) ?? []).some((literal) => wanted.some((other) => other === literal)) ||
    program.origins(ref).some((origin) => {
      if (origin.kind === 'api') return wanted.includes(program.displayName(origin));
      // One of several values, as of a parameter with a default.
      const value = program.value(origin.at);
      return value.kind === 'literal' && wanted.some((other) => other === value.value);
    });
}

function rowSinks(program: Program, call: Ref, row: SinkRow): readonly Sink[] {
  if (row.at === undefined) return [];
  const value = program.value(call);
  const [first, ...rest] = parsePath(row.at);
  const sinkAt = (ref: Ref, span: Span, argument: number | undefined): Sink => ({
    kind: row.kind,
    value: ref,
    condition: value.kind === 'call' ? value.condition : -1,
    span,
    label: value.kind === 'call' ? calleeName(program, call) : attributeName(rest),
    call: value.kind === 'call' ? call : undefined,
    argument,
    effect: row.effect,
    program: row.program,
  });
  if (value.kind === 'call' && first?.kind === 'Receiver' && rest.length === 0) {
    return follow(program, call, row.at).values.map(({ ref }) => sinkAt(ref, receiverSpan(program, call), undefined));
  }
  if (value.kind === 'jsx' || first?.kind !== 'Argument') {
    const whole = program.span(call);
    return follow(program, call, row.at).values.map((found) => {
      const own = spanOf(program, found);
      // A variable's value has its place where it was made.
      return sinkAt(found.ref, value.kind === 'jsx' && !isWithin(own, whole) ? whole : own, undefined);
    });
  }
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  const listed = argumentIndices(value, first.positions);
  const spread = row.kind === 'process-arguments' && value.arguments[0]?.spread === true;
  const indices = spread && !listed.includes(0) ? [0, ...listed] : listed;
  const [part, ...inside] = rest;
  const item =
    inside.length === 0 && part?.kind === 'Member' && /^\d+$/.test(part.names[0] ?? '') ? part.names : undefined;
  return [...new Set(indices)].flatMap((index) => {
    const argument = value.arguments[index];
    if (argument === undefined) return [];
    const ref = program.ref(file, argument.value);
    const span = program.spanOfRange(file, argument.range);
    // `run(*command)`: the first item is the program, whoever chooses the others.
    if (argument.spread === true && argument.name === undefined && row.program === 'chosen')
      return [{ ...sinkAt(ref, span, index), keys: ['0'] }];
    if (row.program !== undefined && isBehindOptions(program, call, index)) return [];
    if (rest.length === 0) return [sinkAt(ref, span, index)];
    if (item !== undefined) return [{ ...sinkAt(ref, span, index), keys: item }];
    return followTokens(program, ref, rest)
      .values.filter(({ ref: item }) => isReadAsCommand(program, ref, item, row))
      .map((found) => {
        const own = itemSpan(program, ref, found.ref) ?? spanOf(program, found);
        return sinkAt(found.ref, isWithin(own, span) ? own : span, index);
      });
  });
}

/** Where the arguments of the positions stand; `Argument[*]` are those that have names. */
function argumentIndices({ arguments: given }: CallValue, positions: readonly ArgumentPosition[]): readonly number[] {
  const unnamed = given.flatMap(({ name }, index) => (name === undefined ? [index] : []));
  return positions.flatMap((position) => {
    if (!('keyword' in position)) return positionIndices(position, unnamed.length).flatMap((at) => unnamed[at] ?? []);
    return given.flatMap(({ name }, index) =>
      name !== undefined && (position.keyword === '*' || position.keyword === name) ? [index] : [],
    );
  });
}

/** `repo.git.checkout('--', name)`. */
function isBehindOptions(program: Program, call: Ref, index: number): boolean {
  const value = program.value(call);
  const before = value.kind === 'call' ? value.arguments.slice(0, index) : [];
  return before.some(({ value: given }) => {
    const literals = program.literals(program.ref(program.fileOf(call), given));
    return literals?.every((literal) => literal === '--' || literal === '--end-of-options') === true;
  });
}

/** The object of a method call as it is written; its value may have been made elsewhere. */
function receiverSpan(program: Program, call: Ref): Span {
  const file = program.fileOf(call);
  const value = program.value(call);
  const [start, end] = value.kind === 'call' ? value.calleeRange : value.range;
  const method = /\s*\??\.\s*[\w$]+$/.exec(file.text.slice(start, end));
  return program.spanOfRange(file, [start, method === null ? end : start + method.index]);
}

/** Of the arguments of a shell or interpreter, only the one behind the flag is code; the others are its arguments. */
function isReadAsCommand(program: Program, array: Ref, item: Ref, { also }: SinkRow): boolean {
  const value = program.value(array);
  if (also === undefined || value.kind !== 'array') return true;
  const file = program.fileOf(array);
  const places = value.items.flatMap((entry, index) =>
    'value' in entry && program.ref(file, entry.value) === item ? [index] : [],
  );
  if (places.length === 0 || value.items.some((entry) => 'spread' in entry)) return true;
  return places.some((index) => {
    // Windows shells take everything behind the flag.
    const before = value.items
      .slice(0, index)
      .flatMap((entry) => ('value' in entry ? [program.ref(file, entry.value)] : []));
    const texts = before.map((ref) => program.literals(ref)?.[0]);
    const isFlag = (text: unknown): boolean => also.values.some((flag) => flag === text);
    return isFlag(texts.at(-1)) || texts.some((text) => isFlag(text) && /^\/|^-[cC]ommand$/.test(String(text)));
  });
}

/** Where an element is written in an array literal. */
function itemSpan(program: Program, array: Ref, element: Ref): Span | undefined {
  const value = program.value(array);
  if (value.kind !== 'array') return undefined;
  const file = program.fileOf(array);
  const item = value.items.find((candidate) => 'value' in candidate && program.ref(file, candidate.value) === element);
  return item?.range === undefined ? undefined : program.spanOfRange(file, item.range);
}

function attributeName(rest: readonly PathToken[]): string {
  const [token] = rest;
  return token?.kind === 'Member' ? (token.names[0] ?? '') : 'attribute';
}

function spanOf(program: Program, { ref, holder }: FollowedValue): Span {
  if (holder === undefined) return program.span(ref);
  const value = program.value(holder.object);
  const file = program.fileOf(holder.object);
  const entries = value.kind === 'object' ? value.entries : value.kind === 'jsx' ? value.attributes : [];
  for (const entry of entries) {
    if ('key' in entry && entry.key === holder.key) return program.spanOfRange(file, entryValueRange(file, entry));
  }
  return program.span(ref);
}

/** Property writes such as `element.innerHTML = value`. */
function storeSinks(program: Program, index: CatalogueIndex, file: ProgramFile): readonly Sink[] {
  return file.facts.stores.flatMap((store) => {
    const { key } = store;
    if (typeof key !== 'string') return [];
    const origins = program.origins(program.ref(file, store.object));
    const rows = index.match('sinks', file, origins).filter(({ row }) => row.store?.includes(key) === true);
    const [match] = rows.length > 0 ? rows : unresolvedStores(index, origins, key);
    if (match === undefined) return [];
    return [
      {
        kind: match.row.kind,
        value: program.ref(file, store.value),
        condition: store.condition,
        span: program.spanOfRange(file, writtenRange(file, store)),
        label: key,
        call: undefined,
        argument: undefined,
        effect: match.row.effect,
      },
    ];
  });
}

/** What stands right of the assignment. */
function writtenRange(file: ProgramFile, { range, targetRange }: StoreFacts): Range {
  const operator = /^\s*[^\s\w"'`({[]*=\s*/.exec(file.text.slice(targetRange[1], range[1]));
  return operator === null ? range : [targetRange[1] + operator[0].length, range[1]];
}

/**
 * Elements reach code in many ways that no origin shows (references, parameters, framework objects). Names of properties
 * that only the document's elements have speak for themselves there.
 */
function unresolvedStores(
  index: CatalogueIndex,
  origins: readonly Origin[],
  key: string,
): readonly { readonly row: SinkRow }[] {
  if (origins.some((origin) => origin.kind === 'value')) return [];
  return index.frameworks.flatMap((framework) =>
    framework.modules.includes('global')
      ? (framework.sinks ?? [])
          .filter((row) => row.kind === 'html' && row.store?.includes(key) === true)
          .map((row) => ({ row }))
      : [],
  );
}
