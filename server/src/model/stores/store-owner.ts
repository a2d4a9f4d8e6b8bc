import type { Span, StoreOwner } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { dependenceOf } from '../flow/dependence.js';
import { wayBack } from '../flow/way-back.js';

/** Fields that say whose an entry is. */
const OWNER =
  /^(?:(?:user|account|tenant|org|organi[sz]ation|workspace|owner|customer|company|team|client)_?id|tenant|owner|user|workspace|organi[sz]ation|org|uploaded_?by|created_?by)$/i;
/** Fields that say where an entry comes from, who brought it, or that somebody has looked at it. */
const PROVENANCE =
  /source|url|uri|path|file|origin|author|sender|upload|hash|sha|digest|checksum|ingest|fetched|crawled|created|trust|review|approv|status|by$|_?id$|title|name/i;
const METADATA = /^(?:metadatas?|payloads?|properties)$/;

interface Entry {
  readonly key: string;
  readonly value: Ref;
  readonly span: Span;
  /** Written straight into the metadata of something: `document.metadata.source = url`. */
  readonly written?: true;
}

/** The first field or option among values that says whose an entry is, with a value that is no constant. */
export function ownerIn(context: ModelContext, values: readonly Ref[]): StoreOwner | undefined {
  return values
    .flatMap((value) => entriesIn(context, value))
    .filter(({ key, value }) => OWNER.test(key) && dependenceOf(context, value) === 'varies')
    .map(({ key, span }) => ({ name: key, span }))[0];
}

/** Whether values name somebody, be it always the same one. */
export function namesOwner(context: ModelContext, values: readonly Ref[]): boolean {
  return values.flatMap((value) => entriesIn(context, value)).some(({ key }) => OWNER.test(key));
}

/** Who somebody is, in a text or name that is no field: `namespace: user.orgId`. */
export function ownerNamed({ program }: ModelContext, value: Ref): StoreOwner | undefined {
  for (const { ref } of wayBack(program, value, [])) {
    const facts = program.value(ref);
    if (facts.kind === 'member' && OWNER.test(facts.key)) return { name: facts.key, span: program.span(ref) };
    if (facts.kind !== 'parameter') continue;
    const file = program.fileOf(ref);
    const name = file.facts.functions[facts.function]?.parameters[facts.index]?.name;
    if (name !== undefined && OWNER.test(name)) return { name, span: program.span(ref) };
  }
  return undefined;
}

/** Whether metadata that the code writes itself says where the content comes from. */
export function keepsProvenance(context: ModelContext, content: readonly Ref[], beside: readonly Ref[]): boolean {
  const entries = content.flatMap((value) => entriesIn(context, value));
  const inside = entries.filter(({ key }) => METADATA.test(key)).map(({ value }) => value);
  return [
    ...entries.filter(({ written }) => written),
    ...[...inside, ...beside].flatMap((value) => entriesIn(context, value)),
  ].some(({ key }) => PROVENANCE.test(key));
}

const MAX_ENTRIES = 400;
const MAX_DEPTH = 3;

/** Entries of the objects and named arguments that a value is made of, those of what callbacks return and of later writes included. */
function entriesIn({ program }: ModelContext, from: Ref): readonly Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<Ref>();
  const visit = (value: Ref, depth: number): void => {
    for (const { ref } of wayBack(program, value, [])) {
      if (seen.has(ref) || entries.length > MAX_ENTRIES) continue;
      seen.add(ref);
      entries.push(...entriesOf(program, ref));
      const facts = program.value(ref);
      if (depth > MAX_DEPTH) continue;
      if (facts.kind === 'parameter') for (const input of inputsOf(program, ref)) visit(input, depth + 1);
      if (facts.kind !== 'function') continue;
      const fn = program.functionRef(program.fileOf(ref), facts.function);
      for (const exit of program.function(fn).returns)
        if (exit.value >= 0) visit(program.ref(program.fileOf(ref), exit.value), depth + 1);
    }
  };
  visit(from, 0);
  for (const write of metadataWrites(program, from)) {
    entries.push(write);
    visit(write.value, 1);
  }
  return entries;
}

/** What known callers pass for a parameter, and what it is otherwise. */
function inputsOf(program: Program, parameter: Ref): readonly Ref[] {
  const facts = program.value(parameter);
  const file = program.fileOf(parameter);
  const declared =
    facts.kind === 'parameter' ? file.facts.functions[facts.function]?.parameters[facts.index] : undefined;
  const otherwise = declared?.default === undefined ? [] : [program.ref(file, declared.default)];
  return [...program.parameterInputs(parameter), ...otherwise];
}

function entriesOf(program: Program, ref: Ref): readonly Entry[] {
  const facts = program.value(ref);
  const file = program.fileOf(ref);
  if (facts.kind === 'object') {
    return facts.entries.flatMap((entry): readonly Entry[] =>
      'key' in entry
        ? [{ key: entry.key, value: program.ref(file, entry.value), span: program.spanOfRange(file, entry.range) }]
        : [],
    );
  }
  if (facts.kind !== 'call') return [];
  return facts.arguments.flatMap(({ name, value, range }): readonly Entry[] =>
    name === undefined || name === '**'
      ? []
      : [{ key: name, value: program.ref(file, value), span: program.spanOfRange(file, range) }],
  );
}

/** `document.metadata = {…}`, `document.metadata.tenant = …` in the function that has the value. */
function metadataWrites(program: Program, from: Ref): readonly Entry[] {
  const owner = program.function(program.functionOf(from));
  const file = program.fileOf(from);
  if (owner.kind === 'module') return [];
  return file.facts.stores.flatMap(({ key, object, range, value }): readonly Entry[] => {
    if (range[0] < owner.range[0] || range[1] > owner.range[1] || typeof key !== 'string') return [];
    const holder = file.facts.values[object];
    const inside = holder?.kind === 'member' && METADATA.test(holder.key);
    if (!inside && !METADATA.test(key)) return [];
    const entry = { key, value: program.ref(file, value), span: program.spanOfRange(file, range) };
    return [inside ? { ...entry, written: true } : entry];
  });
}
