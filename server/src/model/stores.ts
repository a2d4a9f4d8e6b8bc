import type { StoreRow, StoreUse } from '@leashlint/rules';
import type { Ref } from '../program/program.js';
import type { Match } from './catalogue-index.js';
import { dependenceOf, dependenceOfCall } from './dependence.js';
import type { ModelContext } from './entries.js';
import { instructionWrites } from './instruction-writes.js';
import { makersOf } from './makers.js';
import { follow } from './relative.js';
import type { Sighting } from './sightings.js';
import type { Sink } from './sinks.js';
import { calleeName } from './sites.js';
import { keepsProvenance, ownerIn, ownerNamed } from './store-owner.js';

export interface Stores {
  readonly uses: readonly StoreUse[];
  /** What is written, for the search for where it comes from. */
  readonly sinks: readonly Sink[];
}

/** Searches in stores whose entries models read, and writes into them. */
export function storesOf(context: ModelContext, calls: readonly Sighting[]): Stores {
  const { catalogue } = context;
  const uses: StoreUse[] = [];
  const sinks: Sink[] = [];
  for (const { ref, file, callee } of calls) {
    const [match] = catalogue.match('stores', file, callee);
    if (match === undefined) continue;
    uses.push(useOf(context, ref, match));
    if (match.row.does === 'writes') sinks.push(...sinksOf(context, ref, match.row));
  }
  return { uses, sinks: [...sinks, ...instructionWrites(context, calls)] };
}

function useOf(context: ModelContext, call: Ref, { row, ref: framework }: Match<'stores'>): StoreUse {
  const { program } = context;
  const value = program.value(call);
  const file = program.fileOf(call);
  const scopes = row.scope.map((path) => follow(program, call, path));
  const scoping = scopes.flatMap(({ values }) => values.map(({ ref }) => ref));
  const makers = makersOf(program, call);
  const content = valuesAt(context, call, row.content);
  const beside = valuesAt(context, call, row.beside);
  const names = [...scoping, ...makers.flatMap((maker) => argumentsOf(context, maker))];
  const owner =
    ownerIn(context, [...content, ...beside, ...names]) ??
    names
      .map((name) => (isOwn(context, name) ? ownerNamed(context, name) : undefined))
      .find((one) => one !== undefined);
  return {
    holds: row.holds,
    does: row.does,
    framework,
    label: calleeName(program, call),
    span: program.span(call),
    calleeSpan: value.kind === 'call' ? program.spanOfRange(file, value.calleeRange) : program.span(call),
    folder: program.packageFolder(file.path),
    name: nameOf(context, names),
    scope: scopeOf(context, scopes, makers),
    owner,
    provenance: keepsProvenance(context, content, beside) ? 'yes' : 'no',
  };

  function isOwn(of: ModelContext, name: Ref): boolean {
    return dependenceOf(of, name) === 'varies';
  }
}

function scopeOf(
  context: ModelContext,
  scopes: readonly ReturnType<typeof follow>[],
  makers: readonly Ref[],
): StoreUse['scope'] {
  if (scopes.some(({ open }) => open)) return 'unknown';
  const values = scopes.flatMap((scope) => scope.values);
  if (values.some(({ ref }) => dependenceOf(context, ref) === 'varies')) return 'chosen';
  if (makers.some((maker) => dependenceOfCall(context, maker) === 'varies')) return 'chosen';
  return values.some(({ ref }) => !isNothing(context, ref)) ? 'fixed' : 'none';
}

/** `undefined`, `null` or `{}`. */
function isNothing({ program }: ModelContext, ref: Ref): boolean {
  const object = program.object(ref);
  const facts = object === undefined ? undefined : program.value(object);
  if (facts?.kind === 'object') return facts.entries.length === 0;
  return program.literals(ref)?.every((literal) => literal === undefined || literal === null) === true;
}

function argumentsOf({ program }: ModelContext, call: Ref): readonly Ref[] {
  const value = program.value(call);
  return value.kind === 'call'
    ? value.arguments.map((argument) => program.ref(program.fileOf(call), argument.value))
    : [];
}

function valuesAt({ program }: ModelContext, call: Ref, paths: readonly string[] | undefined): readonly Ref[] {
  return (paths ?? []).flatMap((path) => follow(program, call, path).values.map(({ ref }) => ref));
}

const NAMING = /^(?:collection|index|table|class|database)?_?(?:name|index|table)$|^collection$/i;

/** The literal name of a collection, index or table among what a store is made and asked with. */
function nameOf({ program }: ModelContext, values: readonly Ref[]): string | undefined {
  for (const value of values) {
    const literal = program.literals(value);
    if (literal?.length === 1 && typeof literal[0] === 'string') return literal[0];
    const object = program.object(value);
    const facts = object === undefined ? undefined : program.value(object);
    if (object === undefined || facts?.kind !== 'object') continue;
    for (const entry of facts.entries) {
      if (!('key' in entry) || !NAMING.test(entry.key)) continue;
      const named = program.literals(program.ref(program.fileOf(object), entry.value));
      if (named?.length === 1 && typeof named[0] === 'string') return named[0];
    }
  }
  return undefined;
}

function sinksOf(context: ModelContext, call: Ref, row: StoreRow): readonly Sink[] {
  const { program } = context;
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  return (row.content ?? []).flatMap((path) =>
    follow(program, call, path).values.map(({ ref }): Sink => {
      const index = value.arguments.findIndex((argument) => program.ref(file, argument.value) === ref);
      const argument = value.arguments[index] ?? value.arguments[0];
      return {
        kind: row.holds === 'documents' ? 'knowledge' : 'memory',
        value: ref,
        condition: value.condition,
        span: argument === undefined ? program.span(call) : program.spanOfRange(file, argument.range),
        label: calleeName(program, call),
        call,
        argument: index < 0 ? undefined : index,
        effect: undefined,
      };
    }),
  );
}
